import { DialogueError } from '#dialogue/errors';
import type { CommitteeId } from '#dialogue/ids';
import type { Committee } from '#dialogue/team';
import { type CommitteeStore, Unavailable } from './ports.ts';

/** Tries before a row that others keep changing is given up. */
const TRIES = 8;

/**
 * Writes a committee over just what was read of it. Where somebody else wrote in between, `change` decides again on what
 * stands there now; it returns what it was given where nothing is to be changed.
 * @returns what stands there now
 * @throws DialogueError `CommitteeUnknown` and what `change` throws; Unavailable where others keep writing
 */
export async function changeCommittee(
  { store }: { readonly store: Pick<CommitteeStore, 'readCommittee' | 'saveCommittee'> },
  id: CommitteeId,
  change: (known: Committee) => Promise<Committee> | Committee,
): Promise<Committee> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await store.readCommittee(id);
    if (stored === undefined) throw new DialogueError('CommitteeUnknown');
    const next = await change(stored.value);
    if (next === stored.value || (await store.saveCommittee(next, stored.version))) return next;
  }
  throw new Unavailable('store');
}
