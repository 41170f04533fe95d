import { plus } from '#dialogue/instant';
import type { MessageId } from '#dialogue/ids';
import type { Place, Post, PostRef } from '#dialogue/post';
import { step } from '#dialogue/step';
import type { Outbox } from './deps.ts';
import { destinationOf } from './destination.ts';
import type { ChangeOutcome } from './ports.ts';
import { AWAY, type Rest } from './rest.ts';

/** Tries before a row that others keep changing is left for the next look. */
const TRIES = 4;

/**
 * Deletes messages that turned up for a post besides the one that stands, or for one that is no longer wanted.
 * @returns when to come back, where Teams would not delete one now
 */
export async function clearSuperfluous(
  deps: Outbox,
  ref: PostRef,
  post: Post,
): Promise<(Rest & { type: 'again' }) | undefined> {
  for (const place of post.superfluous ?? []) {
    const outcome = await remove(deps, ref, post, place);
    if (outcome === undefined) return undefined;
    deps.surroundings.log({ level: 'warn', code: 'Post.superfluous', outcome: outcome.type });
    const now = deps.surroundings.now();
    if (outcome.type === 'deferred') return { type: 'again', at: plus(now, outcome.after), soon: true };
    if (outcome.type === 'refused' && outcome.http === 403) return { type: 'again', at: plus(now, AWAY), soon: false };
    await note(deps, ref, place.message);
  }
  return undefined;
}

async function remove(
  deps: Outbox,
  ref: PostRef,
  post: Post,
  { root, message }: Place,
): Promise<ChangeOutcome | undefined> {
  const at = await destinationOf(deps, ref, post, root);
  return at && deps.channel.remove(at, message);
}

async function note({ store }: Outbox, ref: PostRef, message: MessageId): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await store.readPost(ref);
    const next = stored && step(stored.value, { type: 'cleared', message });
    if (next === undefined || (await store.savePost(ref, next, stored?.version))) return;
  }
}
