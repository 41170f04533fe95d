import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { compileContent } from '../../infra/tools/compileContent.ts';
import { type Cost, monthlyCost, Prices, type Taken } from '../../infra/tools/monthlyCost.ts';
import { requireNode } from '../../infra/tools/requireNode.ts';
import { table } from '../bench/figures.ts';
import { type Counted, meterItem } from './meterItem.ts';
import { meterTimers } from './meterTimers.ts';

requireNode();

const USAGE = `npm run cost -- [options]

  --people N      panels that are open during an item, and answers to it (default 12)
  --minutes N     for which a question is open (default 8)
  --items N       items of one question that each committee has in a month (default 1)
  --months N      months for which answers are kept (default 24)
  --memory N      megabytes of an instance, as in the parameters for Azure (default 2048)
  --prices FILE   other prices (default infra/azure/prices.json)
  --help          this list`;

const PRICES = new URL('../../infra/azure/prices.json', import.meta.url);
const COMMITTEES = [10, 100, 1_000];
/** Seconds of the two items that are played: what lies between them is what a second of an open question takes. */
const PLAYED = { short: 20, long: 60 };
/**
 * Not counted here, but taken from Azure's documents and generously rounded: bytes of a stored row with its keys and properties, and of
 * the line that Application Insights itself keeps about each run of a function.
 */
const ROW = 2_000;
const RUN_LOGGED = 1_500;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = read(args);
  if (typeof options === 'string') {
    console.log(options);
    return options === USAGE ? 0 : 2;
  }
  const prices = Prices.parse(JSON.parse(await readFile(options.prices, 'utf8')));
  console.log(await compileContent());
  const { people, minutes } = options;
  const short = await meterItem({ people, seconds: PLAYED.short });
  const long = await meterItem({ people, seconds: PLAYED.long });
  const timers = await meterTimers();
  const item = takenOf(stretched(short, long, minutes * 60));
  const idle = takenOf({ executions: timers.runs, activeSeconds: timers.runs, rows: 0, printed: 0, ...timers });
  say(options, item, idle);
  const { items, months, memory } = options;
  const month = { items, item, idle, kept: months, memory: memory / 1024 };
  for (const alwaysReady of [0, 1]) {
    const costs = COMMITTEES.map((committees) => monthlyCost(prices, { ...month, committees, alwaysReady }));
    const kept = alwaysReady === 0 ? 'no instance kept running' : 'one instance kept running';
    console.log(`\n${prices.currency} a month, ${kept}, at prices of ${prices.asOf}\n${tableOf(costs)}`);
  }
  console.log(
    '\nNot in it: the Functions host’s own storage (deployment, leases of timers), data that leaves Azure, alert e-mails. Free' +
      '\ngrants are of a whole subscription. Where items are at the same time they share an instance, and it is less.' +
      `\nPrices are list prices: hold them against ${prices.sources.join(', ')}, and give yours with --prices.`,
  );
  return 0;
}

/** The item as it is when its question is open for so many seconds. */
function stretched(short: Counted, long: Counted, seconds: number): Counted {
  const at = (of: keyof Counted): number => {
    const each = (long[of] - short[of]) / (PLAYED.long - PLAYED.short);
    return short[of] + each * (seconds - PLAYED.short);
  };
  return {
    executions: at('executions'),
    activeSeconds: at('activeSeconds'),
    tableRequests: at('tableRequests'),
    rows: at('rows'),
    printed: at('printed'),
  };
}

function takenOf({ executions, activeSeconds, tableRequests, rows, printed }: Counted): Taken {
  const [stored, logged] = [rows * ROW, printed + executions * RUN_LOGGED];
  return { executions, activeSeconds, tableRequests, stored, logged };
}

interface Options {
  readonly people: number;
  readonly minutes: number;
  readonly items: number;
  readonly months: number;
  readonly memory: number;
  readonly prices: string | URL;
}

function say({ people, minutes }: Options, item: Taken, idle: Taken): void {
  const row = (name: string, { executions, activeSeconds, tableRequests, stored, logged }: Taken): string[] => [
    name,
    ...[executions, activeSeconds, tableRequests].map((amount) => String(Math.round(amount))),
    `${(stored / 1e3).toFixed(0)} kB`,
    `${(logged / 1e6).toFixed(1)} MB`,
  ];
  const heading = ['', 'executions', 'seconds with one running', 'table requests', 'stored', 'logged'];
  const lines = [
    row(`an item: ${people} people, ${minutes} minutes`, item),
    row('a month in which nobody uses it', idle),
  ];
  console.log(`\n${table([heading, ...lines])}`);
}

function tableOf(costs: readonly Cost[]): string {
  const money = (amount: number): string => amount.toFixed(2);
  const rows = costs.map(({ functions, tables, logs, total }, index) => [
    String(COMMITTEES[index]),
    ...[functions, tables, logs, total].map(money),
  ]);
  return table([['committees', 'Functions', 'tables', 'logs', 'all'], ...rows]);
}

function read(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        people: { type: 'string', default: '12' },
        minutes: { type: 'string', default: '8' },
        items: { type: 'string', default: '1' },
        months: { type: 'string', default: '24' },
        memory: { type: 'string', default: '2048' },
        prices: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return USAGE;
    const wrong = (['people', 'minutes', 'items', 'months', 'memory'] as const).find(
      (name) => !(Number(values[name]) > 0),
    );
    if (wrong !== undefined) return `--${wrong} takes a number above 0, not "${values[wrong]}"\n\n${USAGE}`;
    const { people, minutes, items, months, memory, prices = PRICES } = values;
    const numbers = { people: Number(people), minutes: Number(minutes), items: Number(items), months: Number(months) };
    return { ...numbers, memory: Number(memory), prices };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`;
  }
}
