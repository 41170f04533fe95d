import type { TableName, Tables } from './tables.ts';

/** A request that was made of the table service. Sending it again, or making a missing table, is not counted. */
export interface Operation {
  readonly kind: 'read' | 'write';
  readonly name: keyof Tables;
  readonly table: TableName;
  /** Keys of the rows that it was to write; none for reads. */
  readonly keys: readonly string[];
}

/** Tells of each request before it is made. */
export function meteredTables(tables: Tables, count: (operation: Operation) => void): Tables {
  const read = (name: keyof Tables, { table }: { table: TableName }): void =>
    count({ kind: 'read', name, table, keys: [] });
  const write = (name: keyof Tables, { table }: { table: TableName }, keys: readonly string[]): void =>
    count({ kind: 'write', name, table, keys });
  return {
    get: (at) => (read('get', at), tables.get(at)),
    page: (range, continuation) => (read('page', range), tables.page(range, continuation)),
    insert: (entity) => (write('insert', entity, [entity.key]), tables.insert(entity)),
    replace: (entity, over) => (write('replace', entity, [entity.key]), tables.replace(entity, over)),
    upsert: (entity) => (write('upsert', entity, [entity.key]), tables.upsert(entity)),
    remove: (at, over) => (write('remove', at, [at.key]), tables.remove(at, over)),
    transact: (writes) => (
      write(
        'transact',
        writes[0].entity,
        writes.map(({ entity }) => entity.key),
      ),
      tables.transact(writes)
    ),
  };
}
