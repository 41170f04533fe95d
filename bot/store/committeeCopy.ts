import { sameColumns } from './columns.ts';
import type { Entity, Tables } from './tables.ts';

/**
 * Writes rows back as `committeeRows` gave them. Where all of it is there already nothing is written, so that what was
 * interrupted can be done again; a team may have been told of meanwhile by another of its channels, and stays as it is.
 * @throws {RowsDiffer} before anything is written, where another row stands in the place of one
 */
export async function putBack(tables: Tables, rows: readonly Entity[]): Promise<{ readonly written: number }> {
  const missing: Entity[] = [];
  let differing = 0;
  for (const row of rows) {
    const there = await tables.get(row);
    if (there === undefined) missing.push(row);
    else if (row.table !== 'Teams' && !sameColumns(there.columns, row.columns)) differing += 1;
  }
  if (differing > 0) throw new RowsDiffer(differing);
  for (const row of missing) {
    if ((await tables.insert(row)) === 'written') continue;
    // An own insert whose answer was lost comes back as refused.
    const there = await tables.get(row);
    if (there === undefined || !sameColumns(there.columns, row.columns)) throw new RowsDiffer(1);
  }
  return { written: missing.length };
}

/** The tables hold something else than what is to be put there. */
export class RowsDiffer extends Error {
  readonly count: number;
  constructor(count: number) {
    super(`${count} rows there differ from those to be put back`);
    this.count = count;
  }
}
