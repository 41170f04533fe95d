import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const WINDOWS_PLACES = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const MAC_PLACES = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** What a browser needs to run as root and in a container, and what keeps it from calling home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * The program of an installed Chromium, Chrome or Edge: `CHROMIUM_PATH`, else the first on PATH, in the usual places of
 * the system, or among Playwright's own that runs; undefined where there is none.
 * @throws {Error} where CHROMIUM_PATH names something that does not run
 */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (runs(named)) return named;
    throw new Error(`CHROMIUM_PATH names a program that does not run: ${named}`);
  }
  return [...onPath(env), ...usualPlaces(env), chromium.executablePath()].find(runs);
}

/** Starts a browser without a window. */
export async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('no Chromium, Chrome or Edge is installed; "npm test" installs one');
  return chromium.launch({ executablePath, args: FLAGS });
}

function onPath(env: Readonly<Record<string, string | undefined>>): string[] {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = process.platform === 'win32' ? NAMES.map((name) => `${name}.exe`) : NAMES;
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces(env: Readonly<Record<string, string | undefined>>): string[] {
  if (process.platform === 'darwin') return MAC_PLACES;
  if (process.platform !== 'win32') return ['/snap/bin/chromium', '/opt/google/chrome/chrome'];
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  return roots.flatMap((root) => (root === undefined ? [] : WINDOWS_PLACES.map((place) => join(root, place))));
}

function runs(program: string): boolean {
  if (!existsSync(program)) return false;
  // On Windows `--version` opens a window; elsewhere it tells a real browser from a signpost to one, as Ubuntu's.
  return process.platform === 'win32' || spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}
