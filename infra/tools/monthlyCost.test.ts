import { describe, expect, it } from 'vitest';
import current from '../azure/prices.json' with { type: 'json' };
import { activeSeconds, monthlyCost, Prices } from './monthlyCost.ts';

const nothing = { executions: 0, activeSeconds: 0, tableRequests: 0, stored: 0, logged: 0 };
const prices: Prices = {
  asOf: '2026-01-01',
  currency: 'USD',
  sources: ['https://prices.example'],
  functions: {
    onDemand: { gbSecond: 1, millionExecutions: 1_000_000, freeGbSeconds: 100, freeExecutions: 10 },
    alwaysReady: { baselineGbSecond: 0.001, gbSecond: 0.5, millionExecutions: 2_000_000 },
  },
  tables: { tenThousandRequests: 10_000, gbMonth: 7 },
  logs: { gb: 3, freeGb: 5 },
};
const month = { committees: 10, items: 2, item: nothing, idle: nothing, kept: 12, memory: 2, alwaysReady: 0 };

describe('what a month costs', () => {
  it('is nothing where nothing is done and no instance is kept running', () => {
    expect(monthlyCost(prices, month).total).toBe(0);
  });

  it('counts time by the memory of an instance, and executions, beyond what is free', () => {
    const item = { ...nothing, activeSeconds: 5, executions: 3 };
    // 20 items: 100 s of 2 GB, less 100 GB-s; 60 executions, less 10.
    expect(monthlyCost(prices, { ...month, item }).functions).toBe(100 + 50);
  });

  it('has nothing free where an instance is kept running, which costs even when it rests', () => {
    const item = { ...nothing, activeSeconds: 5, executions: 3 };
    const { functions } = monthlyCost(prices, { ...month, item, alwaysReady: 1 });
    expect(functions).toBeCloseTo(2 * 30 * 24 * 3600 * 0.001 + 200 * 0.5 + 60 * 2);
  });

  it('adds what the app takes by itself, once', () => {
    const idle = { ...nothing, tableRequests: 4 };
    const item = { ...nothing, tableRequests: 1 };
    expect(monthlyCost(prices, { ...month, item, idle }).tables).toBeCloseTo(24);
  });

  it('counts what is stored for as long as it is kept, and logs beyond what is free', () => {
    const item = { ...nothing, stored: 1e9, logged: 1e9 };
    const { tables, logs, total } = monthlyCost(prices, { ...month, item });
    expect([tables, logs, total]).toEqual([20 * 12 * 7, 15 * 3, 20 * 12 * 7 + 45]);
  });
});

describe('the time in which a function runs', () => {
  it('is a second at least, and once where several run', () => {
    expect(activeSeconds([])).toBe(0);
    expect(activeSeconds([{ from: 0, until: 20 }])).toBe(1);
    expect(
      activeSeconds([
        { from: 2_500, until: 2_510 },
        { from: 0, until: 20 },
        { from: 500, until: 700 },
      ]),
    ).toBe(2.5);
    expect(
      activeSeconds([
        { from: 0, until: 9_000 },
        { from: 1_000, until: 1_001 },
      ]),
    ).toBe(9);
  });
});

it('has prices that are dated and say where they are from', () => {
  expect(Prices.safeParse(current).error).toBeUndefined();
  const { sources, functions, tables, logs } = current;
  const priced = Object.keys({ functions, tables, monitor: logs });
  const pages = sources.map((page) => /^https:\/\/azure\.microsoft\.com\/pricing\/details\/(.+)\/$/.exec(page)?.[1]);
  expect(pages.map((page) => page?.split('/').at(-1))).toEqual(priced);
  expect(Prices.safeParse({ ...current, asOf: 'today' }).success).toBe(false);
  expect(Prices.safeParse({ ...current, logs: { gb: -1, freeGb: 5 } }).success).toBe(false);
});
