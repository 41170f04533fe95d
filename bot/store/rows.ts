import { elapsed } from '#dialogue/instant';
import { type Stored, Unavailable } from '#usecases/ports';
import { sameColumns } from './columns.ts';
import type { Address, Entity, Range, Row, Tables } from './tables.ts';

/** So often a row is merged anew because somebody else wrote it in between; each time somebody got on. */
const ATTEMPTS = 32;

/** Reads a range to its end, past pages that are empty. */
export const readRange = (tables: Tables, range: Range): Promise<readonly Row[]> => readFirst(tables, range, Infinity);

/** The first rows of a range, at most `most`; no page is asked for beyond them. */
export async function readFirst(tables: Tables, range: Range, most: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let continuation: string | undefined;
  do {
    const page = await tables.page(range, continuation);
    rows.push(...page.rows);
    continuation = page.continuation;
  } while (continuation !== undefined && rows.length < most);
  return rows.slice(0, most);
}

export async function readStored<T>(
  tables: Tables,
  at: Address,
  from: (row: Row) => T,
): Promise<Stored<T> | undefined> {
  const row = await tables.get(at);
  if (row === undefined) return undefined;
  // The `date` header has whole seconds, so a row just written can seem to come from the future.
  const age = Math.max(0, elapsed(row.writtenAt, row.readAt));
  return { value: from(row), version: row.etag, writtenAt: row.writtenAt, age };
}

/**
 * Inserts a row, or replaces just one version of it.
 * @returns whether the row holds what was to be written, also where an earlier try whose answer was lost wrote it
 */
export async function writeOver(tables: Tables, entity: Entity, over: string | undefined): Promise<boolean> {
  const outcome = over === undefined ? await tables.insert(entity) : await tables.replace(entity, over);
  if (outcome === 'written') return true;
  const known = await tables.get(entity);
  return known !== undefined && sameColumns(known.columns, entity.columns);
}

/** How one kind of row is merged: its translations, and what joins what is known with what was just seen. */
export interface Merging<T> {
  readonly to: (value: T) => Entity;
  readonly from: (row: Row) => T;
  readonly join: (known: T | undefined, seen: T) => T;
}

/**
 * One insert where the row is new; else read, join, replace, until it holds. Where joining changes nothing, nothing is
 * written, so a write whose answer was lost is recognised by what is there.
 * @throws Unavailable when others keep writing the row
 */
export async function mergeRow<T>(tables: Tables, seen: T, { to, from, join }: Merging<T>): Promise<T> {
  let row: Row | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const joined = join(row && from(row), seen);
    const entity = to(joined);
    if (row !== undefined && sameColumns(entity.columns, row.columns)) return joined;
    const outcome = row === undefined ? tables.insert(entity) : tables.replace(entity, row.etag);
    if ((await outcome) === 'written') return joined;
    row = await tables.get(entity);
  }
  throw new Unavailable('store', new Error('a row is written all the time'));
}
