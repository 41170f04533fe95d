import { parseArgs } from 'node:util';
import { buildTabs } from '../../infra/tools/buildTabs.ts';
import { compileContent } from '../../infra/tools/compileContent.ts';
import { requireNode } from '../../infra/tools/requireNode.ts';
import { faultsIn } from './faultsIn.ts';
import { fuzz, type FuzzResult } from './fuzz.ts';

requireNode();

const USAGE = `npm run fuzz [-- options]

  --seed N        makes the same requests again (default: another each time)
  --requests N    how many (default 20000)
  --help          this list`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = read(args);
  if (typeof options === 'string') {
    say(options);
    return options === USAGE ? 0 : 2;
  }
  say(await compileContent());
  say(await buildTabs());
  say(`npm run fuzz -- --seed ${options.seed} --requests ${options.requests}`);
  const result = await fuzz({ ...options, say });
  for (const line of figuresOf(result)) say(line);
  const faults = faultsIn(result);
  for (const fault of faults) say(fault);
  say(faults.length === 0 ? 'nothing found' : `${faults.length} found`);
  return faults.length === 0 ? 0 : 1;
}

function read(args: readonly string[]): { readonly seed: number; readonly requests: number } | string {
  try {
    const options = { seed: { type: 'string' }, requests: { type: 'string' }, help: { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.help === true) return USAGE;
    const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
    const requests = Number(values.requests ?? 20_000);
    if (!Number.isInteger(seed) || !Number.isInteger(requests) || requests < 4)
      return `Whole numbers, please.\n\n${USAGE}`;
    return { seed, requests };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`;
  }
}

function figuresOf({ requests, seconds, statuses, routes, refused, memory }: FuzzResult): readonly string[] {
  const { warm, last, storedSince } = memory;
  return [
    `${requests} requests in ${seconds.toFixed(0)} s; ${refused} refused with 4xx; ${routes.asked} kinds asked, ${routes.done} of them with success`,
    `answers: ${Object.entries(statuses)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')}`,
    `heap after a collection: ${megabytes(warm.heap)} MB after a quarter, ${megabytes(last.heap)} MB after all ` +
      `(${megabytes(storedSince)} MB of rows were stored meanwhile, in the same process); resident: ${megabytes(warm.rss)} and ${megabytes(last.rss)} MB`,
  ];
}
