import { setTimeout as delay } from 'node:timers/promises';
import type { Operation } from '#store/meteredTables';
import type { Child } from './forkChild.ts';

const LOOK_EVERY = 100;
/** Longer than anything that the app puts off: a card is updated at most once in two seconds. */
const QUIET = 2_600;

/** Waits until the app has done nothing at its tables for a while, and gives what it did until then. */
export async function untilQuiet(child: Child): Promise<readonly Operation[]> {
  const done: Operation[] = [];
  let last = performance.now();
  while (performance.now() - last < QUIET) {
    await delay(LOOK_EVERY);
    const { operations } = await child.report();
    done.push(...operations);
    if (operations.length > 0) last = performance.now();
  }
  return done;
}
