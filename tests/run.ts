import { fileURLToPath } from 'node:url';
import { parseCLI, startVitest } from 'vitest/node';
import { buildTabs } from '../infra/tools/buildTabs.ts';
import { compileContent } from '../infra/tools/compileContent.ts';
import { requireNode } from '../infra/tools/requireNode.ts';
import { countResults, type Results } from './support/countResults.ts';
import { installChromium } from './support/installChromium.ts';

requireNode();

/** What modules are compiled to is kept here, so that it is done once for all processes. */
const CACHE = fileURLToPath(new URL('../node_modules/.cache/tests', import.meta.url));

/** Arguments go on to vitest: names of files as filters, `--project browser`, `-t words`. */
const { filter, options } = parseCLI(['vitest', ...process.argv.slice(2)]);
const results = await run().catch((error: unknown): Results => {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1, skipped: 0 };
});
if (results.skipped > 0) console.log(`${results.skipped} skipped`);
console.log(`${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed === 0 ? 0 : 1);

async function run(): Promise<Results> {
  // Handed on by the environment: each file's process, and each that it starts, loads much the same modules.
  process.env['NODE_COMPILE_CACHE'] ??= CACHE;
  console.log(await compileContent());
  if (runs('integration') || runs('simulation') || runs('browser')) console.log(await buildTabs());
  // Handed on by the environment to the processes that the tests run in.
  if (runs('browser')) process.env['CHROMIUM_PATH'] = installChromium();
  const vitest = await startVitest(filter, { ...options, watch: false, run: true, allowOnly: false });
  const results = countResults(vitest);
  await vitest.close();
  return results;
}

function runs(project: string): boolean {
  const wanted = [options.project ?? []].flat();
  return wanted.length === 0 || wanted.includes(project);
}
