import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import azure, { type HttpResponseInit } from '@azure/functions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TabsSettings } from './app.ts';
import { createTabsHandler } from './tabs.ts';

const CLIENT = '11111111-2222-4333-8444-555555555555';
const PAGE =
  '<html><meta name="teams-hosts" content=""><meta name="client-id" content=""><meta name="channel-reading" content="on"></html>';
let root: string;
let folder: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'med-dialog-tabs-'));
  folder = join(root, 'tabs');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await mkdir(join(root, 'tabs-and-more'));
  await writeFile(join(folder, 'panel.html'), PAGE);
  await writeFile(join(folder, 'assets', 'panel-abc.js'), 'console.info(1)');
  for (const name of ['secret.json', 'tabs/secret.env', 'tabs/no-kind', 'tabs-and-more/secret.json'])
    await writeFile(join(root, name), '{"secret":1}');
});
afterAll(() => rm(root, { recursive: true }));

async function get(path: string, headers: Record<string, string> = {}, more: Partial<TabsSettings> = {}) {
  const handler = createTabsHandler({ folder, hosts: [], clientId: CLIENT, channelReading: 'on', ...more });
  return handler(new azure.HttpRequest({ method: 'GET', url: 'http://localhost/tabs/x', headers, params: { path } }));
}
const headersOf = (response: HttpResponseInit): Readonly<Record<string, string>> =>
  response.headers as Record<string, string>;
const textOf = ({ body }: HttpResponseInit): string => (body as Buffer).toString('utf8');

describe('a file of the tabs', () => {
  it('comes with its kind and nothing to guess', async () => {
    const script = await get('assets/panel-abc.js');
    expect([script.status, textOf(script)]).toEqual([200, 'console.info(1)']);
    expect(headersOf(script)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('is kept by browsers for ever where its name tells its content, and a page never without asking', async () => {
    expect(headersOf(await get('assets/panel-abc.js'))['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headersOf(await get('panel.html'))['cache-control']).toBe('no-cache');
  });

  it('comes packed to whoever can unpack it', async () => {
    const packed = await get('assets/panel-abc.js', { 'accept-encoding': 'br, gzip' });
    expect(headersOf(packed)).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(packed.body as Buffer).toString()).toBe('console.info(1)');
    const plain = await get('assets/panel-abc.js', { 'accept-encoding': 'br' });
    expect(headersOf(plain)).not.toHaveProperty('content-encoding');
    expect(headersOf(plain)['vary']).toBe('accept-encoding');
  });

  it('comes as it was packed when the app was built', async () => {
    await writeFile(join(folder, 'assets', 'packed-abc.js'), 'console.info(2)');
    await writeFile(join(folder, 'assets', 'packed-abc.js.gz'), gzipSync('console.info("packed before")'));
    const { body } = await get('assets/packed-abc.js', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(body as Buffer).toString()).toBe('console.info("packed before")');
  });

  it('comes again when it could not be read the first time', async () => {
    const handler = createTabsHandler({ folder, hosts: [], clientId: CLIENT, channelReading: 'on' });
    const ask = () =>
      handler(new azure.HttpRequest({ method: 'GET', url: 'http://localhost/', params: { path: 'later.html' } }));
    expect((await ask()).status).toBe(404);
    await writeFile(join(folder, 'later.html'), PAGE);
    expect((await ask()).status).toBe(200);
    await rm(join(folder, 'later.html'));
  });

  it.each(['absolute', 'with a slash at its end', 'relative'])('is found where the folder is %s', async (form) => {
    const named = {
      absolute: folder,
      'with a slash at its end': `${folder}/`,
      relative: relative(process.cwd(), folder),
    };
    const response = await get('panel.html', {}, { folder: named[form as keyof typeof named] });
    expect(response.status).toBe(200);
  });
});

describe('a page of the tabs', () => {
  it('may be framed by Teams, and by nobody else', async () => {
    const policy = headersOf(await get('panel.html'))['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
    const ancestors = policy.split('; ').find((part) => part.startsWith('frame-ancestors ')) ?? '';
    expect(ancestors).toContain('https://teams.microsoft.com');
    expect(ancestors).not.toMatch(/ \*( |$)|http:|localhost/);
    expect(textOf(await get('panel.html'))).toContain('<meta name="teams-hosts" content="">');
  });

  it('may be framed by the hosts that are configured, and names them and the app', async () => {
    const page = await get('panel.html', {}, { hosts: ['http://localhost:1', 'https://b.example'] });
    expect(headersOf(page)['content-security-policy']).toMatch(
      /frame-ancestors .* http:\/\/localhost:1 https:\/\/b.example$/,
    );
    expect(textOf(page)).toContain('<meta name="teams-hosts" content="http://localhost:1 https://b.example">');
    expect(textOf(page)).toContain(`<meta name="client-id" content="${CLIENT}">`);
  });

  it('is told which messages Teams gives the app', async () => {
    expect(textOf(await get('panel.html'))).toContain('<meta name="channel-reading" content="on">');
    const page = await get('panel.html', {}, { channelReading: 'off' });
    expect(textOf(page)).toContain('<meta name="channel-reading" content="off">');
  });

  it('alone has a policy of its own: a script has none', async () => {
    expect(headersOf(await get('assets/panel-abc.js'))).not.toHaveProperty('content-security-policy');
  });
});

describe('what is no file of the tabs', () => {
  it.each([
    '',
    '.',
    '/',
    '../secret.json',
    'assets/../../secret.json',
    '../tabs-and-more/secret.json',
    '..\\secret.json',
    '..%2Fsecret.json',
    '%2e%2e/secret.json',
    '/etc/passwd.json',
    'panel.html\u0000.js',
    'secret.env',
    'no-kind',
    'assets',
    'assets/',
    'nothing.html',
    `${'x'.repeat(5_000)}.html`,
  ])('is not there: %j', async (path) => {
    expect(await get(path)).toEqual({ status: 404 });
  });
});
