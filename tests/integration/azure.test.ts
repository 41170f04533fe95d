import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../bot/settings.ts';
import { type BicepFile, readBicep } from '../../infra/tools/bicep.ts';
import { ROOT } from '../../infra/tools/runTool.ts';

let files: readonly BicepFile[];
const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

beforeAll(async () => {
  files = await readBicep();
});

/** What the Functions host reads, and not the app (Microsoft Learn, “App settings reference for Azure Functions”). */
const OF_THE_HOST = [
  'AzureWebJobsStorage__credential',
  'AzureWebJobsStorage__clientId',
  'AzureWebJobsStorage__blobServiceUri',
  'AzureWebJobsStorage__queueServiceUri',
  'AzureWebJobsStorage__tableServiceUri',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  'APPLICATIONINSIGHTS_AUTHENTICATION_STRING',
];
/** What is set where the app is tried, and never in Azure: there the defaults are the only right ones. */
const NEVER_IN_AZURE = [
  'MED_TEAMS_HOSTS',
  'MED_BOT_METADATA_URL',
  'MED_BOT_ISSUER',
  'MED_USER_KEYS_URL',
  'MED_GRAPH_URL',
];

/** The variables that the app reads, as it reads them. */
function readByTheApp(): readonly string[] {
  const read = new Set<string>();
  const env = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        read.add(String(name));
        return undefined;
      },
    },
  );
  expect(() => readSettings(env)).toThrow();
  return [...read].filter((name) => name.startsWith('MED_'));
}

describe('the files for Azure', () => {
  it('are Bicep', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(files.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('are held against a reader that finds what is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'med-dialog-bicep-'));
    await writeFile(join(folder, 'wrong.bicep'), "param name string\nresource x 'a@1' = {\n  name: \n");
    const [wrong] = await readBicep(folder);
    expect(wrong?.faults.length).toBeGreaterThan(0);
    expect(wrong?.faults[0]).toMatch(/^wrong\.bicep:\d+:\d+: /);
    await rm(folder, { recursive: true });
  });

  it('use each other’s parameters: none is given that is not taken, and none that has to be is left out', () => {
    const main = textOf('main.bicep');
    const modules = [...main.matchAll(/module \w+ '([^']+)' = \{[^]*?params: \{([^]*?)\}\n\}/g)];
    expect(modules).toHaveLength(main.split('\nmodule ').length - 1);
    for (const [, path = '', given = ''] of modules) {
      const names = all(given, /(\w+):/g).sort();
      expect([path, names]).toEqual([path, all(textOf(path), /^param (\w+) /gm).sort()]);
    }
    const parameters = all(main, /^param (\w+) /gm);
    for (const parameter of parameters) expect(main.split(new RegExp(`\\b${parameter}\\b`)).length).toBeGreaterThan(2);
  });

  it('has an example of parameters that are there', async () => {
    const example = JSON.parse(await readFile(join(ROOT, 'infra/azure/example.parameters.json'), 'utf8')) as {
      parameters: Record<string, unknown>;
    };
    const main = textOf('main.bicep');
    const wanted = all(main, /^param (\w+) \w+$/gm);
    expect(all(main, /^param (\w+) /gm)).toEqual(expect.arrayContaining(Object.keys(example.parameters)));
    expect(Object.keys(example.parameters)).toEqual(expect.arrayContaining(wanted));
  });
});

describe('a setting', () => {
  it('stands in Azure for each thing that the app reads, and none that nobody reads', () => {
    const set = all(textOf('modules/functions.bicep'), /\{ name: '([\w]+)', value:/g);
    expect(set.sort()).toEqual(
      [...OF_THE_HOST, ...readByTheApp().filter((name) => !NEVER_IN_AZURE.includes(name))].sort(),
    );
    expect(readByTheApp()).toEqual(expect.arrayContaining(NEVER_IN_AZURE));
  });

  it('is never a secret: no key is listed, and shared keys and passwords are off', () => {
    const whole = files.map(({ text }) => text).join('\n');
    expect(whole).not.toMatch(/listKeys|listSecrets|@secure|AccountKey|password:/);
    expect(textOf('modules/storage.bicep')).toContain('allowSharedKeyAccess: false');
    expect(textOf('modules/bot.bicep')).toContain('disableLocalAuth: true');
    expect(textOf('modules/monitoring.bicep')).toContain('DisableLocalAuth: true');
    expect(all(textOf('modules/functions.bicep'), /(allow: false)/g)).toHaveLength(2);
  });
});

describe('what the app may do in Azure', () => {
  it('is to own the blobs of the host, write the tables, and send its telemetry; and nothing else', () => {
    const roles = files.flatMap(({ text }) => all(text, /var \w+ = '([0-9a-f]{8}-[0-9a-f-]{27})'/g));
    expect(roles.sort()).toEqual(
      [
        'b7e6dc6d-f1e8-4753-8033-0f276bb0955b', // Storage Blob Data Owner
        '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', // Storage Table Data Contributor
        '3913510d-42f4-4e62-8a66-3c04c6d4a1d0', // Monitoring Metrics Publisher
      ].sort(),
    );
  });

  it('lies within the European Union', () => {
    const allowed = /@allowed\(\[([^\]]*)\]\)\nparam location/.exec(textOf('main.bicep'))?.[1] ?? '';
    expect(all(allowed, /'(\w+)'/g)).toEqual([
      'westeurope',
      'northeurope',
      'swedencentral',
      'germanywestcentral',
      'francecentral',
    ]);
    expect(all(textOf('modules/bot.bicep'), /location: '(\w+)'/g)).toEqual(['westeurope', 'westeurope']);
  });
});

describe('an alert', () => {
  it('is about codes that the app prints', async () => {
    const codes = new Set(all(textOf('modules/monitoring.bicep'), /"([A-Z][\w.]+)"/g));
    expect(codes).toEqual(
      new Set([
        'ActivityPostponed',
        'ActivityFailed',
        'Http.Unavailable',
        'Http.Unexpected',
        'Messages.Unavailable',
        'Messages.Unexpected',
        'Post.lost',
        'Post.refused',
        'Post.claimLost',
        'Post.overdue',
        'Due.failed',
        'Due.unread',
        'Due.broken',
      ]),
    );
    const read = (path: string): Promise<string> => readFile(join(ROOT, 'bot', path), 'utf8');
    const failures = await read('functions/failures.ts');
    const posts = (await read('usecases/ports.ts')) + (await read('usecases/deliver.ts'));
    const said: Record<string, string> = {
      Http: failures,
      Messages: failures,
      Post: posts,
      Due: await read('usecases/settleDue.ts'),
      Activity: await read('teams/inbound.ts'),
    };
    for (const code of codes) {
      const [beginning = '', filledIn] = code.split('.');
      const source = said[filledIn === undefined ? 'Activity' : beginning];
      // Whole, or as what is put after `Http.`, `Messages.` and `Post.`.
      expect(source?.includes(`'${code}'`) === true || source?.includes(`'${filledIn}'`) === true, code).toBe(true);
    }
  });

  it('looks at every line: nothing is sampled away', async () => {
    const host = JSON.parse(await readFile(join(ROOT, 'bot/host.json'), 'utf8')) as object;
    expect(host).toMatchObject({ logging: { applicationInsights: { samplingSettings: { isEnabled: false } } } });
    expect(textOf('modules/monitoring.bicep')).toContain('SamplingPercentage: 100');
  });
});
