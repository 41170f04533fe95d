import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from './runTool.ts';

const CACHE = join(ROOT, 'node_modules/.cache/npm-files');

/** A file in a package that is not installed, since it would bring hundreds of others along. */
export interface NpmFile {
  /** `name@version`, exact. */
  readonly spec: string;
  /** `sha512-…`, as a lock file has it. */
  readonly integrity: string;
  /** From the package's root. */
  readonly path: string;
}

/** Puts the package's archive into a folder. */
export type Pack = (spec: string, folder: string) => void;

/**
 * The text of one file of a package: fetched by npm, from wherever npm is set to fetch, and checked; then kept.
 * @throws {Error} where npm does not get the package, it is not the one that was meant, or has no such file
 */
export async function npmFile(
  { spec, integrity, path }: NpmFile,
  cache = CACHE,
  pack: Pack = npmPack,
): Promise<string> {
  const known = createHash('sha256').update(`${integrity} ${path}`).digest('hex').slice(0, 16);
  const kept = join(cache, known, basename(path));
  const text = await readFile(kept, 'utf8').catch(() => undefined);
  if (text !== undefined) return text;
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'packed-'));
  try {
    pack(spec, folder);
    const [name = ''] = await readdir(folder);
    const archive = await readFile(join(folder, name));
    const is = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
    if (is !== integrity) throw new Error(`${spec} is not the package that was meant: its integrity is ${is}`);
    const found = fileIn(gunzipSync(archive), `package/${path}`);
    if (found === undefined) throw new Error(`${spec} has no ${path}`);
    // Whole or not at all: somebody else may be reading.
    await writeFile(join(folder, 'found'), found);
    await mkdir(dirname(kept), { recursive: true });
    await rename(join(folder, 'found'), kept);
    return found.toString('utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

const BLOCK = 512;

/** Reads a tar archive, as npm writes it: blocks of a header with name and size, each followed by the file's own. */
function fileIn(tar: Buffer, path: string): Buffer | undefined {
  const text = (from: number, length: number): string =>
    tar.toString('utf8', from, from + length).split('\0', 1)[0] ?? '';
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const begin = at + BLOCK;
    if (text(at, 100) === path) return tar.subarray(begin, begin + size);
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}

function npmPack(spec: string, folder: string): void {
  const isWindows = process.platform === 'win32';
  // In its folder, where the path to it cannot have a blank that a shell would part it at.
  const { status, stderr } = spawnSync('npm', ['pack', spec, '--ignore-scripts', '--silent'], {
    cwd: folder,
    shell: isWindows,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm did not get ${spec}. ${stderr}`);
}
