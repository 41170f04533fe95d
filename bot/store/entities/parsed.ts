import { z } from 'zod';
import { BrokenRow } from '../brokenRow.ts';
import { fromColumns } from '../columns.ts';
import type { Row } from '../tables.ts';

/** The schemas of rows as functions of their own. Made when the first row of a kind is read: a start does not wait for them. */
const COMPILED = new WeakMap<z.ZodType, z.ZodType>();

function compiled<T>(schema: z.ZodType<T>): z.ZodType<T> {
  const known = COMPILED.get(schema) as z.ZodType<T> | undefined;
  if (known !== undefined) return known;
  const made = z.compile(schema);
  COMPILED.set(schema, made);
  return made;
}

/**
 * A row's fields as a schema wants them.
 * @throws BrokenRow
 */
export function parsed<T>(schema: z.ZodType<T>, row: Row): T {
  const result = compiled(schema).safeParse(fieldsOf(row));
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
