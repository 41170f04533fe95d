import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import manifestSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json' with { type: 'json' };
import languageSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json' with { type: 'json' };
import { appPackage } from '../../infra/tools/appPackage.ts';
import { readDeployment } from '../../infra/tools/deployment.ts';
import { forDeployment } from '../../infra/tools/forDeployment.ts';
import { ROOT, runTool } from '../../infra/tools/runTool.ts';
import { schemaFaults } from '../../infra/tools/schemaFaults.ts';

const FILLED_IN = { APP_ID: '11111111-2222-4333-8444-555555555555', HOST: 'med.example.dk' };
const DEPLOYMENT = { ...FILLED_IN, CHANNEL_READING: 'on' } as const;
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
    for (const language of ['da.json', 'en.json']) {
      const texts = strFromU8(files[language] ?? new Uint8Array());
      expect(texts).toContain(`https://${DEPLOYMENT.HOST}/tabs/about.html#support`);
      expect(texts).not.toContain('${{');
    }
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

describe('the package without channel reading', () => {
  const READING = 'ChannelMessage.Read.Group';
  const DESCRIPTION = 'description.full';
  type Texts = Readonly<Record<string, string>>;
  interface Manifest {
    readonly description: { readonly full: string };
    readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly { name: string }[] } };
  }
  const packed = async (reading: 'on' | 'off') => {
    const files = unzipSync(await appPackage({ ...DEPLOYMENT, CHANNEL_READING: reading }));
    const json = (name: string): unknown => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
    return {
      names: Object.keys(files).sort(),
      manifest: json('manifest.json') as Manifest,
      da: json('da.json') as Texts,
      en: json('en.json') as Texts,
    };
  };

  it('asks for all but that one permission, and is what the official schemas ask for', async () => {
    const [on, off] = [await packed('on'), await packed('off')];
    const asked = ({ manifest }: typeof on) => manifest.authorization.permissions.resourceSpecific;
    expect(asked(on).map(({ name }) => name)).toContain(READING);
    expect(asked(off)).toEqual(asked(on).filter(({ name }) => name !== READING));
    expect(JSON.stringify(off)).not.toContain(READING);
    expect(off.names).toEqual(on.names);
    expect(schemaFaults(manifestSchema, off.manifest)).toEqual([]);
    for (const texts of [off.da, off.en]) expect(schemaFaults(languageSchema, texts)).toEqual([]);
  });

  it('differs in nothing else but what it says of itself, which promises no more', async () => {
    const [on, off] = [await packed('on'), await packed('off')];
    expect(off.manifest.description.full).toBe(off.da[DESCRIPTION]);
    const { authorization, description } = on.manifest;
    expect({ ...off.manifest, authorization, description }).toEqual(on.manifest);
    for (const language of ['da', 'en'] as const) {
      const said = off[language][DESCRIPTION] ?? '';
      expect({ ...off[language], [DESCRIPTION]: on[language][DESCRIPTION] }).toEqual(on[language]);
      expect(said).toContain('@MED-dialog');
      expect(said).not.toMatch(/svarer i tråden,|alle beskeder|answer in the thread,|all messages/);
      expect(said.split('\n\n')).toHaveLength(on[language][DESCRIPTION]?.split('\n\n').length ?? 0);
      expect(said.split(/\s+/).length).toBeLessThan(500);
    }
  });

  it('is refused, too, where the manifest is not what Teams takes', async () => {
    const broken = join(folder, 'broken-too');
    await cp(join(ROOT, 'appPackage'), broken, { recursive: true });
    await writeFile(join(broken, 'manifest.json'), '{');
    const failure = await appPackage({ ...DEPLOYMENT, CHANNEL_READING: 'off' }, broken).catch(String);
    expect(failure).toMatch(/^PackageError: manifest\.json: /);
  });

  it.each([
    ['', [], 'on', false],
    ['CHANNEL_READING=\n', [], 'on', false],
    ['CHANNEL_READING=on\n', [], 'on', false],
    ['CHANNEL_READING=off\n', [], 'off', false],
    ['CHANNEL_READING=on\n', ['--without-channel-reading'], 'off', true],
    ['CHANNEL_READING=off\n', ['--without-channel-reading'], 'off', false],
  ] as const)(
    'is made where the deployment’s file or the command line says so: %j %j',
    async (line, more, form, told) => {
      const forms = join(folder, 'forms');
      await mkdir(forms, { recursive: true });
      await writeFile(join(forms, '.env.form'), `APP_ID=${FILLED_IN.APP_ID}\nHOST=${FILLED_IN.HOST}\n${line}`);
      const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
      const made: string[] = [];
      await forDeployment('package', [], ({ CHANNEL_READING }) => Promise.resolve(void made.push(CHANNEL_READING)), {
        args: ['--env', 'form', ...more],
        folder: forms,
      });
      const lines = said.mock.calls.map(([text]) => String(text));
      said.mockRestore();
      expect(made).toEqual([form]);
      // What is deployed reads the file: whoever makes another form of the package hears of it.
      expect(lines).toEqual(told ? [expect.stringContaining('CHANNEL_READING is on in env/.env.form')] : []);
    },
  );
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
    await write('.env.bad', 'APP_ID=\nHOST=https://med.example.dk\nCHANNEL_READING=yes\n');
    const failure = await readDeployment(folder, 'bad').catch((error: unknown) => error as Error);
    expect('message' in failure && failure.message.split('\n')).toEqual([
      '.env.bad: APP_ID: is missing',
      expect.stringMatching(/^\.env\.bad: HOST: a host name .* is wanted/),
      '.env.bad: CHANNEL_READING: on or off is wanted',
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
