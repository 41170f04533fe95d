import { DialogueError } from '#dialogue/errors';
import { plus } from '#dialogue/instant';
import { isTrialOver, type Trial, TRIAL_KEPT, type TrialRef } from '#dialogue/trial';
import type { Deps } from './deps.ts';
import type { CommitteeStore, Due, DueStore } from './ports.ts';

type TrialStore = Pick<CommitteeStore, 'readTrial' | 'saveTrial' | 'eraseTrial'>;

type TrialDeps = Pick<Deps, 'surroundings'> & { readonly store: TrialStore };
type ReadDeps = Pick<Deps, 'surroundings'> & { readonly store: Pick<TrialStore, 'readTrial'> };
type WritingDeps = TrialDeps & { readonly store: Pick<DueStore, 'addDue'> };

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
  if (text.trim() === '') throw new DialogueError('AnswerEmpty');
  const trial = { text, at: surroundings.now() };
  await store.addDue({ at: plus(trial.at, TRIAL_KEPT), trial: ref });
  await store.saveTrial(ref, trial);
  return trial;
}

/** Deletes the row; where there is none that is fine too. */
export const eraseTrial = ({ store }: TrialDeps, ref: TrialRef): Promise<void> => store.eraseTrial(ref);

/** The timer's part: one that was written anew meanwhile stays, since that has been written down for a later time. */
export async function forgetTrial(
  deps: TrialDeps & { readonly store: Pick<DueStore, 'removeDue'> },
  due: Due & { readonly trial: TrialRef },
): Promise<void> {
  const trial = await deps.store.readTrial(due.trial);
  if (trial !== undefined && isTrialOver(trial, deps.surroundings.now())) await deps.store.eraseTrial(due.trial);
  await deps.store.removeDue(due);
}
