import { step } from '#dialogue/step';
import type { Outbox } from './deps.ts';
import type { StartDeleted } from './inboundEvents.ts';
import { Unavailable } from './ports.ts';

/** Tries before a row that others keep changing is given up for now. */
const TRIES = 8;

/**
 * Somebody deleted a message that starts a thread. Where it is a question that was sent out beforehand, whoever plans is
 * to know that it is gone; its thread stays the question's, with what was and will be written there.
 * @throws Unavailable; Teams then tells again
 */
export async function noteDeleted(
  { store, surroundings }: Pick<Outbox, 'store' | 'surroundings'>,
  { committee, message }: StartDeleted,
): Promise<void> {
  const thread = await store.readThread(committee, message);
  if (thread?.kind !== 'preparation') return;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await store.readPost(thread.post);
    // Another message stands for it: it was sent again since, or this was one too many.
    if (stored?.value.state.status !== 'sent' || stored.value.state.place.message !== message) return;
    const next = step(stored.value, { type: 'deleted' });
    if (next === undefined || (await store.savePost(thread.post, next, stored.version))) {
      surroundings.log({ level: 'info', code: 'Post.deletedInTeams', kind: stored.value.kind });
      return;
    }
  }
  throw new Unavailable('store');
}
