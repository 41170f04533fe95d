import { digestPostKey, type PostRef, roundOfPostKey } from '#dialogue/post';
import type { Outbox } from './deps.ts';
import { committeeOfPost, unannounce } from './eraseHeld.ts';
import { isQuestion } from './locate.ts';
import { attendLater, promise } from './outbox.ts';

/**
 * A question stands in the channel: what waited for it goes on. Its announcement is taken back last, so as long as that
 * is there, this is not finished; done twice it does no harm.
 */
export async function finishQuestion(deps: Outbox, ref: PostRef): Promise<void> {
  const committee = committeeOfPost(ref);
  if (!isQuestion(ref) || committee === undefined) return;
  const announced = await deps.store.listAnnounced(committee);
  if (!announced.some(({ post }) => post.key === ref.key && post.partition === ref.partition)) return;
  await attendWaiting(deps, ref);
  await unannounce(deps, ref);
}

/** Echoes wait for the thread that they belong in, and a digest that was made meanwhile lacks the thread's replies. */
async function attendWaiting(deps: Outbox, ref: PostRef & { table: 'Meetings' }): Promise<void> {
  const round = roundOfPostKey(ref.key);
  const { posts } = await deps.store.readRoundOn(ref.partition, round);
  for (const post of posts) {
    const isEcho = post.kind === 'echo' && post.round === round && post.state.status === 'due';
    if (!isEcho && post.key !== digestPostKey(1)) continue;
    attendLater(deps, [await promise(deps, { ...ref, key: post.key })]);
  }
}
