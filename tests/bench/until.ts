import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY = 20;
const PATIENCE = 30_000;

/**
 * Looks until there is something.
 * @throws {Error} after 30 s, naming what was waited for
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(LOOK_EVERY);
  }
  throw new Error(`waited 30 s in vain: ${what}`);
}
