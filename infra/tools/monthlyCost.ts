import { z } from 'zod';

const price = z.number().nonnegative();
const free = z.number().nonnegative();

/** What Azure asks for: a file that is to be renewed, and says of when it is. */
export const Prices = z.strictObject({
  asOf: z.iso.date(),
  currency: z.string().length(3),
  sources: z.array(z.url()).min(1),
  functions: z.strictObject({
    onDemand: z.strictObject({
      gbSecond: price,
      millionExecutions: price,
      freeGbSeconds: free,
      freeExecutions: free,
    }),
    alwaysReady: z.strictObject({ baselineGbSecond: price, gbSecond: price, millionExecutions: price }),
  }),
  tables: z.strictObject({ tenThousandRequests: price, gbMonth: price }),
  logs: z.strictObject({ gb: price, freeGb: free }),
});
export type Prices = z.output<typeof Prices>;

/** What something takes. */
export interface Taken {
  readonly executions: number;
  /** Seconds in which at least one function runs; each counts as one second at least. */
  readonly activeSeconds: number;
  /** Requests to the table service; a transaction is one. */
  readonly tableRequests: number;
  /** Bytes that are kept in the tables. */
  readonly stored: number;
  /** Bytes that are written to the log workspace. */
  readonly logged: number;
}

export interface Month {
  readonly committees: number;
  /** Items of each committee in a month. */
  readonly items: number;
  readonly item: Taken;
  /** What the app takes in a month in which nobody uses it. */
  readonly idle: Taken;
  /** Months for which what is stored is kept. */
  readonly kept: number;
  /** Memory of an instance in gigabytes, as it is billed. */
  readonly memory: number;
  /** Instances that are kept running. */
  readonly alwaysReady: number;
}

/** What a month costs, in the currency of the prices. */
export interface Cost {
  readonly functions: number;
  readonly tables: number;
  readonly logs: number;
  readonly total: number;
}

const MONTH_SECONDS = 30 * 24 * 3600;
const GB = 1e9;

/**
 * What a month costs. Items are taken not to be at the same time: where they are, they share an instance, and it is less.
 * Free grants are of a whole subscription; they are counted as if the app had them alone.
 */
export function monthlyCost(prices: Prices, month: Month): Cost {
  const many = month.committees * month.items;
  const sum = (of: (taken: Taken) => number): number => many * of(month.item) + of(month.idle);
  const functions = functionsCost(prices, month, {
    executions: sum(({ executions }) => executions),
    gbSeconds: sum(({ activeSeconds }) => activeSeconds) * month.memory,
  });
  const kept = (many * month.kept * month.item.stored) / GB;
  const { tenThousandRequests, gbMonth } = prices.tables;
  const tables = (sum(({ tableRequests }) => tableRequests) / 10_000) * tenThousandRequests + kept * gbMonth;
  const logs = over(sum(({ logged }) => logged) / GB, prices.logs.freeGb) * prices.logs.gb;
  return { functions, tables, logs, total: functions + tables + logs };
}

interface Billed {
  readonly executions: number;
  readonly gbSeconds: number;
}

function functionsCost(
  { functions: { onDemand, alwaysReady } }: Prices,
  { memory, alwaysReady: instances }: Month,
  { executions, gbSeconds }: Billed,
): number {
  if (instances === 0) {
    const time = over(gbSeconds, onDemand.freeGbSeconds) * onDemand.gbSecond;
    return time + (over(executions, onDemand.freeExecutions) / 1e6) * onDemand.millionExecutions;
  }
  // With instances that are kept running, nothing is free.
  const baseline = instances * memory * MONTH_SECONDS * alwaysReady.baselineGbSecond;
  return baseline + gbSeconds * alwaysReady.gbSecond + (executions / 1e6) * alwaysReady.millionExecutions;
}

const over = (amount: number, grant: number): number => Math.max(0, amount - grant);

/** Seconds in which at least one of the spans ran, each for a second at least. Spans are in milliseconds. */
export function activeSeconds(spans: readonly { readonly from: number; readonly until: number }[]): number {
  let [active, end] = [0, -Infinity];
  for (const { from, until } of spans.toSorted((left, right) => left.from - right.from)) {
    const last = Math.max(until, from + 1_000);
    active += Math.max(0, last - Math.max(from, end));
    end = Math.max(end, last);
  }
  return active / 1_000;
}
