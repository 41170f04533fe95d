import { answerProposal as answered } from '#dialogue/decideSetup';
import { type SetupCaller, type SetupDeps, writeSetup } from './changeSetup.ts';
import type { SetupView } from '#dialogue/setupView';

/**
 * A chair's yes or no to a change of what both chairs decide. `revision`: of the setup in which they saw it.
 * @throws DialogueError what `dialogue/decideSetup` refuses; `Unavailable`
 */
export const answerProposal = (
  deps: SetupDeps,
  caller: SetupCaller,
  answer: { readonly revision: number; readonly agrees: boolean },
): Promise<SetupView> =>
  writeSetup(deps, caller, 'Setup.answered', (known, context) => answered(known, answer, caller.by, context));
