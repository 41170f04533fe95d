import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { buildTabs } from './buildTabs.ts';
import { compileContent } from './compileContent.ts';
import { licencesOf } from './licences.ts';
import { ROOT } from './runTool.ts';
import { slimBundle } from './slimBundle.ts';

const MAIN = 'main.cjs';
/** What the tabs are bundled from is listed here by Vite. */
const TABS_LICENCES = '.vite/license.md';

/**
 * Makes the folder that is deployed to Azure Functions, and nothing else in it: the bundle, `host.json`, `package.json`,
 * the tabs with their packed forms beside them, and the licences of what is in both.
 * @param target is emptied first
 * @returns a line about each part
 */
export async function makeDeployedFolder(target: string): Promise<readonly string[]> {
  const lines = [await compileContent(), await buildTabs()];
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const { bytes, inputs } = await bundle(target);
  await cp(join(ROOT, 'bot/host.json'), join(target, 'host.json'));
  await writeFile(join(target, 'package.json'), await packageFile());
  const packed = await packTabs(join(target, 'tabs'));
  await writeFile(join(target, 'licences.txt'), await licences(inputs));
  return [...lines, `Functions bundled: ${(bytes / 1e6).toFixed(2)} MB`, `Tabs packed: ${packed} files`];
}

/**
 * CommonJS, since the worker cannot load the ESM bundle of `@azure/functions`, and without `@azure/functions-core`, which
 * the worker itself provides. What is imported when it is needed (`bot/teams`, with botbuilder) stays in the one file, but
 * is not run before that.
 */
async function bundle(target: string): Promise<{ bytes: number; inputs: readonly string[] }> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['bot/main.ts'],
    outfile: join(target, MAIN),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    external: ['@azure/functions-core'],
    minify: true,
    // An error's name and the functions that it came through have to mean something in a log.
    keepNames: true,
    plugins: [slimBundle],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const [output] = Object.values(metafile.outputs);
  return { bytes: output?.bytes ?? 0, inputs: Object.keys(metafile.inputs) };
}

/** The worker reads `main`; version and name are the project's. */
async function packageFile(): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  return `${JSON.stringify({ name, version, license, private: true, main: MAIN }, null, 2)}\n`;
}

const pack = promisify(gzip);

/** Pages are packed when they are served: what only the running app knows is put into them. */
async function packTabs(target: string): Promise<number> {
  const source = join(ROOT, 'dist/tabs');
  await cp(source, target, { recursive: true, filter: (path) => !/[\\/]\.(vite|built)$/.test(path) });
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && ['.js', '.css', '.svg'].includes(extname(entry.name)));
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      await writeFile(`${path}.gz`, await pack(await readFile(path), { level: constants.Z_BEST_COMPRESSION }));
    }),
  );
  return files.length;
}

async function licences(inputs: readonly string[]): Promise<string> {
  const tabs = await readFile(join(ROOT, 'dist/tabs', TABS_LICENCES), 'utf8');
  return `${await licencesOf(inputs)}\n\n${'='.repeat(80)}\nThe tabs\n\n${tabs}`;
}
