import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDeployedFolder } from '../../infra/tools/deployedFolder.ts';
import { type Deployment, readDeployment } from '../../infra/tools/deployment.ts';
import { agreedVersion, makeRelease } from '../../infra/tools/releaseFolder.ts';
import { ROOT, runTool } from '../../infra/tools/runTool.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** Made by nobody: it is there from an earlier time. */
const LEFT = 'left-from-before.txt';
const FILLED_IN = { APP_ID: '11111111-2222-4333-8444-555555555555', HOST: 'med.example.dk' };

let folder: string;
let functions: string;
let target: string;
let deployment: Deployment;
let names: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'med-dialog-release-'));
  const env = Object.entries(FILLED_IN).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(folder, '.env.prod'), env.join(''));
  deployment = await readDeployment(folder, 'prod');
  [functions, target] = [join(folder, 'functions'), join(folder, 'release')];
  for (const made of [functions, target]) {
    await mkdir(made);
    await writeFile(join(made, LEFT), '');
  }
  await makeDeployedFolder(functions);
  names = await makeRelease({ deployment, functions, target });
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

describe('what is handed over', () => {
  it('is what runs, the package for Teams, the files for Azure, the pages and the licences, and nothing else', async () => {
    const azure = (await filesIn(join(ROOT, 'infra/azure'))).map((name) => `infra/azure/${name}`);
    expect(azure).toContain('infra/azure/main.bicep');
    expect(await filesIn(target)).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'SHA256SUMS',
        'appPackage.zip',
        'docs/deploy.md',
        'docs/operations.md',
        'docs/permissions.md',
        'functions.zip',
        'licences.txt',
        ...azure,
      ].sort(),
    );
    expect([...names].sort()).toEqual(await filesIn(target));
  });

  it('has the deployed folder in its archive, file by file, with what Azure looks for on top', async () => {
    const files = unzipSync(await readFile(join(target, 'functions.zip')));
    expect(Object.keys(files).sort()).toEqual(await filesIn(functions));
    expect(Object.keys(files)).not.toContain(LEFT);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['host.json', 'main.cjs', 'package.json', 'tabs/panel.html']),
    );
    for (const [name, bytes] of Object.entries(files))
      expect(Buffer.from(bytes).equals(await readFile(join(functions, name))), name).toBe(true);
  });

  it('has the package of the deployment that was named', async () => {
    const files = unzipSync(await readFile(join(target, 'appPackage.zip')));
    const manifest: unknown = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(manifest).toMatchObject({
      id: FILLED_IN.APP_ID,
      version: packageJson.version,
      validDomains: [FILLED_IN.HOST],
    });
  });

  it('has the sum of each file, as sha256sum reads it', async () => {
    const sums = (await readFile(join(target, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
    const others = names.filter((name) => name !== 'SHA256SUMS');
    const wanted = others.map(async (name) => {
      const sum = createHash('sha256').update(await readFile(join(target, name)));
      return `${sum.digest('hex')}  ${name}`;
    });
    expect(sums).toEqual(await Promise.all(wanted));
  });

  it('is the same whenever it is made of the same', async () => {
    const again = join(folder, 'again');
    for (const name of await filesIn(functions)) await utimes(join(functions, name), 1, 1);
    await makeRelease({ deployment, functions, target: again });
    expect(await readFile(join(again, 'SHA256SUMS'), 'utf8')).toBe(await readFile(join(target, 'SHA256SUMS'), 'utf8'));
  });

  it('has pages that lead only to what is handed over with them', async () => {
    const pages = (await filesIn(target)).filter((name) => name.endsWith('.md'));
    const links = await Promise.all(
      pages.map(async (page) => {
        const text = await readFile(join(target, page), 'utf8');
        return [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) => join(dirname(page), to));
      }),
    );
    const found = await Promise.all(links.flat().map((path) => stat(join(target, path)).then(Boolean, () => path)));
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter((there) => there !== true)).toEqual([]);
  });
});

describe('the version', () => {
  const writeAll = async (name: string, versions: { project: string; manifest: string; changelog: string }) => {
    const root = join(folder, name);
    await mkdir(join(root, 'appPackage'), { recursive: true });
    await writeFile(join(root, 'package.json'), JSON.stringify({ version: versions.project }));
    await writeFile(join(root, 'appPackage/manifest.json'), JSON.stringify({ version: versions.manifest }));
    await writeFile(join(root, 'CHANGELOG.md'), versions.changelog);
    return root;
  };

  it('is the one on which project, manifest and changelog agree', async () => {
    const changelog = '# Changelog\n\n## [1.1.0] - 2027-01-31\n\n## [1.0.0] - 2026-12-01\n';
    const root = await writeAll('agreed', { project: '1.1.0', manifest: '1.1.0', changelog });
    expect(await agreedVersion(root)).toBe('1.1.0');
    expect(await agreedVersion()).toBe(packageJson.version);
  });

  it.each([
    ['another in the changelog', '1.1.0', '## [1.0.0] - 2026-12-01\n', 'CHANGELOG.md says 1.0.0'],
    ['none in the changelog', '1.1.0', '## Soon\n', 'CHANGELOG.md says no version'],
    ['another in the manifest', '1.0.0', '## [1.1.0] - Unreleased\n', 'appPackage/manifest.json says 1.0.0'],
  ])('stops it with one line where there is %s', async (name, manifest, changelog, told) => {
    const root = await writeAll(name, { project: '1.1.0', manifest, changelog });
    await expect(agreedVersion(root)).rejects.toThrow(`package.json says 1.1.0, but ${told}.`);
  });
});

it('stops with one line where nobody knows the environment, before anything is built', async () => {
  const { code, output } = await runTool('infra/tools/release.ts', ['--env', 'not-there']);
  expect([code, output.trim().split('\n')]).toEqual([
    1,
    [expect.stringContaining('No environment is called "not-there".')],
  ]);
});
