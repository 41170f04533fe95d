import type { z } from 'zod';
import { parsed as parsedAnew } from '#store/entities/parsed';
import type { Columns, Row } from '#store/tables';

/** What rows were parsed to, as long as the substitute of the tables has them. */
const PARSED = new WeakMap<Columns, { readonly schema: z.ZodType; readonly value: unknown }>();

/**
 * Reads a row as the store does, and gives the same again for as long as nobody has written it: the substitute gives the
 * same columns then, and what is read of a row cannot be changed.
 */
export function parsed<T>(schema: z.ZodType<T>, row: Row): T {
  const known = PARSED.get(row.columns);
  if (known?.schema === schema) return known.value as T;
  const value = parsedAnew(schema, row);
  PARSED.set(row.columns, { schema, value });
  return value;
}
