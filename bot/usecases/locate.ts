import type { Held } from '#dialogue/held';
import type { CommitteeId } from '#dialogue/ids';
import { digestPostKey, type Place, type PostRef, roundOfPostKey, questionPostKey, takesAnswers } from '#dialogue/post';
import { step } from '#dialogue/step';
import type { Outbox } from './deps.ts';
import { committeeOfPost } from './eraseHeld.ts';
import { Unavailable } from './ports.ts';

/** Tries before a row that others keep changing is given up for now. */
const TRIES = 8;

/**
 * A post was located in the channel: by its sender, or by somebody who saw it. First the thread is owned and what was
 * held for it adopted, then the post is `sent`; so a crash in between loses nothing and is done again.
 * Where two messages turn up for one post the older stands and replies under both count; the other is written down as
 * superfluous, and deleted when the post is looked after next.
 */
export async function locate(deps: Outbox, ref: PostRef, place: Place, shown?: string): Promise<void> {
  const committee = committeeOfPost(ref);
  if (committee !== undefined) await own(deps, committee, ref, place);
  await save(deps, ref, place, shown);
}

/** Each of the bot's messages that starts a thread owns it, so that it is never taken for another post's. */
async function own({ store }: Outbox, committee: CommitteeId, ref: PostRef, { root, message }: Place): Promise<void> {
  if (takesAnswers(ref)) {
    const kind = ref.key === questionPostKey(roundOfPostKey(ref.key)) ? 'question' : 'preparation';
    await store.saveThread(committee, { root, kind, post: ref });
    for (const held of await store.listHeld(committee, root)) await adopt({ store }, committee, ref, held);
  } else if (root === message && startsThread(ref)) {
    await store.saveThread(committee, { root, kind: 'other', post: ref });
  }
}

/** Others are replies: in the thread of a post that starts one, or, as a guidance, in a conversation that is no committee. */
export const startsThread = (ref: PostRef): boolean =>
  takesAnswers(ref) || ref.key === digestPostKey(1) || ref.key.startsWith('p!welcome!');

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
    if (next === undefined || (await deps.store.savePost(ref, next, stored.version))) return;
  }
  throw new Unavailable('store');
}
