import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.ts';

const PLAYWRIGHT = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url));

/** The machine on which a browser is looked for and, perhaps, installed. */
export interface Machine {
  /** A browser's program; throws where CHROMIUM_PATH names one that does not run. */
  readonly find: () => string | undefined;
  /** Runs a program to its end, its output shown. */
  readonly run: (program: string, args: readonly string[]) => 'done' | 'failed';
  /** Whether Debian's packages can be installed here: by root, with apt-get. */
  readonly takesPackages: () => boolean;
  readonly say: (line: string) => void;
}

/**
 * A browser's program, installed where there is none: by Playwright's installer, else as Debian's package.
 * @throws {Error} with the command to run, where neither succeeds
 */
export function installChromium(machine: Machine = thisMachine): string {
  return machine.find() ?? byPlaywright(machine) ?? byDebian(machine) ?? refuse();
}

function byPlaywright({ find, run, say }: Machine): string | undefined {
  say('No Chromium, Chrome or Edge was found. Installing Chromium (playwright-core install chromium) …');
  run(process.execPath, [PLAYWRIGHT, 'install', 'chromium']);
  // It may have been downloaded and still not run, for want of the system's libraries.
  return find();
}

function byDebian({ find, run, takesPackages, say }: Machine): string | undefined {
  if (!takesPackages()) return undefined;
  say('Installing Debian’s package (apt-get install chromium) …');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']]) {
    if (run('apt-get', args) === 'failed') return undefined;
  }
  return find();
}

function refuse(): never {
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge. Install one, for instance with\n' +
      '  npx playwright-core install --with-deps chromium\n' +
      'or name an installed one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

const thisMachine: Machine = {
  find: findChromium,
  run(program, args) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(program, args, { stdio: 'inherit', env }).status === 0 ? 'done' : 'failed';
  },
  takesPackages: () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
  say: (line) => process.stdout.write(`${line}\n`),
};
