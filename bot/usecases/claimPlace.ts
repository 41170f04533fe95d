import { DialogueError } from '#dialogue/errors';
import { mayBeThreadOf } from '#dialogue/held';
import type { MessageId } from '#dialogue/ids';
import type { Meeting } from '#dialogue/meeting';
import type { Post, PostRef } from '#dialogue/post';
import { compositionOf } from './composition.ts';
import type { Outbox } from './deps.ts';
import { destinationOf } from './destination.ts';
import { Unavailable } from './ports.ts';

/**
 * Makes sure that a thread somebody points at is the one of a post that nobody knew about: it is no other post's, it
 * was made while this one was on its way, and its first message is the bot's own, since only those can the bot update.
 * @returns the hash of what stands there now
 * @throws DialogueError `LinkUnreadable` where it is another message, `PostSettled` where nothing should stand there;
 * `Unavailable` where Teams cannot be asked now
 */
export async function claimPlace(
  deps: Outbox,
  meeting: Meeting,
  ref: PostRef,
  post: Post,
  root: MessageId,
): Promise<string> {
  if (await isAnothers(deps, meeting, ref, root)) throw new DialogueError('LinkUnreadable', 'another post');
  const [composition, at] = await Promise.all([compositionOf(deps, ref, post), destinationOf(deps, ref, post, root)]);
  if (composition.type !== 'message' || at === undefined) throw new DialogueError('PostSettled');
  const outcome = await deps.channel.update(at, root, composition.message);
  if (outcome.type === 'done') return composition.hash;
  if (outcome.type === 'deferred') throw new Unavailable('connector');
  throw new DialogueError('LinkUnreadable', 'not a message of the bot');
}

/** The bot has other messages too; to update one of those would overwrite it and take over its thread. */
async function isAnothers({ store }: Outbox, meeting: Meeting, ref: PostRef, root: MessageId): Promise<boolean> {
  const [thread, { posts }, announced] = await Promise.all([
    store.readThread(meeting.committee, root),
    store.readAllRounds(meeting.id),
    store.listAnnounced(meeting.committee),
  ]);
  if (thread !== undefined && !isSame(thread.post, ref)) return true;
  const stands = posts.filter(
    ({ key, state }) => key !== ref.key && state.status === 'sent' && state.place.message === root,
  );
  const onItsWay = announced.find((other) => isSame(other.post, ref));
  return stands.length > 0 || (onItsWay !== undefined && !mayBeThreadOf(root, onItsWay));
}

const isSame = (one: PostRef, other: PostRef): boolean => one.partition === other.partition && one.key === other.key;
