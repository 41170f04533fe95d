import type { SetupView } from '#contract/responses';
import { ApiError } from '../api/errors.ts';
import { TITLE_LIMIT } from '../api/limits.ts';
import { describeNotSaved, placeOf } from './describeSetupFailure.ts';
import { type Draft, draftOf } from './setupDraft.ts';
import type { SetupState } from './useSetup.ts';
import type { SetupText } from './useSetupText.ts';

/** What hinders saving, in words, and the field to change; undefined where it is about no field. */
export interface Wrong {
  readonly field: keyof Draft | undefined;
  readonly words: string;
}

/** What is wrong with the form as it stands, or why the server did not save it. */
export function wrongIn(
  { fault, failure }: Pick<SetupState, 'fault' | 'failure'>,
  draft: Draft,
  view: SetupView,
  text: SetupText,
): Wrong | undefined {
  if (fault !== undefined) return { field: fieldOf(fault, draft, view), words: text(fault, { limit: TITLE_LIMIT }) };
  if (!(failure instanceof ApiError)) return undefined;
  const field =
    failure.code === 'PersonNotMember' ? placeOf(failure.field)?.field : fieldOf(`error.${failure.code}`, draft, view);
  return { field, words: describeNotSaved(failure, draft, text) };
}

function fieldOf(key: string, draft: Draft, view: SetupView): keyof Draft | undefined {
  switch (key) {
    case 'setup.nameEmpty':
    case 'setup.nameTooLong':
      return 'name';
    case 'error.ChairsSame':
      return 'deputy';
    case 'setup.namesNeedBoth':
      return 'names';
    case 'error.ChairsMissing':
      return missingIn(draft, view);
    case 'error.CommitteeTooLarge':
      return 'members';
    default:
      return undefined;
  }
}

/** Whoever has just chosen about names is told there; otherwise at the empty chair. */
function missingIn(draft: Draft, view: SetupView): keyof Draft {
  if (draft.names !== draftOf(view).names) return 'names';
  const isEmpty = (seat: 'chair' | 'deputy'): boolean => draft[seat] === undefined || view.setup?.[seat] === undefined;
  return (['chair', 'deputy'] as const).find(isEmpty) ?? 'names';
}
