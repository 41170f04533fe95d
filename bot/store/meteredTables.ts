import type { TableName, Tables } from './tables.ts';

/** A request that was made of the table service. Sending it again, or making a missing table, is not counted. */
export interface Operation {
  readonly kind: 'read' | 'write';
  readonly name: keyof Tables;
  readonly table: TableName;
  /** How many rows it was to write; 0 for reads. */
  readonly rows: number;
}

/** Tells of each request before it is made. */
export function meteredTables(tables: Tables, count: (operation: Operation) => void): Tables {
  const read = (name: keyof Tables, { table }: { table: TableName }): void =>
    count({ kind: 'read', name, table, rows: 0 });
  const write = (name: keyof Tables, { table }: { table: TableName }, rows = 1): void =>
    count({ kind: 'write', name, table, rows });
  return {
    get: (at) => (read('get', at), tables.get(at)),
    page: (range, continuation) => (read('page', range), tables.page(range, continuation)),
    insert: (entity) => (write('insert', entity), tables.insert(entity)),
    replace: (entity, over) => (write('replace', entity), tables.replace(entity, over)),
    upsert: (entity) => (write('upsert', entity), tables.upsert(entity)),
    remove: (at) => (write('remove', at), tables.remove(at)),
    transact: (writes) => (write('transact', writes[0].entity, writes.length), tables.transact(writes)),
  };
}
