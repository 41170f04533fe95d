import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Copy, CopyError, readCopy, writeCopy } from './copyFile.ts';

const COPY: Copy = {
  committee: '19:udvalg@thread.tacv2',
  at: '2026-05-14T08:30:00.000Z',
  rows: [
    { table: 'Meetings', partition: 'm', key: 'r001!a!t1', columns: { text: 'æ "x"\n\u2028 =1+1', revision: 2 } },
    { table: 'Committees', partition: '19:udvalg@thread.tacv2', key: 'head', columns: { name: 'LMU' } },
  ],
};

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'med-dialog-copy-'));
  file = join(folder, 'lmu.jsonl');
  await writeCopy(file, COPY);
});
afterEach(() => rm(folder, { recursive: true }));

const linesOf = async (): Promise<readonly string[]> => (await readFile(file, 'utf8')).split('\n');
const written = (lines: readonly string[]): Promise<void> => writeFile(file, lines.join('\n'));

it('comes back as it was written, a line for each row, and nobody else may read it', async () => {
  expect(await readCopy(file)).toEqual(COPY);
  // Head, two rows, end, and the end of the last line.
  expect(await linesOf()).toHaveLength(5);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('is not written over', async () => {
  await expect(writeCopy(file, { ...COPY, rows: [] })).rejects.toThrow('EEXIST');
  expect(await readCopy(file)).toEqual(COPY);
});

it.each<[string, (lines: readonly string[]) => readonly string[], string]>([
  ['cut', (lines) => lines.slice(0, 3), 'The end is missing: the file was cut after line 3.'],
  ['cut in a line', (lines) => [...lines.slice(0, 3), lines[3]?.slice(0, 9) ?? ''], 'The end is missing'],
  ['empty', () => [], 'Line 1: '],
  ['another file', () => ['{"name":"x"}', '{}'], 'Line 1: '],
  ['of another version', (lines) => lines.with(0, lines[0]?.replace('"version":1', '"version":2') ?? ''), 'Line 1: v'],
  ['without a row', (lines) => lines.toSpliced(1, 1), 'The file was changed'],
  ['changed', (lines) => lines.with(1, lines[1]?.replace('æ', 'ø') ?? ''), 'The file was changed'],
  ['with a row that is none', (lines) => lines.with(2, '{"table":"Others"}'), 'Line 3: table'],
  ['with half a number', (lines) => lines.with(1, lines[1]?.replace(':2}', ':2.5}') ?? ''), 'Line 2: columns revision'],
])('is refused where it is %s, with the line and why', async (_, change, message) => {
  await written(change(await linesOf()));
  const refused = await readCopy(file).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CopyError);
  expect((refused as Error).message).toContain(message);
});
