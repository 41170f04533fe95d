import { DialogueError } from '#dialogue/errors';
import { mayBeThreadOf } from '#dialogue/held';
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
  const announced = (await deps.store.listAnnounced(meeting.committee)).find(
    (other) => other.post.key === ref.key && other.post.partition === ref.partition,
  );
  if (announced === undefined) return [];
  const held = await deps.store.listHeld(meeting.committee);
  const roots = new Set(held.map(({ root }) => root).filter((root) => mayBeThreadOf(root, announced)));
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
