import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appPackage } from '../../infra/tools/appPackage.ts';
import { readDeployment } from '../../infra/tools/deployment.ts';
import { ROOT, runTool } from '../../infra/tools/runTool.ts';

const DEPLOYMENT = { APP_ID: '11111111-2222-4333-8444-555555555555', HOST: 'med.example.dk' };
const MOST_BYTES = 100_000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'med-dialog-package-'));
});
afterAll(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);

describe('the package for Teams', () => {
  it('holds the filled-in manifest, both languages and both pictures, in a hundred kilobytes', async () => {
    const zip = await appPackage(DEPLOYMENT);
    const files = unzipSync(zip);
    expect(Object.keys(files).sort()).toEqual(['color.png', 'da.json', 'en.json', 'manifest.json', 'outline.png']);
    const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
    expect(manifest).not.toContain('${{');
    expect(JSON.parse(manifest)).toMatchObject({ id: DEPLOYMENT.APP_ID, validDomains: [DEPLOYMENT.HOST] });
    expect(zip.length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('is the same whenever it is built', async () => {
    expect(await appPackage(DEPLOYMENT)).toEqual(await appPackage(DEPLOYMENT));
  });

  it('is refused with path and reason where the manifest is not what Teams takes', async () => {
    const broken = join(folder, 'broken');
    await cp(join(ROOT, 'appPackage'), broken, { recursive: true });
    await writeFile(join(broken, 'manifest.json'), '{"manifestVersion":"1.29","surprise":1}');
    await writeFile(join(broken, 'en.json'), '{');
    const failure = await appPackage(DEPLOYMENT, broken).catch((error: unknown) => String(error));
    expect(failure).toContain("manifest.json: /: must have required property 'id'");
    expect(failure).toContain('manifest.json: /: must NOT have additional properties (surprise)');
    expect(failure).toMatch(/en\.json: .*JSON/);
  });
});

describe('a deployment’s file', () => {
  it('is read by its name', async () => {
    await write('.env.prod', `# A line about it\nAPP_ID=${DEPLOYMENT.APP_ID}\nHOST="${DEPLOYMENT.HOST}"\n`);
    expect(await readDeployment(folder, 'prod')).toEqual(DEPLOYMENT);
  });

  it('is told by name where there is none such, with those there are', async () => {
    await write('.env.example', 'APP_ID=\n');
    await expect(readDeployment(folder, 'production')).rejects.toThrow(
      'No environment is called "production". There is: prod.',
    );
    await expect(readDeployment(join(folder, 'nowhere'), 'prod')).rejects.toThrow('There is none yet');
    await expect(readDeployment(folder, '../secrets')).rejects.toThrow('No environment is called');
  });

  it('is refused with a line for each value that is missing or malformed', async () => {
    await write('.env.bad', 'APP_ID=\nHOST=https://med.example.dk\n');
    const failure = await readDeployment(folder, 'bad').catch((error: unknown) => error as Error);
    expect('message' in failure && failure.message.split('\n')).toEqual([
      '.env.bad: APP_ID: is missing',
      expect.stringMatching(/^\.env\.bad: HOST: a host name .* is wanted/),
    ]);
  });
});

it('stops with one line and the names there are, and without a stack', async () => {
  const { code, output } = await runTool('infra/tools/package.ts', ['--env', 'not-there']);
  expect([code, output.trim().split('\n')]).toEqual([
    1,
    [expect.stringContaining('No environment is called "not-there".')],
  ]);
});
