import { z } from 'zod';
import { instantOf } from '#dialogue/instant';
import { TableFault } from './tableFault.ts';
import type { Columns, Row, TableName } from './tables.ts';

const System = z.object({ partitionKey: z.string(), rowKey: z.string(), etag: z.string(), timestamp: z.string() });
const SYSTEM = new Set(Object.keys(System.shape));

/**
 * A row as the client library gives it, with the `date` header of the response it came in.
 * @throws TableFault where the service left out what it documents: without its clock no claim has an age
 */
export function fromTableResult(table: TableName, result: object, date: string | undefined): Row {
  const system = System.safeParse(result);
  const readAt = Date.parse(date ?? '');
  if (!system.success || Number.isNaN(readAt)) throw new TableFault('read', undefined, 'Unreadable');
  const { partitionKey, rowKey, etag, timestamp } = system.data;
  return {
    table,
    partition: partitionKey,
    key: rowKey,
    columns: columnsOf(result),
    etag,
    writtenAt: instantOf(Date.parse(timestamp)),
    readAt: instantOf(readAt),
  };
}

/** Leaves out the service's own, `odata.metadata` among them. */
function columnsOf(result: object): Columns {
  const columns: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(result) as [string, unknown][]) {
    if (SYSTEM.has(name) || name.includes('.')) continue;
    if (typeof value === 'string' || typeof value === 'number') columns[name] = value;
  }
  return columns;
}
