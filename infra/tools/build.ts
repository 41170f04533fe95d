import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildTabs } from './buildTabs.ts';
import { compileContent } from './compileContent.ts';
import { requireNode } from './requireNode.ts';
import { ROOT } from './runTool.ts';

requireNode();

const TARGET = join(ROOT, 'dist/functions');

console.log(await compileContent());
console.log(await buildTabs());
console.log(await bundleFunctions());

/**
 * Bundles the Functions app into `dist/functions`: CommonJS, since the worker cannot load the ESM bundle of
 * `@azure/functions`, and without `@azure/functions-core`, which the worker itself provides. What is imported when it
 * is needed (`bot/teams`, with botbuilder) stays in the one file, but is not run before that.
 */
async function bundleFunctions(): Promise<string> {
  await rm(TARGET, { recursive: true, force: true });
  await mkdir(TARGET, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['bot/main.ts'],
    outfile: join(TARGET, 'main.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    external: ['@azure/functions-core'],
    // Not minified: an error's line and name have to mean something in a log.
    legalComments: 'external',
    metafile: true,
    logLevel: 'warning',
  });
  const bytes = Object.entries(metafile.outputs).find(([file]) => file.endsWith('main.cjs'))?.[1].bytes ?? 0;
  return `Functions bundled: ${(bytes / 1e6).toFixed(1)} MB`;
}
