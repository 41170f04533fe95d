import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../infra/local/freePort.ts';
import { buildTabs } from '../../infra/tools/buildTabs.ts';
import { ROOT } from '../../infra/tools/runTool.ts';
import { type Outcome, seconds } from './figures.ts';

const LONGEST = 15_000;

/** How long `npm start` takes until it prints its address: everything is installed, and the tabs are built. */
export async function startUp(): Promise<Outcome> {
  console.log(await buildTabs());
  const data = await mkdtemp(join(tmpdir(), 'med-dialog-bench-'));
  try {
    const took = await timeStart(['--data', data, '--port', String(await freePort(0))]);
    if (took === undefined) return { figures: [], faults: ['it did not start'] };
    const bar = { wanted: `≤ ${seconds(LONGEST)}`, met: took <= LONGEST };
    return {
      figures: [{ name: 'start until the address is printed, tabs built', measured: seconds(took), bar }],
      faults: [],
    };
  } finally {
    await rm(data, { recursive: true });
  }
}

/**
 * What `npm start` runs once all is installed, until its address is there, and then stopped in order. Not by way of
 * `infra/enter.mjs`, which may install: that would take the packages away from under whatever else is running.
 * Undefined where it ends by itself.
 */
async function timeStart(args: readonly string[]): Promise<number | undefined> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'infra/local/start.ts'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  const ready = new Promise<number>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      console.log(line);
      if (/^ {2}http:/.test(line)) resolve(performance.now() - began);
    });
  });
  const took = await Promise.race([ready, ended]);
  child.kill('SIGTERM');
  await ended;
  return took;
}
