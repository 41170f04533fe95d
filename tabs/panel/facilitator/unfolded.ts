import type { ItemView } from '../../api/views.ts';

/**
 * What stands before the facilitator: nothing more, the plan (`changed`: just now), the plan to change, people to hand over to
 * or to make *referent*, or the question whether to end.
 */
export type Unfolded = 'nothing' | 'plan' | 'changing' | 'changed' | 'handOver' | 'scribe' | 'ending';

const PAGES: ReadonlySet<Unfolded> = new Set(['changing', 'handOver', 'scribe']);

/** Whether the plan, or another page, stands in place of the question. Before the first question it is what the page is about. */
export const covers = (unfolded: Unfolded, { round }: ItemView): boolean =>
  PAGES.has(unfolded) || (round !== undefined && isPlan(unfolded));

export const isPlan = (unfolded: Unfolded): boolean => unfolded === 'plan' || unfolded === 'changed';
