import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildTabs } from '../../infra/tools/buildTabs.ts';
import { compileContent } from '../../infra/tools/compileContent.ts';
import { requireNode } from '../../infra/tools/requireNode.ts';
import { ROOT } from '../../infra/tools/runTool.ts';
import { launch } from '../support/chromium.ts';
import { installChromium } from '../support/installChromium.ts';
import { contactSheet } from './contactSheet.ts';
import type { State } from './State.ts';
import type { Taken } from './takeState.ts';

requireNode();

const USAGE = `npm run screens -- [options]

  --only NAME     states whose name begins so; may be given several times
  --list          names the states
  --help          this list`;

const FOLDER = join(ROOT, 'dist/screens');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

process.exitCode = await main();

/** Takes pictures of every state, and has each checked. 1 where something is wrong, 2 for words that nobody knows. */
async function main(): Promise<number> {
  const options = read(process.argv.slice(2));
  if (typeof options === 'string') {
    say(`${options}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    say(USAGE);
    return 0;
  }
  // The states hold the material's own questions.
  say(await compileContent());
  const { STATES } = await import('./states.ts');
  const only = options.only ?? [''];
  const states = STATES.filter(({ name }) => only.some((beginning) => name.startsWith(beginning)));
  if (options.list) {
    for (const { name } of states) say(name);
    return 0;
  }
  if (states.length === 0) {
    say(`No state's name begins so: ${only.join(', ')}. --list names them`);
    return 2;
  }
  say(await buildTabs());
  process.env['CHROMIUM_PATH'] = installChromium();
  return report(await take(states));
}

function read(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
      strict: true,
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function take(states: readonly State[]): Promise<readonly Taken[]> {
  const { jobsFor } = await import('./jobs.ts');
  const { takeAll } = await import('./takeAll.ts');
  const { serveTabs } = await import('./serveTabs.ts');
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const [server, browser] = await Promise.all([serveTabs(), launch()]);
  try {
    const done = (taken: readonly Taken[]): void => taken.filter(({ faults }) => faults.length > 0).forEach(tell);
    return await takeAll({ browser, url: server.url, folder: FOLDER, done }, jobsFor(states));
  } finally {
    await browser.close();
    await server.close();
  }
}

function tell({ state, language, width, look, faults }: Taken): void {
  say(`FAULT  ${state}, ${language}, ${width} px, ${look}`);
  for (const fault of faults) say(`       ${fault.replaceAll('\n', '\n       ')}`);
}

async function report(taken: readonly Taken[]): Promise<number> {
  const sheet = join(FOLDER, 'index.html');
  await writeFile(sheet, contactSheet(taken));
  const faulty = taken.filter(({ faults }) => faults.length > 0);
  const names = [...new Set(faulty.map(({ state }) => state))];
  const seconds = (performance.now() / 1000).toFixed(0);
  say(`\n${taken.length} pictures in ${seconds} s: ${pathToFileURL(sheet).href}`);
  if (names.length > 0) say(`${faulty.length} have something wrong: ${names.join(', ')}`);
  return names.length > 0 ? 1 : 0;
}
