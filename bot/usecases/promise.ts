import type { PostRef } from '#dialogue/post';
import { type Instant, plus } from '#dialogue/instant';
import type { Outbox } from './deps.ts';
import type { Due } from './ports.ts';

/** Work for a post, written down. */
export type Promised = Due & { readonly post: PostRef };

/** Writes down, before a post's cause is committed, that the post must be looked after even if this process ends now. */
export async function promise(
  { store, surroundings }: Pick<Outbox, 'store' | 'surroundings'>,
  post: PostRef,
): Promise<Promised> {
  const due = { at: surroundings.now(), post };
  await store.addDue(due);
  return due;
}

/**
 * Work for a post that was written down so recently, in milliseconds, the timer leaves to whoever did that: what it is for may
 * still be on its way, and looked after too early it would be crossed off in vain.
 */
export const FRESH = 20_000;

/** Promised work whose cause never came is crossed off after so long, in milliseconds. */
const ORPHAN = 10 * 60_000;

/** Whether work that was written before its cause has waited in vain: until then that may still be on its way. */
export const isOrphan = ({ at }: Due, now: Instant): boolean => at < plus(now, -ORPHAN);
