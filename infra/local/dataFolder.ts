import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Stands in every data folder of ours, so that no other folder is written to or emptied. */
const MARK = 'med-dialog-data.txt';
const MARK_TEXT = 'Data of MED-dialog on this machine. "npm start -- --fresh" deletes everything in this folder.\n';
/** Holds the id of the process that uses the folder: two table services on the same files would spoil them. */
const IN_USE = 'in-use.pid';

/** A folder that cannot be used, with what to do about it. */
export class DataFolderError extends Error {}

/** A data folder that this process has for itself. */
export interface DataFolder {
  readonly tables: string;
  readonly teams: string;
  /** Gives it free for the next. */
  release: () => Promise<void>;
}

/** Makes the folder where it is missing, and reads what is in it. */
async function openFolder(folder: string): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new DataFolderError(`${folder} cannot be used as a folder (${code}). Name another.`);
  }
}

/**
 * Takes a data folder into use; a new or empty one becomes ours.
 * @param begin `anew` deletes everything in it first
 * @throws {DataFolderError} for a folder with somebody else's things in it, or in use by another process
 */
export async function takeDataFolder(folder: string, begin: 'anew' | 'on'): Promise<DataFolder> {
  const names = await openFolder(folder);
  if (names.length > 0 && !names.includes(MARK)) {
    throw new DataFolderError(`${folder} holds other things than data of MED-dialog. Name an empty or a new folder.`);
  }
  await refuseIfInUse(folder);
  if (begin === 'anew') {
    // The mark last: what is interrupted can be begun again.
    for (const name of names.filter((name) => name !== MARK)) await rm(join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, MARK), MARK_TEXT);
  await writeFile(join(folder, IN_USE), String(process.pid));
  return {
    tables: join(folder, 'tables'),
    teams: join(folder, 'teams'),
    release: () => rm(join(folder, IN_USE), { force: true }),
  };
}

async function refuseIfInUse(folder: string): Promise<void> {
  const pid = Number(await readFile(join(folder, IN_USE), 'utf8').catch(() => ''));
  if (pid === 0 || !isRunning(pid)) return;
  throw new DataFolderError(
    `${folder} is in use by process ${pid}. Stop that first, or name another folder with --data. ` +
      `(If no MED-dialog runs, delete ${join(folder, IN_USE)}.)`,
  );
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
