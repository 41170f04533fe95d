import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleFile } from './bundleFile.ts';

const SOURCE = `/*! Terms that licences.txt has */
import { join } from 'node:path';
import { app } from '@azure/functions-core';
class NobodyAnsweredError extends Error {}
const aNameThatIsOnlyUsedHere = () => new NobodyAnsweredError().constructor.name;
console.log(aNameThatIsOnlyUsedHere(), aNameThatIsOnlyUsedHere.name, typeof app, typeof join);
`;
/** Gives what the worker gives, and nothing else in another way. */
const WORKER = `
  const modules = require('node:module');
  const load = modules._load;
  modules._load = (name, ...more) => (name === '@azure/functions-core' ? { app: {} } : load(name, ...more));
`;
let folder: string;
let bundled: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'med-dialog-bundle-'));
  await writeFile(join(folder, 'source.ts'), SOURCE);
  await bundleFile(join(folder, 'source.ts'), join(folder, 'made.cjs'), {});
  bundled = await readFile(join(folder, 'made.cjs'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

it('lets what comes from the worker be asked of the worker', () => {
  expect(bundled).toContain('require("@azure/functions-core")');
});

it('keeps the names of errors and functions, which a log tells', () => {
  const made = JSON.stringify(join(folder, 'made.cjs'));
  const { stdout, stderr } = spawnSync(process.execPath, ['--eval', `${WORKER} require(${made});`], {
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual(['NobodyAnsweredError aNameThatIsOnlyUsedHere object function\n', '']);
});

it('is small: nothing in it is there to be read', () => {
  expect(bundled).not.toContain('Terms that licences.txt has');
  expect(bundled.trim().split('\n')).toHaveLength(1);
});
