import { digestPostKey, type PostRef, roundOfPostKey } from '#dialogue/post';
import type { Outbox } from './deps.ts';
import { committeeOfPost, unannounce } from './eraseHeld.ts';
import { isQuestion } from './locate.ts';
import { promise, type Promised } from './promise.ts';

/**
 * A question stands in the channel: what waited for it goes on. Its announcement is taken back last, so as long as that
 * is there, this is not finished; done twice it does no harm.
 * @returns what is to be looked after now
 */
export async function finishQuestion(deps: Outbox, ref: PostRef): Promise<readonly Promised[]> {
  const committee = committeeOfPost(ref);
  if (!isQuestion(ref) || committee === undefined) return [];
  const announced = await deps.store.listAnnounced(committee);
  if (!announced.some(({ post }) => post.key === ref.key && post.partition === ref.partition)) return [];
  const waiting = await promiseWaiting(deps, ref);
  await unannounce(deps, ref);
  return waiting;
}

/** Echoes wait for the thread that they belong in, and a digest that was made meanwhile lacks the thread's replies. */
async function promiseWaiting(deps: Outbox, ref: PostRef & { table: 'Meetings' }): Promise<readonly Promised[]> {
  const round = roundOfPostKey(ref.key);
  const { posts } = await deps.store.readRoundOn(ref.partition, round);
  const waiting = posts.filter(
    (post) =>
      post.key === digestPostKey(1) || (post.kind === 'echo' && post.round === round && post.state.status === 'due'),
  );
  return Promise.all(waiting.map(({ key }) => promise(deps, { ...ref, key })));
}
