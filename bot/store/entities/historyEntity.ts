import type { CommitteeId } from '#dialogue/ids';
import type { HistoryEntry } from '#dialogue/team';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity } from '../tables.ts';

export function toHistoryEntity(committee: CommitteeId, entry: HistoryEntry): Entity {
  return { ...addresses.history(committee, entry.openedAt), columns: toColumns(entry) };
}
