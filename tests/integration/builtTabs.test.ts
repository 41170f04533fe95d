import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleTabs } from '../../infra/tools/buildTabs.ts';

let folder: string;
let scripts: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabs-'));
  await bundleTabs(folder);
  const assets = join(folder, 'assets');
  const names = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  scripts = await Promise.all(names.map((name) => readFile(join(assets, name), 'utf8')));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const hasAny = (words: string): boolean => scripts.some((script) => script.includes(words));

it('has React as users get it, built where tests run too', () => {
  expect(process.env['NODE_ENV']).toBe('test');
  expect(hasAny('react.dev/errors/')).toBe(true);
  expect(hasAny('React DevTools')).toBe(false);
});

it('has nothing of what works styles out, which had done so when it was built', () => {
  expect(hasAny('--spacingVerticalM')).toBe(true);
  // What every way of working them out has to look for.
  expect(hasAny('@noflip')).toBe(false);
});
