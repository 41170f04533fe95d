import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Entity } from '#store/tables';

const FORMAT = 'med-dialog-committee';
const Head = z.strictObject({
  format: z.literal(FORMAT, 'this is no export of a committee'),
  version: z.literal(1, 'another version of this program wrote it'),
  committee: z.string().min(1),
  at: z.iso.datetime(),
});
const Line: z.ZodType<Entity> = z.strictObject({
  table: z.enum(['Teams', 'Committees', 'Meetings', 'Due']),
  partition: z.string(),
  key: z.string(),
  columns: z.record(z.string(), z.union([z.string(), z.int32()])),
});
const End = z.strictObject({ rows: z.int(), sha256: z.string() });

/** Everything of a committee as it lies in a file. */
export interface Copy {
  readonly committee: string;
  /** When it was read, ISO 8601. */
  readonly at: string;
  readonly rows: readonly Entity[];
}

/** A file that cannot be put back; the message says in which line and why. */
export class CopyError extends Error {}

/**
 * Writes a copy as JSON lines: a head, a line for each row, and an end with their number and hash, so that a file that
 * was cut is known. Only whoever runs this may read it: names and answers stand in it.
 * @throws where the file is there already
 */
export async function writeCopy(file: string, { committee, at, rows }: Copy): Promise<void> {
  const lines = rows.map((row) => JSON.stringify(row));
  const head = JSON.stringify({ format: FORMAT, version: 1, committee, at });
  const end = JSON.stringify({ rows: rows.length, sha256: hashOf(lines) });
  await writeFile(file, [head, ...lines, end, ''].join('\n'), { flag: 'wx', mode: 0o600 });
}

/** @throws {CopyError} */
export async function readCopy(file: string): Promise<Copy> {
  const [head = '', ...rest] = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const { committee, at } = parsed(Head, head, 1);
  const lines = rest.slice(0, -1);
  const end = End.safeParse(jsonOf(rest.at(-1) ?? ''));
  if (!end.success) throw new CopyError(`The end is missing: the file was cut after line ${rest.length + 1}.`);
  const rows = lines.map((line, index) => parsed(Line, line, index + 2));
  if (end.data.rows !== rows.length || end.data.sha256 !== hashOf(lines))
    throw new CopyError(`The file was changed: it says that it holds ${end.data.rows} rows, and these are not they.`);
  return { committee, at, rows };
}

const hashOf = (lines: readonly string[]): string => createHash('sha256').update(lines.join('\n')).digest('hex');

function parsed<T>(schema: z.ZodType<T>, line: string, number: number): T {
  const read = schema.safeParse(jsonOf(line));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new CopyError(`Line ${number}: ${[...(issue?.path ?? []), issue?.message ?? ''].join(' ')}`);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
