import { describe, expect, it } from 'vitest';
import { findChromium } from '../support/chromium.ts';
import { installChromium, type Machine } from '../support/installChromium.ts';

const NONE = { PATH: '/nowhere' };

/** A machine on which nothing is really run: a program brings the browser that a test says, or fails, and is noted. */
function machine(brings: Partial<Record<'playwright' | 'apt-get', string>>, user: 'root' | 'somebody') {
  let installed: string | undefined;
  const ran: string[] = [];
  const made: Machine = {
    find: () => installed,
    run(program, args) {
      const name = program === 'apt-get' ? 'apt-get' : 'playwright';
      ran.push([name, ...args.slice(program === 'apt-get' ? 0 : 1)].join(' '));
      if (brings[name] === undefined) return 'failed';
      if (args.includes('install')) installed = brings[name];
      return 'done';
    },
    takesPackages: () => user === 'root',
    say: () => undefined,
  };
  return { made, ran };
}

describe('installChromium', () => {
  it('installs nothing where CHROMIUM_PATH or the system has a browser', () => {
    const { made, ran } = machine({}, 'root');
    // Any program that can say its version will do for one.
    const env = { ...NONE, CHROMIUM_PATH: process.execPath };
    expect(installChromium({ ...made, find: () => findChromium(env) })).toBe(process.execPath);
    expect(ran).toEqual([]);
  });

  it('refuses a CHROMIUM_PATH that does not run, instead of installing another', () => {
    const { made, ran } = machine({ playwright: '/downloaded' }, 'root');
    const find = () => findChromium({ ...NONE, CHROMIUM_PATH: '/nowhere/chromium' });
    expect(() => installChromium({ ...made, find })).toThrow('/nowhere/chromium');
    expect(ran).toEqual([]);
  });

  it('takes what Playwright downloads, whoever runs it', () => {
    const { made, ran } = machine({ playwright: '/downloaded', 'apt-get': '/usr/bin/chromium' }, 'somebody');
    expect(installChromium(made)).toBe('/downloaded');
    expect(ran).toEqual(['playwright install chromium']);
  });

  it('takes Debian’s package as root where Playwright’s does not come or does not run', () => {
    const { made, ran } = machine({ 'apt-get': '/usr/bin/chromium' }, 'root');
    expect(installChromium(made)).toBe('/usr/bin/chromium');
    expect(ran.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'playwright install',
      'apt-get update',
      'apt-get install',
    ]);
  });

  it('names the commands where nothing helps, and installs no package for somebody who is not root', () => {
    const { made, ran } = machine({ 'apt-get': '/usr/bin/chromium' }, 'somebody');
    expect(() => installChromium(made)).toThrow(/npx playwright-core install --with-deps chromium[^]*CHROMIUM_PATH=/);
    expect(ran).toEqual(['playwright install chromium']);
  });

  it('gives up on Debian’s packages where their list cannot be had', () => {
    const { made, ran } = machine({}, 'root');
    expect(() => installChromium(made)).toThrow('CHROMIUM_PATH=');
    expect(ran).toEqual(['playwright install chromium', 'apt-get update']);
  });
});
