import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.ts';

const PLAYWRIGHT = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url));

/**
 * A browser's program, installed where there is none: by Playwright's installer, else as Debian's package.
 * @throws {Error} with the command to run, where neither succeeds
 */
export function installChromium(): string {
  return findChromium() ?? byPlaywright() ?? byDebian() ?? refuse();
}

function byPlaywright(): string | undefined {
  process.stdout.write(
    'No Chromium, Chrome or Edge was found. Installing Chromium (playwright-core install chromium) …\n',
  );
  spawnSync(process.execPath, [PLAYWRIGHT, 'install', 'chromium'], { stdio: 'inherit' });
  return findChromium();
}

function byDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  process.stdout.write('Installing Debian’s package (apt-get install chromium) …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']]) {
    if (spawnSync('apt-get', args, { stdio: 'inherit', env }).status !== 0) return undefined;
  }
  return findChromium();
}

function refuse(): never {
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge. Install one, for instance with\n' +
      '  npx playwright-core install --with-deps chromium\n' +
      'or name an installed one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}
