import type { ItemView, PlannedView, RoundView } from '../../api/views.ts';

/** What comes next in an item: there is always one, and it is the filled button. */
export type NextStep =
  | { readonly type: 'close'; readonly round: RoundView }
  | { readonly type: 'put'; readonly question: PlannedView; readonly position: number; readonly isFirst: boolean }
  | { readonly type: 'end'; readonly press: EndPress };

/** Whether a press ends the item, or asks first: where something would be left that somebody may still want. */
type EndPress = 'ends' | 'asks';

export function nextStep({ round, plan, unsettled }: ItemView): NextStep {
  if (round?.status === 'open') return { type: 'close', round };
  const index = plan.findIndex((question) => question.status === 'waiting');
  const question = plan[index];
  return question === undefined
    ? { type: 'end', press: round !== undefined && unsettled.length === 0 ? 'ends' : 'asks' }
    : { type: 'put', question, position: index + 1, isFirst: round === undefined };
}
