import { type Instant, plus } from '#dialogue/instant';
import type { Post, PostRef } from '#dialogue/post';
import type { Snapshot } from '#dialogue/view';
import type { Outbox } from './deps.ts';
import { look } from './outbox.ts';

/** A post that is still on its way when it is polled is left alone for so long, in milliseconds, before it is looked at again. */
const PATIENCE = 3_000;

/** Looks after posts that a poll finds unsent: the timer comes by only every few minutes. */
export type AttendOverdue = (rows: Pick<Snapshot, 'meeting' | 'posts'>) => void;

export function createAttendOverdue(deps: Outbox): AttendOverdue {
  const next = new Map<string, Instant>();

  function isTime(name: string, post: Post): boolean {
    const now = deps.surroundings.now();
    const notBefore = post.state.status === 'due' ? (post.state.notBefore ?? '') : '';
    const at = next.get(name);
    if (at === undefined) {
      // First seen: whoever wrote it is most likely at it.
      next.set(name, plus(now, PATIENCE));
      return false;
    }
    if (at > now || notBefore > now) return false;
    next.set(name, plus(now, PATIENCE));
    return true;
  }

  return ({ meeting, posts }) => {
    for (const post of posts) {
      const name = `${meeting.id} ${post.key}`;
      if (post.state.status !== 'due' && post.state.status !== 'sending') {
        next.delete(name);
        continue;
      }
      const ref: PostRef = { table: 'Meetings', partition: meeting.id, key: post.key };
      if (isTime(name, post))
        deps.surroundings.later('attendOverdue', async () => {
          await look(deps, ref);
        });
    }
  };
}
