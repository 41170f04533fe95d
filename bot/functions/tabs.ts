import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { TabsSettings } from './app.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Where Teams frames a tab (Microsoft Learn, "Tabs prerequisites"). */
const TEAMS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://*.microsoft365.com',
];

interface Served {
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

const zip = promisify(gzip);

/** Serves the built tabs, from the same origin as the API. */
export function createTabsHandler(settings: TabsSettings): (request: HttpRequest) => Promise<HttpResponseInit> {
  const served = new Map<string, Promise<Served>>();
  const folder = resolve(settings.folder);
  return async (request) => {
    const path = join(folder, request.params['path'] ?? '');
    const type = TYPES[extname(path)];
    if (!path.startsWith(folder + sep) || type === undefined) return { status: 404 };
    const file = served.get(path) ?? read(path, settings);
    served.set(path, file);
    try {
      return response(await file, path, type, request, settings);
    } catch {
      served.delete(path);
      return { status: 404 };
    }
  };
}

async function read(path: string, settings: TabsSettings): Promise<Served> {
  const raw = await readFile(path);
  if (extname(path) === '.html') {
    const plain = Buffer.from(withSettings(raw.toString('utf8'), settings));
    return { plain, zipped: await zip(plain, { level: 9 }) };
  }
  // What is deployed lies there packed already.
  return { plain: raw, zipped: await readFile(`${path}.gz`).catch(() => zip(raw, { level: 9 })) };
}

/** The built pages have empty places for what only the running app knows. */
const withSettings = (html: string, { hosts, clientId, channelReading }: TabsSettings): string =>
  html
    .replace('<meta name="teams-hosts" content=""', `<meta name="teams-hosts" content="${hosts.join(' ')}"`)
    .replace('<meta name="client-id" content=""', `<meta name="client-id" content="${clientId}"`)
    .replace('<meta name="channel-reading" content="on"', `<meta name="channel-reading" content="${channelReading}"`);

function response(
  file: Served,
  path: string,
  type: string,
  request: HttpRequest,
  settings: TabsSettings,
): HttpResponseInit {
  const zipped = (request.headers.get('accept-encoding') ?? '').includes('gzip');
  return {
    status: 200,
    body: zipped ? file.zipped : file.plain,
    headers: {
      'content-type': type,
      ...(zipped && { 'content-encoding': 'gzip' }),
      vary: 'accept-encoding',
      // Built names carry a hash of their content; the pages that name them do not.
      'cache-control': extname(path) === '.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      ...(extname(path) === '.html' && { 'content-security-policy': policy(settings.hosts) }),
    },
  };
}

/** Fluent writes its styles into the page; teams-js fetches its list of hosts from Microsoft's own network. */
const policy = (hosts: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' https://res.cdn.office.net",
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${[...TEAMS, ...hosts].join(' ')}`,
  ].join('; ');
