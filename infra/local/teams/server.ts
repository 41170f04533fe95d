import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pageRoutes } from './api.ts';
import { connectorRoutes, graphRoutes } from './connector.ts';
import { ok, readBody, Refusal, route } from './http.ts';
import type { Reply, Routes } from './http.ts';
import { appToken, isAppToken } from './tokens.ts';
import type { World } from './world.ts';

/** A call of the Connector or of Graph; `time` is milliseconds since 1970. No content. */
export interface ConnectorCall {
  method: string;
  path: string;
  status: number;
  time: number;
}
type Serve = (request: IncomingMessage, url: URL, path: string) => Reply | Promise<Reply>;

/** The page, its script bundled from source. */
async function loadPage(): Promise<Map<string, [type: string, content: string]>> {
  const at = (name: string) => fileURLToPath(new URL(`page/${name}`, import.meta.url));
  const script = build({ entryPoints: [at('main.ts')], bundle: true, write: false, minify: true, format: 'esm' });
  const [html, css] = await Promise.all(['index.html', 'style.css'].map((name) => readFile(at(name), 'utf8')));
  const {
    outputFiles: [main],
  } = await script;
  return new Map([
    ['/', ['text/html', html ?? '']],
    ['/style.css', ['text/css', css ?? '']],
    ['/main.js', ['text/javascript', main?.text ?? '']],
  ]);
}

/** The token endpoint. Any secret or assertion will do here, but the client has to be the app. */
async function grantToken({ app, limits, keys, addresses }: World, request: IncomingMessage): Promise<Reply> {
  const form = new URLSearchParams(await readBody(request, limits.messageBytes));
  const [, resource] = /^(.+)\/\.default$/.exec(form.get('scope') ?? '') ?? [];
  const isApp = form.get('client_id') === app.id && form.get('grant_type') === 'client_credentials';
  if (!isApp || resource === undefined) return { status: 400, body: { error: 'invalid_request' } };
  const access_token = appToken(keys.entra, app.id, addresses.tenantId, resource);
  return ok({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token });
}

/** Who answers which beginning of an address. */
function areas(world: World, calls: ConnectorCall[]): [prefix: string, serve: Serve][] {
  const { botIssuer: issuer, botMetadataUrl, userKeysUrl, tokenUrl } = world.addresses;
  const under =
    (routes: Routes): Serve =>
    (request, url, path) =>
      route(routes, request, url, path, world.limits.messageBytes);
  const guarded =
    (resource: string, code: string, routes: Routes): Serve =>
    async (request, url, path) => {
      const header = request.headers.authorization ?? '';
      const call = { method: request.method ?? '', path: url.pathname, status: 500, time: world.now() };
      calls.push(call);
      const denied = new Refusal(401, code, 'Authorization has been denied for this request.');
      const isAllowed = isAppToken(world.keys.entra, header, world.app.id, resource);
      const reply = await (isAllowed ? answered(() => under(routes)(request, url, path)) : denied.reply);
      call.status = reply.status;
      return reply;
    };
  const jwks_uri = new URL('keys', botMetadataUrl).href;
  return [
    ['/connector/', guarded('https://api.botframework.com', 'Unauthorized', connectorRoutes(world))],
    ['/graph/v1.0/', guarded('https://graph.microsoft.com', 'InvalidAuthenticationToken', graphRoutes(world))],
    ['/api/', under(pageRoutes(world))],
    [new URL(tokenUrl).pathname, (request) => grantToken(world, request)],
    [new URL(userKeysUrl).pathname, () => ok({ keys: [world.keys.entra.public] })],
    [new URL(botMetadataUrl).pathname, () => ok({ issuer, jwks_uri })],
    [new URL(jwks_uri).pathname, () => ok({ keys: [world.keys.channel.public] })],
  ];
}
/** Every refusal is an answer; a mistake of ours is a 500. */
async function answered(serve: () => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await serve();
  } catch (error) {
    return error instanceof Refusal ? error.reply : new Refusal(500, 'ServiceError', String(error)).reply;
  }
}

/** Answers requests as Teams, Entra or Graph would. */
export function createServe(world: World) {
  const calls: ConnectorCall[] = [];
  const all = areas(world, calls);
  const listening = new Set<ServerResponse>();
  const page = loadPage();
  // Waited for where the page is asked for; a failure is told there and in ready().
  page.catch(() => undefined);
  const listen = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('data:\n\n');
    listening.add(response.on('close', () => listening.delete(response)));
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', world.addresses.serviceUrl);
    if (url.pathname === '/api/changes') return void listen(response);
    const file = request.method === 'GET' ? (await page).get(url.pathname) : undefined;
    if (file !== undefined)
      return void response.writeHead(200, { 'content-type': `${file[0]}; charset=utf-8` }).end(file[1]);
    const [prefix = '', area] = all.find(([start]) => url.pathname.startsWith(start)) ?? [];
    const { status, body, headers } = await answered(() => {
      if (area === undefined) throw new Refusal(404, 'NotFound', 'There is no such address.');
      return area(request, url, url.pathname.slice(prefix.length));
    });
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  const tellPages = () => listening.forEach((response) => response.write('data:\n\n'));
  return { calls, serve, tellPages, ready: () => page.then(() => undefined) };
}
