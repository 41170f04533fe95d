import type { Seen } from './answer.ts';
import type { MessageId } from './ids.ts';
import { type Instant, millisecondsOf } from './instant.ts';
import type { PostRef } from './post.ts';

/** Teams' clock and ours may differ by so much, in milliseconds. */
const TOLERANCE = 5 * 60_000;
/** A held reply of a question that nobody settles is erased after so long, in milliseconds. */
export const HELD_FOR = 24 * 60 * 60_000;

/** A question or preparation that is on its way into the channel: replies to it may arrive before its thread is known. */
export interface Announced {
  readonly post: PostRef;
  readonly first: Instant;
  readonly last: Instant;
}

/** A reply under a root that nobody owns yet. */
export interface Held {
  readonly root: MessageId;
  readonly reply: Seen;
  readonly heldAt: Instant;
}

/** Which thread of the channel belongs to what. */
export interface Thread {
  readonly root: MessageId;
  readonly kind: 'question' | 'preparation' | 'other';
  readonly post: PostRef;
}

/**
 * How far, in milliseconds, a thread's root is from the time in which an announced post was sent. Of two questions that
 * are on their way the nearer one is the thread's: two clocks that differ do so for both.
 */
export function distanceFrom(root: MessageId, { first, last }: Announced): number {
  const made = Number(root);
  return Math.max(0, millisecondsOf(first) - made, made - millisecondsOf(last));
}

/** Whether a thread with this root can be the one of an announced post: its root id tells when it was made. */
export function mayBeThreadOf(root: MessageId, announced: Announced): boolean {
  return distanceFrom(root, announced) <= TOLERANCE;
}
