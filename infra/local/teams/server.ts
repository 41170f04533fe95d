import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pageRoutes } from './api.ts';
import { connectorRoutes, graphRoutes } from './connector.ts';
import type { Courier } from './deliver.ts';
import { ok, Refusal, route } from './http.ts';
import type { Reply, Routes } from './http.ts';
import { appToken, isAppToken } from './tokens.ts';
import type { World } from './world.ts';

/** A call of the Connector or of Graph; `time` is milliseconds since 1970. No content. */
export type ConnectorCall = { method: string; path: string; status: number; time: number };

/** The page's own files, its script bundled from source. */
async function loadPage(): Promise<Routes> {
  const at = (name: string) => fileURLToPath(new URL(`page/${name}`, import.meta.url));
  const options = { bundle: true, write: false, minify: true, format: 'esm' } as const;
  const script = await build({ entryPoints: [at('main.ts')], ...options });
  const [html, css] = [await readFile(at('index.html')), await readFile(at('style.css'))];
  const file = (type: string, body: Uint8Array | undefined) => () => ({
    ...ok(body),
    headers: { 'content-type': type },
  });
  return {
    'GET ': file('text/html; charset=utf-8', html),
    'GET style.css': file('text/css', css),
    'GET main.js': file('text/javascript', script.outputFiles[0]?.contents),
  };
}
/** Entra, as far as the app asks it. Any secret or assertion will do, but the client has to be the app. */
function tokenRoutes({ app, keys, addresses }: World): Routes {
  const { tenantId, botIssuer: issuer, botMetadataUrl, userKeysUrl, tokenUrl } = addresses;
  const jwks_uri = new URL('keys', botMetadataUrl).href;
  const get = (url: string) => `GET ${new URL(url).pathname.slice(1)}`;
  return {
    [get(userKeysUrl)]: () => ok({ keys: [keys.entra.public] }),
    [get(botMetadataUrl)]: () => ok({ issuer, jwks_uri }),
    [get(jwks_uri)]: () => ok({ keys: [keys.channel.public] }),
    [get(tokenUrl).replace('GET', 'POST')]: ({ text }) => {
      const form = new URLSearchParams(text);
      const [, resource] = /^(.+)\/\.default$/.exec(form.get('scope') ?? '') ?? [];
      const isApp = form.get('client_id') === app.id && form.get('grant_type') === 'client_credentials';
      if (!isApp || resource === undefined) return ok({ error: 'invalid_request' }, 400);
      const access_token = appToken(keys.entra, app.id, tenantId, resource);
      return ok({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token });
    },
  };
}

/** Answers requests as Teams, Entra and Graph would, and serves the page. */
export function createServe(world: World, courier: Courier) {
  const calls: ConnectorCall[] = [];
  const listening = new Set<ServerResponse>();
  const page = loadPage();
  page.catch(() => undefined); // told by ready(), and to whoever opens the page
  /** Who answers which beginning of an address; with `resource`, only to the app's token for it. */
  const areas: { start: string; routes: Routes; resource?: string }[] = [
    { start: '/connector/', routes: connectorRoutes(world), resource: 'https://api.botframework.com' },
    { start: '/graph/v1.0/', routes: graphRoutes(world), resource: 'https://graph.microsoft.com' },
    { start: '/api/', routes: pageRoutes(world, courier) },
  ];
  const answer = async (
    request: IncomingMessage,
    url: URL,
    area: (typeof areas)[number] | undefined,
  ): Promise<Reply> => {
    const { authorization = '' } = request.headers;
    try {
      if (area?.resource !== undefined && !isAppToken(world.keys.entra, authorization, world.app.id, area.resource))
        throw new Refusal(401, 'Unauthorized', 'Authorization has been denied for this request.');
      const routes = area?.routes ?? { ...tokenRoutes(world), ...(await page) };
      const path = url.pathname.slice(area?.start.length ?? 1);
      return await route(routes, request, url, path, world.limits.messageBytes);
    } catch (error) {
      return error instanceof Refusal ? error.reply : new Refusal(500, 'ServiceError', String(error)).reply;
    }
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', world.addresses.serviceUrl);
    if (url.pathname === '/api/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('data:\n\n');
      return void listening.add(response.on('close', () => listening.delete(response)));
    }
    const area = areas.find(({ start }) => url.pathname.startsWith(start));
    const { status, body, headers } = await answer(request, url, area);
    const call = { method: request.method ?? '', path: url.pathname, status, time: world.now() };
    if (area?.resource !== undefined) calls.push(call);
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(body instanceof Uint8Array || body === undefined ? body : JSON.stringify(body));
  };
  const tellPages = () => listening.forEach((response) => response.write('data:\n\n'));
  return { calls, serve, tellPages, ready: () => page.then(() => undefined) };
}
