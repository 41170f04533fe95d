import { useQueryClient } from '@tanstack/react-query';
import type { NewPlan } from '../../api/api.ts';
import { ApiError } from '../../api/errors.ts';
import { viewKey } from '../../api/live.ts';
import { newest } from '../../api/newest.ts';
import type { CommitteeView, PlannedView } from '../../api/views.ts';
import { useServices } from '../../app/services.ts';
import { type Command, useCommand } from '../../app/useCommand.ts';
import { changeable, type Choice } from './choices.ts';
import type { KeptDraft, PlanDraft } from './planDraft.ts';
import { rebase } from './rebase.ts';

/** Somebody else has changed the same: both versions stand in the form now. */
export class PlansMet extends Error {}

/**
 * Saves a plan. Where somebody else has changed the same question in another way, theirs comes beside what is written
 * here, and saving again decides.
 * @param meeting id of the item the plan is of
 * @param where `gone`: somebody has deleted it meanwhile, and saving makes it anew
 */
export function useSavePlan(
  meeting: string,
  where: 'stored' | 'gone',
  { draft, change, forget }: KeptDraft,
): Command<SentPlan> {
  const { committee } = useServices();
  const client = useQueryClient();
  return useCommand<SentPlan>(async (api, command, { title, sent, base, choices }) => {
    try {
      const view = await (where === 'gone'
        ? api.planItem(committee, command, { title, material: sent.material, plan: sent.plan })
        : api.changePlan(meeting, command, sent));
      forget();
      return view;
    } catch (error) {
      const theirs = error instanceof ApiError && planIn(error, meeting);
      if (!theirs) throw error;
      client.setQueryData<CommitteeView>(viewKey(committee), (shown) => newest(shown, theirs.view));
      const stored = changeable(theirs.plan);
      const rebased = rebase(base, stored, choices);
      const titles = rebaseTitle(draft, theirs.title, sent.title ?? draft.title);
      change({ base: stored, choices: rebased.choices, theirs: rebased.theirs, ...titles });
      // Told in the form, where both versions stand, and not for the whole page.
      throw new PlansMet('both changed the same question', { cause: error });
    }
  });
}

/** A plan as it goes out, and as it stands in the form. */
export interface SentPlan {
  readonly title: string;
  readonly sent: NewPlan;
  readonly base: readonly Choice[];
  readonly choices: readonly Choice[];
}

/** The name of the item as a question: theirs where nobody here wrote another, and beside it where both did. */
function rebaseTitle({ baseTitle }: PlanDraft, theirs: string, mine: string): Partial<PlanDraft> {
  if (baseTitle === undefined || theirs === baseTitle) return {};
  if (mine === baseTitle || mine === theirs) return { title: theirs, baseTitle: theirs };
  return { baseTitle: theirs, theirTitle: theirs };
}

interface Stored {
  readonly title: string;
  readonly view: CommitteeView;
  readonly plan: readonly PlannedView[];
}

/** The plan as somebody else has stored it, where that is why it was refused. */
function planIn({ code, view }: ApiError, meeting: string): Stored | undefined {
  if (code !== 'PlanChanged' || view === undefined) return undefined;
  const found = [view.next, view.item].find((one) => one?.id === meeting);
  return found && { view, title: found.title, plan: found.plan };
}
