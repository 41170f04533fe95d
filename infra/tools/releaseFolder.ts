import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { z } from 'zod';
import { appPackage } from './appPackage.ts';
import { entriesOf } from './changelog.ts';
import type { Deployment } from './deployment.ts';
import { ROOT } from './runTool.ts';

/** Handed over as they lie in the project, in the same places: the commands of `docs/deploy.md` work beside them. */
const AS_THEY_ARE = [
  'CHANGELOG.md',
  'LICENSE',
  'docs/deploy.md',
  'docs/operations.md',
  'docs/permissions.md',
  'infra/azure',
];
const SUMS = 'SHA256SUMS';
/** The same files give the same archive, on whatever day it is made. */
const DATE = '1980-01-01T00:00:00';

/** Something in the project has to be put right before it can be handed over. The message is one line. */
export class ReleaseError extends Error {
  constructor(line: string) {
    super(line);
    this.name = 'ReleaseError';
  }
}

export interface Release {
  /** Whom it is for. */
  readonly deployment: Deployment;
  /** The folder that is deployed, as `makeDeployedFolder` makes it. */
  readonly functions: string;
  /** Where all that is handed over goes. It is emptied first. */
  readonly target: string;
}

const Versioned = z.object({ version: z.string() });

/**
 * The one version that project, manifest and changelog agree on.
 * @param root the project
 * @throws ReleaseError where they do not
 */
export async function agreedVersion(root: string = ROOT): Promise<string> {
  const versionIn = async (file: string): Promise<string> =>
    Versioned.parse(JSON.parse(await readFile(join(root, file), 'utf8'))).version;
  const version = await versionIn('package.json');
  const others = {
    'appPackage/manifest.json': await versionIn('appPackage/manifest.json'),
    'CHANGELOG.md': entriesOf(await readFile(join(root, 'CHANGELOG.md'), 'utf8'))[0]?.version ?? 'no version',
  };
  const differing = Object.entries(others).filter(([, other]) => other !== version);
  if (differing.length === 0) return version;
  const told = differing.map(([file, other]) => `${file} says ${other}`).join(', ');
  throw new ReleaseError(`package.json says ${version}, but ${told}.`);
}

/**
 * Makes the folder that is handed over to whoever installs the app, with the sums of all that is in it.
 * @returns the names of its files, in order
 * @throws ReleaseError, and PackageError where the manifest is not what Teams takes
 */
export async function makeRelease({ deployment, functions, target }: Release): Promise<readonly string[]> {
  await agreedVersion();
  const parts = [
    ['appPackage.zip', await appPackage(deployment)],
    ['functions.zip', await zipOf(functions)],
    ['licences.txt', await readFile(join(functions, 'licences.txt'))],
  ] as const;
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const [name, bytes] of parts) await writeFile(join(target, name), bytes);
  for (const path of AS_THEY_ARE) await cp(join(ROOT, path), join(target, path), { recursive: true });
  const files = await filesIn(target);
  const sums = await Promise.all(files.map(async (file) => `${await sumOf(join(target, file))}  ${file}\n`));
  await writeFile(join(target, SUMS), sums.join(''));
  return [...files, SUMS];
}

async function zipOf(folder: string): Promise<Uint8Array> {
  const files = await filesIn(folder);
  const read = await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file))] as const));
  return zipSync(Object.fromEntries(read), { level: 9, mtime: DATE });
}

const sumOf = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

/** In the same order everywhere, with the slashes that archives and sums have. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}
