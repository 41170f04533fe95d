import { DialogueError } from '#dialogue/errors';
import { mayBeThreadOf } from '#dialogue/held';
import type { MessageId } from '#dialogue/ids';
import type { Meeting } from '#dialogue/meeting';
import type { Place, Post, PostRef } from '#dialogue/post';
import { compositionOf } from './composition.ts';
import type { Outbox } from './deps.ts';
import { destinationOf } from './destination.ts';
import { startsThread } from './locate.ts';
import { Unavailable } from './ports.ts';

/**
 * Makes sure that a message somebody points at is the one of a post that nobody knew about: it is no other post's, it
 * is the bot's own, since only those can the bot update, and it stands where it can be this one's: a thread of its own
 * that was made while the post was on its way, or a reply in the thread that the post belongs in.
 * @returns the hash of what stands there now
 * @throws DialogueError `LinkUnreadable` where it is another message, `PostSettled` where nothing should stand there;
 * `Unavailable` where Teams cannot be asked now
 */
export async function claimPlace(
  deps: Outbox,
  meeting: Meeting,
  ref: PostRef,
  post: Post,
  place: Place,
): Promise<string> {
  if (await isAnothers(deps, meeting, ref, place)) throw new DialogueError('LinkUnreadable', 'another post');
  const [composition, at] = await Promise.all([
    compositionOf(deps, ref, post),
    destinationOf(deps, ref, post, place.root),
  ]);
  if (composition.type !== 'message' || at === undefined) throw new DialogueError('PostSettled');
  if (composition.way === 'reply' && composition.root !== place.root)
    throw new DialogueError('LinkUnreadable', 'another thread');
  const outcome = await deps.channel.update(at, place.message, composition.message);
  if (outcome.type === 'done') return composition.hash;
  if (outcome.type === 'deferred') throw new Unavailable('connector');
  throw new DialogueError('LinkUnreadable', 'not a message of the bot');
}

/** The bot has other messages too; to update one of those would overwrite it and take over its thread. */
async function isAnothers(deps: Outbox, meeting: Meeting, ref: PostRef, { root, message }: Place): Promise<boolean> {
  const { posts } = await deps.store.readAllRounds(meeting.id);
  const stands = posts.some(
    ({ key, state }) => key !== ref.key && state.status === 'sent' && state.place.message === message,
  );
  return stands || (startsThread(ref) && (await isAnothersThread(deps, meeting, ref, root)));
}

async function isAnothersThread(
  { store }: Outbox,
  { committee }: Meeting,
  ref: PostRef,
  root: MessageId,
): Promise<boolean> {
  const [thread, announced] = await Promise.all([store.readThread(committee, root), store.listAnnounced(committee)]);
  if (thread !== undefined && !isSame(thread.post, ref)) return true;
  const onItsWay = announced.find((other) => isSame(other.post, ref));
  return onItsWay !== undefined && !mayBeThreadOf(root, onItsWay);
}

const isSame = (one: PostRef, other: PostRef): boolean => one.partition === other.partition && one.key === other.key;
