import { mayBeThreadOf } from '#dialogue/held';
import type { CommitteeId } from '#dialogue/ids';
import { committeeOf } from '#dialogue/ids';
import type { PostRef } from '#dialogue/post';
import type { Outbox } from './deps.ts';

/** The committee whose channel a post goes to. */
export const committeeOfPost = (ref: PostRef): CommitteeId | undefined =>
  ref.table === 'Committees' ? ref.partition : committeeOf(ref.partition);

/** Erases what was held for a post and can belong to nothing else that is on its way. */
export async function eraseHeldOf({ store }: Pick<Outbox, 'store'>, ref: PostRef): Promise<void> {
  const committee = committeeOfPost(ref);
  if (committee === undefined) return;
  const all = await store.listHeld(committee);
  if (all.length === 0) return;
  const announced = await store.listAnnounced(committee);
  const others = announced.filter(({ post }) => post.key !== ref.key || post.partition !== ref.partition);
  for (const held of all) {
    if (!others.some((other) => mayBeThreadOf(held.root, other))) await store.eraseHeld(committee, held);
  }
}

/** A question is not on its way any more: nothing is held for it from now on. */
export async function unannounce(deps: Pick<Outbox, 'store'>, ref: PostRef): Promise<void> {
  await eraseHeldOf(deps, ref);
  const committee = committeeOfPost(ref);
  if (committee === undefined) return;
  await deps.store.unannounce(committee, ref);
  // Somebody may have seen the announcement before it went and written what they hold after the others were erased.
  await eraseHeldOf(deps, ref);
}
