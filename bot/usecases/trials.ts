import { isBlank } from '#dialogue/answer';
import { DialogueError } from '#dialogue/errors';
import { plus } from '#dialogue/instant';
import { isTrialOver, type Trial, TRIAL_KEPT, type TrialRef } from '#dialogue/trial';
import type { Deps } from './deps.ts';
import type { CommitteeStore, Due, DueStore } from './ports.ts';

type TrialStore = Pick<CommitteeStore, 'readTrial' | 'saveTrial' | 'eraseTrial'>;

type TrialDeps = Pick<Deps, 'surroundings'> & { readonly store: TrialStore };
type ReadDeps = Pick<Deps, 'surroundings'> & { readonly store: Pick<TrialStore, 'readTrial'> };
type WritingDeps = TrialDeps & { readonly store: Pick<DueStore, 'addDue' | 'removeDue'> };
type ErasingDeps = { readonly store: TrialStore & Pick<DueStore, 'removeDue'> };

/** What somebody has written to try the app; undefined where there is nothing, or its time is over. */
export async function readTrial({ store, surroundings }: ReadDeps, ref: TrialRef): Promise<Trial | undefined> {
  const trial = await store.readTrial(ref);
  return trial === undefined || isTrialOver(trial, surroundings.now()) ? undefined : trial;
}

/**
 * Stores it in place of what was there. That it will be deleted is written down first, so that no text stays for good.
 * @throws DialogueError `AnswerEmpty`
 */
export async function writeTrial({ store, surroundings }: WritingDeps, ref: TrialRef, text: string): Promise<Trial> {
  if (isBlank(text)) throw new DialogueError('AnswerEmpty');
  const trial = { text, at: surroundings.now() };
  const before = await store.readTrial(ref);
  await store.addDue(dueOf(ref, trial));
  await store.saveTrial(ref, trial);
  if (before !== undefined && before.at !== trial.at) await store.removeDue(dueOf(ref, before));
  return trial;
}

/** Deletes the row and what was written down to delete it later; where there is none that is fine too. */
export async function eraseTrial({ store }: ErasingDeps, ref: TrialRef): Promise<void> {
  const trial = await store.readTrial(ref);
  await store.eraseTrial(ref);
  if (trial !== undefined) await store.removeDue(dueOf(ref, trial));
}

const dueOf = (ref: TrialRef, { at }: Trial): Due => ({ at: plus(at, TRIAL_KEPT), trial: ref });

/** The timer's part: one that was written anew meanwhile stays, since that has been written down for a later time. */
export async function forgetTrial(
  deps: TrialDeps & { readonly store: Pick<DueStore, 'removeDue'> },
  due: Due & { readonly trial: TrialRef },
): Promise<void> {
  const trial = await deps.store.readTrial(due.trial);
  if (trial !== undefined && isTrialOver(trial, deps.surroundings.now())) await deps.store.eraseTrial(due.trial);
  await deps.store.removeDue(due);
}
