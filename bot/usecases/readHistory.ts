import { type HistoryView, historyView } from '#dialogue/historyView';
import type { Deps } from './deps.ts';
import type { Visitor } from './visitor.ts';

/** Most items that the history lists. A committee that takes one a week has them for four years. */
const HISTORY_LIMIT = 200;

/**
 * What the committee has talked about: its ended items, newest first, and when each question of the materials was taken.
 * @throws Unavailable
 */
export async function readHistory(
  deps: Pick<Deps, 'store' | 'materials'>,
  { committee, team }: Pick<Visitor, 'committee' | 'team'>,
): Promise<HistoryView> {
  const entries = await deps.store.listHistory(committee.id, HISTORY_LIMIT);
  const opened = entries.filter(({ discarded }) => !discarded);
  return historyView(committee, opened, deps.materials, { tenant: team.tenant, group: team.group });
}
