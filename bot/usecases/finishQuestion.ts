import { digestPostKey, POINTER_POST_KEY, type PostRef, roundOfPostKey, takesAnswers } from '#dialogue/post';
import type { Outbox } from './deps.ts';
import { committeeOfPost, eraseHeldOf, unannounce } from './eraseHeld.ts';
import { locate } from './locate.ts';
import { promise, type Promised } from './promise.ts';
import { promiseReadBackFound } from './promiseReadBack.ts';
import { repliedTo } from './repliedTo.ts';

/**
 * A question stands in the channel: what waited for it goes on. Its announcement is taken back last, so as long as that
 * is there, this is not finished; done twice it does no harm.
 * @returns what is to be looked after now
 */
export async function finishQuestion(deps: Outbox, ref: PostRef): Promise<readonly Promised[]> {
  const committee = committeeOfPost(ref);
  if (!takesAnswers(ref) || committee === undefined) return [];
  const announced = await deps.store.listAnnounced(committee);
  const own = announced.find(({ post }) => post.key === ref.key && post.partition === ref.partition);
  if (own === undefined) {
    // Whoever took it back may have been gone before what came at the last moment was erased.
    await eraseHeldOf(deps, ref);
    return [];
  }
  // Sent more than once: somebody may be replying to another message than the one that is known.
  if (own.first !== own.last) await locateOthers(deps, ref);
  const waiting = await promiseWaiting(deps, ref);
  // Closed meanwhile, its thread has not been read back: the timer does.
  await promiseReadBackFound(deps, ref.partition, roundOfPostKey(ref.key));
  await unannounce(deps, ref);
  return waiting;
}

/** Before what is held is erased, replies under a second message of the same question are made out. */
async function locateOthers(deps: Outbox, ref: PostRef & { table: 'Meetings' }): Promise<void> {
  const [post, meeting] = await Promise.all([deps.store.readPost(ref), deps.store.readMeeting(ref.partition)]);
  if (post === undefined || meeting === undefined) return;
  for (const { place, shown } of await repliedTo(deps, meeting.value, ref, post.value))
    await locate(deps, ref, place, shown);
}

/**
 * Echoes wait for the thread that they belong in, the line in the meeting's chat leads to it, and a digest that was made
 * meanwhile lacks the thread's replies.
 */
async function promiseWaiting(deps: Outbox, ref: PostRef & { table: 'Meetings' }): Promise<readonly Promised[]> {
  const round = roundOfPostKey(ref.key);
  const { posts } = await deps.store.readRoundOn(ref.partition, round);
  const waiting = posts.filter(
    (post) =>
      post.key === digestPostKey(1) ||
      post.key === POINTER_POST_KEY ||
      (post.kind === 'echo' && post.round === round && post.state.status === 'due'),
  );
  return Promise.all(waiting.map(({ key }) => promise(deps, { ...ref, key })));
}
