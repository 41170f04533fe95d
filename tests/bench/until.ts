import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY = 20;
const PATIENCE = 30_000;

/**
 * Looks until there is something.
 * @param patience milliseconds
 * @throws {Error} after that time, naming what was waited for
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>, patience = PATIENCE): Promise<T> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(LOOK_EVERY);
  }
  throw new Error(`waited ${patience / 1000} s in vain: ${what}`);
}
