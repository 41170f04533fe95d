import type { Due, DueStore } from '#usecases/ports';
import { BrokenRow } from './brokenRow.ts';
import { fromDueEntity, toDueEntity } from './entities/dueEntity.ts';
import { addresses, ranges } from './keys.ts';
import { readRange } from './rows.ts';
import type { Row, Tables } from './tables.ts';

export const createDueStore = (tables: Tables): DueStore => ({
  addDue: (due) => tables.upsert(toDueEntity(due)),
  removeDue: (due) => tables.remove(addresses.due(due)),
  async listDue(now) {
    const buckets = await Promise.all(ranges.due(now).map((range) => readRange(tables, range)));
    const all = buckets.flat().map(readable);
    const dues = all.filter((due) => due !== undefined);
    return {
      dues: dues.sort((left, right) => (left.at === right.at ? 0 : left.at < right.at ? -1 : 1)),
      broken: all.length - dues.length,
    };
  },
});

function readable(row: Row): Due | undefined {
  try {
    return fromDueEntity(row);
  } catch (error) {
    if (error instanceof BrokenRow) return undefined;
    throw error;
  }
}
