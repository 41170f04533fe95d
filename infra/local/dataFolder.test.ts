import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderError, takeDataFolder } from './dataFolder.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'data-folder-'));
  folder = join(parent, 'data');
});
afterEach(() => rm(parent, { recursive: true }));

async function fill(): Promise<void> {
  const taken = await takeDataFolder(folder, 'on');
  await mkdir(taken.tables);
  await writeFile(join(taken.tables, 'rows.json'), '{}');
  await taken.release();
}

describe('takeDataFolder', () => {
  it('keeps what is there', async () => {
    await fill();
    const { tables, release } = await takeDataFolder(folder, 'on');
    expect(await readdir(tables)).toEqual(['rows.json']);
    await release();
  });

  it('deletes what is there, and the folder stays ours, when it begins anew', async () => {
    await fill();
    const { release } = await takeDataFolder(folder, 'anew');
    await release();
    expect(await readdir(folder)).toEqual(['med-dialog-data.txt']);
  });

  it.each(['on', 'anew'] as const)(
    'refuses a folder with other things in it, and touches nothing (%s)',
    async (begin) => {
      await mkdir(folder);
      await writeFile(join(folder, 'thesis.docx'), 'years of work');
      await expect(takeDataFolder(folder, begin)).rejects.toThrow(DataFolderError);
      expect(await readdir(folder)).toEqual(['thesis.docx']);
    },
  );

  it('refuses a folder that a running process uses, and touches nothing', async () => {
    await fill();
    const { tables, release } = await takeDataFolder(folder, 'on');
    await expect(takeDataFolder(folder, 'anew')).rejects.toThrow(`in use by process ${process.pid}`);
    expect(await readdir(tables)).toEqual(['rows.json']);
    await release();
  });

  it('takes a folder over from a process that is gone', async () => {
    await fill();
    // Above any id that Linux, macOS or Windows give.
    await writeFile(join(folder, 'in-use.pid'), '99999999');
    const { tables, release } = await takeDataFolder(folder, 'on');
    expect(await readdir(tables)).toEqual(['rows.json']);
    await release();
  });
});
