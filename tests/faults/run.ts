import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { compileContent } from '../../infra/tools/compileContent.ts';
import { requireNode } from '../../infra/tools/requireNode.ts';
import { inShares } from './inShares.ts';
import { Diary } from './real/diary.ts';
import { REAL_FAULTS } from './real/realFaults.ts';
import { playItem } from './playItem.ts';
import { resultOf, summaryOf } from './report.ts';

requireNode();

const USAGE = `npm run faults -- [options]

Plays items in which everything goes wrong that can, each from a seed of its own, and holds what is stored and what
stands in the channel against what people did.

  --seed N        of the first item; the others follow (default 1)
  --meetings N    how many items (default 20000); of a single one everything that happened is printed
  --real          10 items over HTTP, with two real processes that are killed and tables that are down; every step is
                  printed (with --json: to standard error)
  --json          the result as one line of JSON
  --help          this list`;

/** Items that are played where nobody says how many. */
const MEETINGS = { played: 20_000, real: 10 } as const;

interface Options {
  readonly seed: number;
  readonly meetings: number;
  readonly json: boolean;
  readonly real: boolean;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = read(args);
  if (typeof options === 'string') {
    say(options);
    return options === USAGE ? 0 : 2;
  }
  const { seed, meetings, json, real } = options;
  if (real) return playForReal(options);
  if (meetings === 1 && !json) await tell(seed);
  const begun = performance.now();
  const tally = await inShares(seed, meetings, availableParallelism());
  const seconds = (performance.now() - begun) / 1000;
  say(json ? JSON.stringify(resultOf(tally, seconds)) : summaryOf(tally, seconds));
  return tally.failures.length === 0 ? 0 : 1;
}

async function playForReal({ seed, meetings, json }: Options): Promise<number> {
  await compileContent();
  const { HARSH, playReal } = await import('./real/playReal.ts');
  const diary = new Diary(json ? (line) => process.stderr.write(`${line}\n`) : say);
  const begun = performance.now();
  const tally = await playReal({ seed, meetings, climate: HARSH, diary, panels: true });
  const seconds = (performance.now() - begun) / 1000;
  const kind = { faults: REAL_FAULTS, again: (of: number) => `--real --seed ${of} --meetings ${meetings}` };
  say(json ? JSON.stringify(resultOf(tally, seconds)) : summaryOf(tally, seconds, kind));
  return tally.failures.length === 0 ? 0 : 1;
}

/** Everything that happened in one item, and the hash by which it is known to be the same again. */
async function tell(seed: number): Promise<void> {
  const { transcript } = await playItem(seed);
  for (const line of transcript.lines()) say(line);
  say(`transcript ${transcript.hash()}\n`);
}

function read(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string', default: '1' },
        meetings: { type: 'string' },
        real: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return USAGE;
    const { real, json } = values;
    const [seed, meetings] = [Number(values.seed), Number(values.meetings ?? MEETINGS[real ? 'real' : 'played'])];
    return wrongIn(values.seed, values.meetings, { seed, meetings }) ?? { seed, meetings, json, real };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`;
  }
}

function wrongIn(
  saidSeed: string,
  saidMeetings = '',
  { seed, meetings }: Pick<Options, 'seed' | 'meetings'>,
): string | undefined {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff)
    return `--seed takes a whole number from 0 to 4294967295, not "${saidSeed}"\n\n${USAGE}`;
  if (!Number.isInteger(meetings) || meetings < 1)
    return `--meetings takes a whole number above 0, not "${saidMeetings}"\n\n${USAGE}`;
  return undefined;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
