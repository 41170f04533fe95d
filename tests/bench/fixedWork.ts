import type { Browser } from 'playwright-core';
import { median } from './figures.ts';
import { SLOW_MACHINE } from './slowMachine.ts';

const TIMES = 9;

/** How long the same piece of work takes in a page on the slow machine, in milliseconds. */
export async function fixedWork(browser: Browser): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  for (const [method, params] of SLOW_MACHINE) await devtools.send(method, params);
  try {
    const taken: number[] = [];
    for (let time = 0; time < TIMES; time += 1) taken.push(await page.evaluate(work));
    return median(taken);
  } finally {
    await context.close();
  }
}

/** To be run in a page: objects, strings and sorting, as in drawing a page. */
function work(): number {
  const begun = performance.now();
  const lines = Array.from({ length: 20_000 }, (_, index) => ({ key: `k${(index * 7_919) % 20_000}`, index }));
  const byKey = new Map(lines.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map((line) => [line.key, line]));
  if (byKey.size !== lines.length) throw new Error('the work was not done');
  return performance.now() - begun;
}
