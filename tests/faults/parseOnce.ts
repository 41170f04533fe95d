import { registerHooks } from 'node:module';

const STORES = new URL('../../bot/store/entities/parsed.ts', import.meta.url).href;
const ONCE = new URL('./parsedOnce.ts', import.meta.url).href;

/**
 * Has what is loaded from now on parse a row once for each time that it was written, and not each time that it is read:
 * a fifth of the time of an item. The store is the same otherwise.
 */
export function parseOnce(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return found.url === STORES && context.parentURL !== ONCE ? { ...found, url: ONCE } : found;
    },
  });
}
