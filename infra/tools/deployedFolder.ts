import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { buildTabs } from './buildTabs.ts';
import { type Bundled, bundleFile } from './bundleFile.ts';
import { compileContent } from './compileContent.ts';
import { licencesOf } from './licences.ts';
import { ROOT } from './runTool.ts';
import { slimBundle } from './slimBundle.ts';

const MAIN = 'main.cjs';
/** All but what is registered; loaded when it is first needed. */
const APP = 'app.cjs';
/** What tells Application Insights of calls; loaded where that is configured. */
const INSIGHTS = 'insights.cjs';
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
  const { bytes, beside, inputs } = await bundle(target);
  await cp(join(ROOT, 'bot/host.json'), join(target, 'host.json'));
  await writeFile(join(target, 'package.json'), await packageFile());
  const packed = await packTabs(join(target, 'tabs'));
  await writeFile(join(target, 'licences.txt'), await licences(inputs));
  const bundled = `Functions bundled: ${megabytes(bytes)}, and ${megabytes(beside)} beside it for Application Insights`;
  return [...lines, bundled, `Tabs packed: ${packed} files`];
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/**
 * Two files that do the work: reading the large one takes longer than all else at a start, and Azure asks for a start
 * before anybody asks for an answer. What is imported when it is needed (`bot/teams` with botbuilder, the identity library)
 * stays in it, but is not run before that. And a third with what tells of calls, which is read only where that is configured.
 */
async function bundle(target: string): Promise<Bundled & { readonly beside: number }> {
  const registered = JSON.stringify(await registeredRows());
  const [main, app, insights] = await Promise.all([
    bundleFile('bot/main.ts', join(target, MAIN), { define: { REGISTERED: registered }, plugins: [apart, slimBundle] }),
    bundleFile('bot/started.ts', join(target, APP), { plugins: [apart, slimBundle] }),
    bundleFile('bot/telemetry/insights.ts', join(target, INSIGHTS), { plugins: [slimBundle] }),
  ]);
  const inputs = [main, app, insights].flatMap((part) => part.inputs);
  return { bytes: main.bytes + app.bytes, beside: insights.bytes, inputs };
}

/** What is bundled into files of their own is asked for there. */
export const apart: Plugin = {
  name: 'parts in files of their own',
  setup: (run) =>
    run.onResolve({ filter: /^(?:\.\/started\.ts|#telemetry\/insights)$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: `./${path.startsWith('#') ? INSIGHTS : APP}`, external: true },
    ),
};

/** From the very table that the handlers stand in. Composed of settings that lead nowhere: nothing is asked for here. */
async function registeredRows(): Promise<object> {
  const { start } = await import('../../bot/started.ts');
  const nobody = '00000000-0000-4000-8000-000000000000';
  const { http, timers } = start({
    MED_TENANT_ID: nobody,
    MED_APP_ID: nobody,
    MED_TABLES_URL: 'http://127.0.0.1:1/',
    MED_TABS_FOLDER: 'tabs',
  });
  return {
    version: (await projectFile())['version'],
    // A handler is no JSON: it falls away where this is written down.
    http,
    timers,
  };
}

const projectFile = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;

/** The worker reads `main`; version and name are the project's. */
async function packageFile(): Promise<string> {
  const { name, version, license } = await projectFile();
  return `${JSON.stringify({ name, version, license, private: true, main: MAIN }, null, 2)}\n`;
}

const pack = promisify(gzip);

/** Pages are packed when they are served: what only the running app knows is put into them. */
async function packTabs(target: string): Promise<number> {
  const source = join(ROOT, 'dist/tabs');
  await cp(source, target, { recursive: true, filter: (path) => !/[\\/]\.(vite|built)$/.test(path) });
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && ['.js', '.css'].includes(extname(entry.name)));
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
