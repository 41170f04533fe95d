import type { z } from 'zod';
import { BrokenRow } from '../brokenRow.ts';
import { fromColumns } from '../columns.ts';
import type { Row } from '../tables.ts';

/**
 * A row's fields as a schema wants them.
 * @throws BrokenRow
 */
export function parsed<T>(schema: z.ZodType<T>, row: Row): T {
  const result = schema.safeParse(fieldsOf(row));
  if (result.success) return result.data;
  const names = result.error.issues.map((issue) => String(issue.path[0] ?? 'row'));
  throw new BrokenRow(row, [...new Set(names)]);
}

function fieldsOf(row: Row): Record<string, unknown> {
  try {
    return fromColumns(row.columns);
  } catch {
    // The cause would quote what it could not read.
    throw new BrokenRow(row, ['chunks']);
  }
}
