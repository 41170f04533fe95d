import { resolve } from 'node:path';
import { buildTabs } from '../tools/buildTabs.ts';
import { compileContent } from '../tools/compileContent.ts';
import { requireNode } from '../tools/requireNode.ts';
import { countSignals } from './countSignals.ts';
import { DataFolderError } from './dataFolder.ts';
import { readOptions, USAGE, type StartOptions } from './readOptions.ts';
import { startLocal, type Local } from './startLocal.ts';

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
async function stay({ port, data, begin, tabs }: Extract<StartOptions, { do: 'start' }>): Promise<number> {
  const signals = countSignals();
  const asked = new AbortController();
  let local: Local | undefined;
  void signals.times(1).then(() => {
    console.log('\nStopping …');
    asked.abort();
  });
  // Processes that are left while everything starts hear that this one is gone, and stop by themselves.
  void signals.times(2).then(() => local?.stopNow() ?? process.exit(130));
  void signals.times(3).then(() => process.exit(130));
  try {
    // Nothing stands open while it builds: the build can be left as it is.
    const whenAsked = signals.times(1).then(() => asked.signal.throwIfAborted());
    await Promise.race([build(tabs).finally(() => asked.signal.throwIfAborted()), whenAsked]);
    const front = tabs === 'hot' && { inFront: (await import('./hotTabs.ts')).startHotTabs };
    local = await startLocal({ port, data: resolve(data), begin, say, until: asked.signal, ...front });
  } catch (error) {
    if (error === asked.signal.reason) return 0;
    throw error;
  }
  console.log(`\n  ${local.url}\n`);
  const failed = await Promise.race([signals.times(1), local.failed]);
  if (failed !== undefined) console.log(`${failed}. Stopping; everything else is kept for the next npm start …`);
  await local.stop();
  return failed === undefined ? 0 : 1;
}

async function build(tabs: 'built' | 'hot'): Promise<void> {
  say(await compileContent());
  if (tabs === 'built') say(await buildTabs());
}

function say(line: string): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${seconds.padStart(5)} s  ${line}`);
}
