import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ROOT, runTool } from './runTool.ts';

/** Everything that the built tabs are made from. */
const SOURCES = [
  'tabs',
  'content/text',
  'bot/contract',
  'bot/dialogue',
  'infra/tools/buildTabs.ts',
  'infra/tools/stylesAhead.ts',
  'package-lock.json',
];
const STAMP = join(ROOT, 'dist/tabs/.built');

/**
 * Builds the tabs to `dist/tabs` unless what is there was built from the same files; gives a line about what was done.
 * @throws {Error} with what Vite said
 */
export async function buildTabs(): Promise<string> {
  const hash = await hashOf(SOURCES);
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === hash) return 'Tabs are built already';
  // A build that is broken off leaves half of the files: they must not pass for those of an older stamp.
  await rm(STAMP, { force: true });
  await bundleTabs(join(ROOT, 'dist/tabs'));
  await writeFile(STAMP, hash);
  return 'Tabs built';
}

/**
 * Lets Vite build the tabs, whatever is in the folder now.
 * @throws {Error} with what Vite said
 */
export async function bundleTabs(folder: string): Promise<void> {
  // In a process of its own: Vite sets NODE_ENV for all that comes after it. And what it finds set, as where tests build,
  // it keeps: then React comes in its form for developers, half as large again and slower.
  const { code, output } = await runTool(
    'node_modules/vite/bin/vite.js',
    ['build', '--config', 'tabs/vite.config.ts', '--outDir', folder, '--emptyOutDir'],
    { env: { NODE_ENV: 'production' } },
  );
  if (code !== 0) throw new Error(`The tabs cannot be built:\n${output}`);
}

/** One hash for files and folders: of names and contents, tests left out. */
async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(join(ROOT, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  if (extname(path) !== '') return [path];
  const entries = await readdir(join(ROOT, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}
