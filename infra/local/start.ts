import { resolve } from 'node:path';
import { buildTabs } from '../tools/buildTabs.ts';
import { compileContent } from '../tools/compileContent.ts';
import { requireNode } from '../tools/requireNode.ts';
import { countSignals } from './countSignals.ts';
import { DataFolderError } from './dataFolder.ts';
import { readOptions, USAGE, type StartOptions } from './readOptions.ts';
import { startLocal } from './startLocal.ts';

requireNode();

// A terminal that was closed takes no more lines; things are to be stopped in order all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const began = performance.now();
const options = readOptions(process.argv.slice(2));
process.exit(await run(options));

async function run(options: StartOptions): Promise<number> {
  if (options.do === 'help') {
    console.log(USAGE);
    return 0;
  }
  if (options.do === 'refuse') {
    console.error(`${options.reason}\n\n${USAGE}`);
    return 2;
  }
  try {
    return await stay(options);
  } catch (error) {
    const known = error instanceof DataFolderError;
    console.error(known ? error.message : error);
    return known ? 2 : 1;
  }
}

/** Builds, starts everything, and stays until Ctrl-C: the first stops in order, the second kills, the third just leaves. */
async function stay({ port, data, begin }: Extract<StartOptions, { do: 'start' }>): Promise<number> {
  const signals = countSignals();
  void signals.times(3).then(() => process.exit(130));
  say(await compileContent());
  say(await buildTabs());
  const local = await startLocal({ port, data: resolve(data), begin, say });
  console.log(`\n  ${local.url}\n`);
  const failed = await Promise.race([signals.times(1), local.failed]);
  console.log(
    failed === undefined
      ? '\nStopping …'
      : `${failed} ended unexpectedly. Stopping; what was said is kept for the next npm start …`,
  );
  await Promise.race([local.stop(), signals.times(2).then(() => local.stopNow())]);
  return failed === undefined ? 0 : 1;
}

function say(line: string): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${seconds.padStart(5)} s  ${line}`);
}
