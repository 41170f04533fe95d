import type { DueStore } from '#usecases/ports';
import { fromDueEntity, toDueEntity } from './entities/dueEntity.ts';
import { addresses, ranges } from './keys.ts';
import { readRange } from './rows.ts';
import type { Tables } from './tables.ts';

export const createDueStore = (tables: Tables): DueStore => ({
  addDue: (due) => tables.upsert(toDueEntity(due)),
  removeDue: (due) => tables.remove(addresses.due(due)),
  async listDue(now) {
    const buckets = await Promise.all(ranges.due(now).map((range) => readRange(tables, range)));
    return buckets
      .flat()
      .map(fromDueEntity)
      .sort((left, right) => (left.at === right.at ? 0 : left.at < right.at ? -1 : 1));
  },
});
