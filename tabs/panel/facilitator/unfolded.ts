import type { ItemView } from '../../api/views.ts';

/** What stands before the facilitator: nothing more, the plan (`changed`: just now), the plan to change, or the question whether to end. */
export type Unfolded = 'nothing' | 'plan' | 'changing' | 'changed' | 'ending';

/** Whether the plan stands in place of the question. Before the first question it is what the page is about. */
export const covers = (unfolded: Unfolded, { round }: ItemView): boolean =>
  unfolded === 'changing' || (round !== undefined && isPlan(unfolded));

export const isPlan = (unfolded: Unfolded): boolean => unfolded === 'plan' || unfolded === 'changed';
