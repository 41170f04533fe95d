import { elapsed, type Instant } from '#dialogue/instant';
import type { PostRef } from '#dialogue/post';
import { deliver } from './deliver.ts';
import type { Outbox } from './deps.ts';
import { FRESH, isOrphan, type Promised } from './promise.ts';
import type { Rest } from './rest.ts';

/** Looks after promised posts once their cause is committed, without making anybody wait. */
export function attendLater(deps: Outbox, dues: readonly Promised[]): void {
  for (const due of dues) deps.surroundings.later('deliver', () => attend(deps, due));
}

/** Older than what a process believes of an item at most, and than a write to the tables mostly takes; milliseconds. */
const LAST_WRITTEN = 3_000;

/**
 * The same after a question was closed: once more when also those have written who did not know it yet. They look again
 * themselves, unless they are gone by then; until that is over it stays written down.
 */
export function attendTwiceLater(deps: Outbox, dues: readonly Promised[]): void {
  for (const due of dues)
    deps.surroundings.later('deliver', async () => {
      const { type } = await look(deps, due.post);
      if (type === 'settled') await deps.surroundings.pause(LAST_WRITTEN);
      await attend(deps, due);
    });
}

/**
 * Looks after one post until nothing is left to do for it now, and then crosses it off; what must wait for a time is
 * written down for that time, but where this process comes back to it before the timer would.
 */
export async function attend(deps: Outbox, due: Promised): Promise<void> {
  const rest = await look(deps, due.post);
  switch (rest.type) {
    case 'settled':
      return deps.store.removeDue(due);
    case 'missing':
      // Written before its cause: the cause may still be on its way, or never come.
      if (isOrphan(due, deps.surroundings.now())) await deps.store.removeDue(due);
      return;
    case 'waiting':
      return;
    case 'again': {
      if (rest.at <= due.at) return;
      const later = rest.soon && isAtOnce(due, rest.at) ? due : await putOff(deps, due, rest.at);
      if (rest.soon) deps.surroundings.later('deliver', () => waitAndAttend(deps, later, rest.at));
    }
  }
}

/** Looks after a post once, and after those that waited for it. */
export async function look(deps: Outbox, post: PostRef): Promise<Rest> {
  const { wakes, ...rest } = await deliver(deps, post);
  attendLater(deps, wakes ?? []);
  return rest;
}

/** While work is fresh the timer leaves it alone: what this process comes back to by then need not be written anew. */
const isAtOnce = (due: Promised, at: Instant): boolean => elapsed(due.at, at) < FRESH;

async function putOff({ store }: Outbox, due: Promised, at: Instant): Promise<Promised> {
  const later = { at, post: due.post };
  await store.addDue(later);
  await store.removeDue(due);
  return later;
}

async function waitAndAttend(deps: Outbox, due: Promised, at: Instant): Promise<void> {
  await deps.surroundings.pause(Math.max(0, elapsed(deps.surroundings.now(), at)));
  await attend(deps, due);
}
