import { DialogueError } from '#dialogue/errors';
import { mayBeThreadOf } from '#dialogue/held';
import type { MessageId } from '#dialogue/ids';
import type { Meeting } from '#dialogue/meeting';
import type { Place, Post, PostRef } from '#dialogue/post';
import { claimPlace } from './claimPlace.ts';
import type { Outbox } from './deps.ts';

/** A message of the bot's that people reply to, and the hash of what stands there. */
export interface RepliedTo {
  readonly place: Place;
  readonly shown: string;
}

/**
 * Where people reply to a question that may be in the channel without anybody knowing: of the threads whose replies are
 * held, the first message can be changed by the bot only if it is its own, and then it is this question's.
 * @throws Unavailable where Teams cannot be asked now
 */
export async function repliedTo(
  deps: Outbox,
  meeting: Meeting,
  ref: PostRef,
  post: Post,
): Promise<readonly RepliedTo[]> {
  const all = await deps.store.listAnnounced(meeting.committee);
  const announced = all.find(({ post: { key, partition } }) => key === ref.key && partition === ref.partition);
  if (announced === undefined) return [];
  const others = all.filter((other) => other !== announced);
  const held = await deps.store.listHeld(meeting.committee);
  // One that can be another post's too is left alone: the bot could change it whosever it is.
  const isOwn = (root: MessageId): boolean =>
    mayBeThreadOf(root, announced) && !others.some((other) => mayBeThreadOf(root, other));
  const roots = new Set(held.map(({ root }) => root).filter(isOwn));
  const found: RepliedTo[] = [];
  for (const root of roots) {
    const place = { root, message: root };
    const shown = await claimPlace(deps, meeting, ref, post, place).catch(notOurs);
    if (shown !== undefined) found.push({ place, shown });
  }
  return found;
}

/** Somebody's own message, or another of the bot's. */
function notOurs(error: unknown): undefined {
  if (!(error instanceof DialogueError)) throw error;
}
