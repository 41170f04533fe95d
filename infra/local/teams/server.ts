import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pageRoutes } from './api.ts';
import { tokenRoutes } from '../entra/tokenRoutes.ts';
import { isAppToken } from '../entra/tokens.ts';
import { graphRoutes } from '../graph/graphRoutes.ts';
import { connectorRoutes } from './connector.ts';
import type { Courier } from './deliver.ts';
import { ok, Refusal, route, type Reply, type Routes } from '../standIn/http.ts';
import type { World } from './world.ts';
/** A call of the Connector or of Graph; `time` is milliseconds since 1970. No content. */
export type ConnectorCall = { method: string; path: string; status: number; time: number };
/** The page's own files, its script bundled from source. */
async function loadPage(): Promise<Routes> {
  const at = (name: string) => fileURLToPath(new URL(`page/${name}`, import.meta.url));
  const script = await build({ entryPoints: [at('main.ts')], bundle: true, write: false, minify: true, format: 'esm' });
  const file = (type: string, body?: Uint8Array) => () => ({ ...ok(body), headers: { 'content-type': type } });
  const html = file('text/html; charset=utf-8', await readFile(at('index.html')));
  const css = file('text/css', await readFile(at('style.css')));
  const js = file('text/javascript', script.outputFiles[0]?.contents);
  return { 'GET ': html, 'GET style.css': css, 'GET main.js': js };
}
/** Answers requests as Teams, Entra and Graph would, and serves the page. */
export function createServe(world: World, courier: Courier) {
  const calls: ConnectorCall[] = [];
  const listening = new Set<ServerResponse>();
  const page = loadPage();
  page.catch(() => undefined); // told by ready(), and to whoever opens the page
  /** Who answers which beginning of an address; with a resource, only to the app's token for it. */
  const areas: [start: string, routes: Routes, resource?: string][] = [
    ['/connector/', connectorRoutes(world), 'https://api.botframework.com'],
    ['/graph/v1.0/', graphRoutes(world), 'https://graph.microsoft.com'],
    ['/api/', pageRoutes(world, courier)],
  ];
  const answer = async (request: IncomingMessage, url: URL): Promise<Reply> => {
    const [start, routes, resource] = areas.find(([at]) => url.pathname.startsWith(at)) ?? ['/', tokenRoutes(world)];
    const { authorization = '' } = request.headers;
    if (resource !== undefined && !isAppToken(world.keys.entra, authorization, world.app.id, resource))
      throw new Refusal(401, 'Unauthorized', 'Authorization has been denied for this request.');
    const all = start === '/' ? { ...routes, ...(await page) } : routes;
    return route(all, request, url, url.pathname.slice(start.length), world.limits.messageBytes);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = URL.parse(request.url ?? '/', 'http://localhost') ?? new URL('http://localhost');
    if (url.pathname === '/api/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('data:\n\n');
      return void listening.add(response.on('close', () => listening.delete(response)));
    }
    const { status, body, headers } = await answer(request, url).catch((error: unknown) =>
      error instanceof Refusal ? error.reply : new Refusal(500, 'ServiceError', String(error)).reply,
    );
    const call = { method: request.method ?? '', path: url.pathname, status, time: world.now() };
    if (/^\/(connector|graph)\//.test(call.path)) calls.push(call);
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(body instanceof Uint8Array || body === undefined ? body : JSON.stringify(body));
  };
  const tellPages = () => listening.forEach((response) => response.write('data:\n\n'));
  return { calls, serve, tellPages, ready: () => page.then(() => undefined) };
}
