import type { Held } from '#dialogue/held';
import type { CommitteeId } from '#dialogue/ids';
import { type Place, type Post, type PostRef, roundOfPostKey } from '#dialogue/post';
import { step } from '#dialogue/step';
import type { Outbox } from './deps.ts';
import { committeeOfPost } from './eraseHeld.ts';
import { destinationOf } from './destination.ts';
import { Unavailable } from './ports.ts';

/** Tries before a row that others keep changing is given up for now. */
const TRIES = 8;

/**
 * A post was located in the channel: by its sender, or by somebody who saw it. First the thread is owned and what was
 * held for it adopted, then the post is `sent`; so a crash in between loses nothing and is done again.
 * Where two messages turn up for one post the older stands and the other is deleted; replies under both count.
 */
export async function locate(deps: Outbox, ref: PostRef, place: Place, shown?: string): Promise<void> {
  const committee = committeeOfPost(ref);
  if (isQuestion(ref) && committee !== undefined) {
    await deps.store.saveThread(committee, { root: place.root, kind: 'question', post: ref });
    for (const held of await deps.store.listHeld(committee, place.root)) await adopt(deps, committee, ref, held);
  }
  await save(deps, ref, place, shown);
}

export const isQuestion = (ref: PostRef): ref is PostRef & { table: 'Meetings' } =>
  ref.table === 'Meetings' && ref.key.endsWith('!p!q');

/** A held reply becomes an answer of the round that owns its thread. */
export async function adopt(
  { store }: Pick<Outbox, 'store'>,
  committee: CommitteeId,
  ref: PostRef & { table: 'Meetings' },
  held: Held,
): Promise<void> {
  await store.mergeAnswer(ref.partition, { ...held.reply, round: roundOfPostKey(ref.key), revision: 0 });
  await store.eraseHeld(committee, held);
}

async function save(deps: Outbox, ref: PostRef, place: Place, shown: string | undefined): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await deps.store.readPost(ref);
    if (stored === undefined) return;
    const next = step(stored.value, { type: 'located', place, shown });
    const extra = superfluous(stored.value, next, place);
    if (next === undefined || (await deps.store.savePost(ref, next, stored.version))) {
      if (extra !== undefined) await remove(deps, ref, stored.value, extra);
      return;
    }
  }
  throw new Unavailable('store');
}

/** The message that must go: of two the younger, and one that is no longer wanted at all. */
function superfluous(before: Post, after: Post | undefined, place: Place): Place | undefined {
  if (after?.state.status !== 'sent') return place;
  if (after.state.place.message !== place.message) return place;
  return before.state.status === 'sent' && before.state.place.message !== place.message
    ? before.state.place
    : undefined;
}

async function remove(deps: Outbox, ref: PostRef, post: Post, place: Place): Promise<void> {
  const at = await destinationOf(deps, ref, post, place.root);
  if (at === undefined) return;
  const outcome = await deps.channel.remove(at, place.message);
  deps.surroundings.log({ level: 'warn', code: 'Post.superfluous', outcome: outcome.type });
}
