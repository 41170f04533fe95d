import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#functions/routes';
import { makeDeployedFolder } from '../../infra/tools/deployedFolder.ts';
import { type Deployed, startDeployed } from '../support/deployed/startDeployed.ts';

const SETTINGS = {
  MED_TENANT_ID: '99999999-8888-4777-8666-555555555555',
  MED_APP_ID: '11111111-2222-4333-8444-555555555555',
  // Nothing listens there: what is asked of a service fails at once.
  MED_TABLES_URL: 'http://127.0.0.1:1/',
  MED_USER_KEYS_URL: 'http://127.0.0.1:1/keys',
};
const MOST_BYTES = 3_000_000;

let folder: string;
let app: Deployed;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'med-dialog-deployed-'));
  await makeDeployedFolder(folder);
  app = await startDeployed(folder, { ...SETTINGS, MED_TABS_FOLDER: join(folder, 'tabs') });
}, 300_000);
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

const answerOf = async (name: string, method: string, params: Record<string, string> = {}, body: object = {}) => {
  const call = { method, url: 'https://med.example.dk/api/x', params, body: JSON.stringify(body) };
  const answer = await app.http(name, { ...call, headers: { 'content-type': 'application/json' } });
  return { ...answer, text: Buffer.from(answer.body, 'base64').toString('utf8') };
};

describe('the folder that is deployed', () => {
  it('holds what runs and the licences of what is in it, and nothing else', async () => {
    expect((await readdir(folder)).sort()).toEqual([
      'app.cjs',
      'host.json',
      'insights.cjs',
      'licences.txt',
      'main.cjs',
      'package.json',
      'tabs',
    ]);
    const tabs = await readdir(join(folder, 'tabs'), { recursive: true });
    const kinds = new Set(tabs.map((name) => /\.[a-z]+(?:\.gz)?$/.exec(name)?.[0]));
    expect(kinds).toEqual(new Set([undefined, '.html', '.css', '.css.gz', '.js', '.js.gz']));
    expect(tabs.filter((name) => !name.includes('.'))).toEqual(['assets']);
    const licences = await readFile(join(folder, 'licences.txt'), 'utf8');
    for (const name of [
      'botbuilder',
      '@azure/data-tables',
      'docx',
      '@fluentui/react-button',
      'zod',
      '@opentelemetry/core',
    ])
      expect(licences).toMatch(new RegExp(`${name} (- )?\\d`));
  });

  it('has a bundle of three megabytes at most', async () => {
    const sizes = await Promise.all(['main.cjs', 'app.cjs'].map((name) => stat(join(folder, name))));
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('has each packed file beside the plain one, with the same in it', async () => {
    const assets = join(folder, 'tabs/assets');
    const packed = (await readdir(assets)).filter((name) => name.endsWith('.gz'));
    expect(packed.length).toBeGreaterThan(10);
    for (const name of packed) {
      const plain = await readFile(join(assets, name.slice(0, -'.gz'.length)));
      expect(gunzipSync(await readFile(join(assets, name))).equals(plain)).toBe(true);
    }
  });

  it('names no path of the machine that built it', async () => {
    for (const name of ['main.cjs', 'app.cjs', 'insights.cjs', 'package.json', 'licences.txt'])
      expect(await readFile(join(folder, name), 'utf8')).not.toContain(process.cwd());
  });
});

describe('as Azure’s worker loads it', () => {
  it('registers every route and the timer, each open to callers whom the app checks itself', () => {
    const names = app.functions.map(({ name }) => name);
    expect(names.sort()).toEqual(
      [...routes.map(({ name }) => name), 'messages', 'health', 'ready', 'unknown', 'tabs', 'settleDue'].sort(),
    );
    const http = app.functions.filter(({ trigger }) => trigger === 'httpTrigger');
    expect(new Set(http.map(({ authLevel }) => authLevel))).toEqual(new Set(['anonymous']));
    expect(app.functions.find(({ name }) => name === 'settleDue')).toMatchObject({
      trigger: 'timerTrigger',
      schedule: '0 */5 * * * *',
    });
  });

  it.each(routes.map(({ name, method }) => [name, method] as const))(
    'lets nobody in without a token: %s',
    async (name, method) => {
      const { status, text } = await answerOf(name, method);
      expect([status, JSON.parse(text)]).toMatchObject([401, { code: 'TokenMissing' }]);
    },
  );

  it('takes no activity that nobody has signed', async () => {
    const activity = {
      type: 'message',
      id: '1',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
    };
    expect(await answerOf('messages', 'POST', {}, activity)).toMatchObject({ status: 401 });
  });

  it('says that it is alive, and which of what it needs it does not reach', async () => {
    const alive = await answerOf('health', 'GET');
    expect([alive.status, JSON.parse(alive.text)]).toMatchObject([
      200,
      { status: 'alive', version: expect.stringMatching(/^\d+\.\d+/) as string },
    ]);
    const ready = await answerOf('ready', 'GET');
    expect([ready.status, JSON.parse(ready.text)]).toMatchObject([503, { status: 'notReady', store: 'failed' }]);
  });

  it('serves the tabs, and says in the form of the API that there is nothing else', async () => {
    expect(await answerOf('tabs', 'GET', { path: 'panel.html' })).toMatchObject({ status: 200 });
    expect(await answerOf('unknown', 'GET')).toMatchObject({ status: 404 });
  });

  it('runs the timer, and says with a code what was in the way', async () => {
    await expect(app.timer('settleDue')).rejects.toThrow();
  });

  it('prints codes, and no secret, each with the run that it belongs to', () => {
    const lines = app.printed().trim().split('\n').filter(Boolean);
    expect(lines.length).toBeGreaterThan(0);
    // The id that the worker gives each run.
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ code: expect.any(String) as string, run: 'one' });
  });
});

it('does not start with settings that are missing, and names each', async () => {
  const started = startDeployed(folder, { ...SETTINGS, MED_APP_ID: 'x' });
  await expect(started).rejects.toThrow(/MED_APP_ID: .*\n.*MED_TABS_FOLDER: /);
});
