import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pageRoutes } from './api.ts';
import { connectorRoutes, graphRoutes } from './connector.ts';
import type { Courier } from './deliver.ts';
import { ok, readBody, Refusal, route } from './http.ts';
import type { Reply, Routes } from './http.ts';
import { appToken, isAppToken } from './tokens.ts';
import type { World } from './world.ts';

/** A call of the Connector or of Graph; `time` is milliseconds since 1970. No content. */
export type ConnectorCall = { method: string; path: string; status: number; time: number };
type Serve = (request: IncomingMessage, url: URL, path: string) => Reply | Promise<Reply>;

/** The page's files by address, its script bundled from source. */
async function loadPage(): Promise<Record<string, { type: string; content: string }>> {
  const at = (name: string) => fileURLToPath(new URL(`page/${name}`, import.meta.url));
  const script = await build({ entryPoints: [at('main.ts')], bundle: true, write: false, minify: true, format: 'esm' });
  return {
    '/': { type: 'text/html', content: await readFile(at('index.html'), 'utf8') },
    '/style.css': { type: 'text/css', content: await readFile(at('style.css'), 'utf8') },
    '/main.js': { type: 'text/javascript', content: script.outputFiles[0]?.text ?? '' },
  };
}
/** The token endpoint. Any secret or assertion will do here, but the client has to be the app. */
async function grantToken({ app, limits, keys, addresses }: World, request: IncomingMessage): Promise<Reply> {
  const form = new URLSearchParams(await readBody(request, limits.messageBytes));
  const [, resource] = /^(.+)\/\.default$/.exec(form.get('scope') ?? '') ?? [];
  const isApp = form.get('client_id') === app.id && form.get('grant_type') === 'client_credentials';
  if (!isApp || resource === undefined) return { status: 400, body: { error: 'invalid_request' } };
  const token = appToken(keys.entra, app.id, addresses.tenantId, resource);
  return ok({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token });
}
/** Every refusal is an answer; a mistake of ours is a 500. */
async function answered(serve: () => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await serve();
  } catch (error) {
    return error instanceof Refusal ? error.reply : new Refusal(500, 'ServiceError', String(error)).reply;
  }
}
/** Who answers which beginning of an address. */
function areas(world: World, courier: Courier, calls: ConnectorCall[]): [prefix: string, serve: Serve][] {
  const { botIssuer: issuer, botMetadataUrl, userKeysUrl, tokenUrl } = world.addresses;
  const jwks_uri = new URL('keys', botMetadataUrl).href;
  const { messageBytes } = world.limits;
  const open =
    (routes: Routes): Serve =>
    (request, url, path) =>
      route(routes, request, url, path, messageBytes);
  const guarded =
    (resource: string, routes: Routes): Serve =>
    async (request, url, path) => {
      const call = { method: request.method ?? '', path: url.pathname, status: 0, time: world.now() };
      calls.push(call);
      const isAllowed = isAppToken(world.keys.entra, request.headers.authorization ?? '', world.app.id, resource);
      const denied = new Refusal(401, 'Unauthorized', 'Authorization has been denied for this request.').reply;
      const reply = isAllowed ? await answered(() => open(routes)(request, url, path)) : denied;
      call.status = reply.status;
      return reply;
    };
  return [
    ['/connector/', guarded('https://api.botframework.com', connectorRoutes(world))],
    ['/graph/v1.0/', guarded('https://graph.microsoft.com', graphRoutes(world))],
    ['/api/', open(pageRoutes(world, courier))],
    [new URL(tokenUrl).pathname, (request) => grantToken(world, request)],
    [new URL(userKeysUrl).pathname, () => ok({ keys: [world.keys.entra.public] })],
    [new URL(botMetadataUrl).pathname, () => ok({ issuer, jwks_uri })],
    [new URL(jwks_uri).pathname, () => ok({ keys: [world.keys.channel.public] })],
  ];
}

/** Answers requests as Teams, Entra and Graph would, and serves the page. */
export function createServe(world: World, courier: Courier) {
  const calls: ConnectorCall[] = [];
  const listening = new Set<ServerResponse>();
  const all = areas(world, courier, calls);
  const page = loadPage();
  page.catch(() => undefined); // told by ready(), and to whoever opens the page
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', world.addresses.serviceUrl);
    if (url.pathname === '/api/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('data:\n\n');
      return void listening.add(response.on('close', () => listening.delete(response)));
    }
    const [prefix = '', area] = all.find(([start]) => url.pathname.startsWith(start)) ?? [];
    const { status, body, headers } = await answered(async () => {
      if (area !== undefined) return area(request, url, url.pathname.slice(prefix.length));
      const file = (await page)[url.pathname];
      if (file === undefined) throw new Refusal(404, 'NotFound', 'There is no such address.');
      return {
        status: 200,
        body: Buffer.from(file.content),
        headers: { 'content-type': `${file.type}; charset=utf-8` },
      };
    });
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(Buffer.isBuffer(body) || body === undefined ? body : JSON.stringify(body));
  };
  const tellPages = () => listening.forEach((response) => response.write('data:\n\n'));
  return { calls, serve, tellPages, ready: () => page.then(() => undefined) };
}
