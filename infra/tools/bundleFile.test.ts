import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleFile } from './bundleFile.ts';

/** With decorators, which Node 24 does not read yet. */
const SOURCE = `/*! Terms that licences.txt has */
import { join } from 'node:path';
import { app } from '@azure/functions-core';
export const later = () => import('./beside.cjs');
const marked = (made: typeof NobodyAnsweredError): typeof NobodyAnsweredError => made;
@marked class NobodyAnsweredError extends Error {}
const aNameThatIsOnlyUsedHere = () => new NobodyAnsweredError().constructor.name;
console.log(aNameThatIsOnlyUsedHere(), aNameThatIsOnlyUsedHere.name, typeof app, typeof join);
`;
/** Gives what the worker gives, and nothing else in another way. */
const WORKER = `
  const modules = require('node:module');
  const load = modules._load;
  modules._load = (name, ...more) => (name === '@azure/functions-core' ? { app: {} } : load(name, ...more));
`;
/** As the deployed folder's parts are in files of their own. */
const beside: Plugin = {
  name: 'beside',
  setup: (run) => run.onResolve({ filter: /beside/ }, ({ path }) => ({ path, external: true })),
};
let folder: string;
let bundled: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'med-dialog-bundle-'));
  await writeFile(join(folder, 'source.ts'), SOURCE);
  await bundleFile(join(folder, 'source.ts'), join(folder, 'made.cjs'), { plugins: [beside] });
  bundled = await readFile(join(folder, 'made.cjs'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

it('lets what comes from the worker be asked of the worker', () => {
  expect(bundled).toContain('require("@azure/functions-core")');
});

it('requires what is in a file of its own, which is quicker than importing it', () => {
  expect(bundled).toContain('require("./beside.cjs")');
  expect(bundled).not.toContain('import(');
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
