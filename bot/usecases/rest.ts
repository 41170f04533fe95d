import type { Instant } from '#dialogue/instant';
import type { Promised } from './promise.ts';

/** When to try again, in milliseconds, where the app has been removed from the team; its return is told earlier. */
export const AWAY = 60 * 60_000;

/** What is left to do for a post after looking after it. */
export type Rest =
  | { readonly type: 'settled' }
  /** There is no such post (yet). */
  | { readonly type: 'missing' }
  /** Somebody else has it in hand, or it waits for another post. */
  | { readonly type: 'waiting' }
  /** Not before `at`; `soon` where this process should come back to it by itself. */
  | { readonly type: 'again'; readonly at: Instant; readonly soon: boolean };

/** The same, with other posts that are to be looked after now because of this one. */
export type Looked = Rest & { readonly wakes?: readonly Promised[] };
