import { createServer, type IncomingMessage, request as ask, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import azure from '@azure/functions';
import { createTabsHandler } from '#functions/tabs';
import { createServer as createVite, type Plugin, type ViteDevServer } from 'vite';
import type { ChannelReading } from '../tools/deployment.ts';
import { ROOT } from '../tools/runTool.ts';

/** What stands in front of the Functions while the tabs are worked on. */
export interface HotTabsOptions {
  /** The port that Teams knows as the app's. */
  readonly port: number;
  /** Where the Functions are, without a slash at the end: all but the tabs is handed on to them. */
  readonly functionsUrl: string;
  /** Origins that may show the tabs in a frame. */
  readonly hosts: readonly string[];
  readonly clientId: string;
  /** Which form of the app the pages are told to be of; `on` where left out. */
  readonly channelReading?: ChannelReading;
  /** The folder that holds `tabs/`; the checkout where left out. */
  readonly checkout?: string;
}

export interface HotTabs {
  /** Leaves nothing open: no request, no watched file. */
  close(): Promise<void>;
}

/**
 * Serves the tabs from their sources by Vite, in place of the built ones, so that a change shows on the pages that are
 * open without their losing what stands in them. The rest of the app is behind it, at the same address, as it is in Azure.
 */
export async function startHotTabs(options: HotTabsOptions): Promise<HotTabs> {
  const { port, checkout = ROOT } = options;
  const server = createServer();
  const vite = await createVite({
    configFile: join(checkout, 'tabs/vite.config.ts'),
    appType: 'custom',
    logLevel: 'warn',
    cacheDir: join(ROOT, 'node_modules/.cache/hot-tabs'),
    server: { middlewareMode: true, hmr: { server } },
    plugins: [jsonAsModules],
  });
  server.on('request', (request, response) => {
    if (!/^\/tabs\//.test(request.url ?? '')) handOn(options.functionsUrl, request, response);
    else void serveTab(vite, options, request, response);
  });
  try {
    await listen(server, port);
  } catch (error) {
    await vite.close();
    throw error;
  }
  return {
    async close() {
      await vite.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Vite gives JSON as JavaScript, which browsers refuse where the import says that it is JSON. */
const jsonAsModules: Plugin = {
  name: 'json-as-modules',
  enforce: 'pre',
  transform: (code) => code.replaceAll(/,\s*\{\s*with:\s*\{\s*type:\s*'json'\s*\}\s*\}/g, ''),
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

async function serveTab(
  vite: ViteDevServer,
  options: HotTabsOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const [, name] = /^\/tabs\/(\w+\.html)(?:\?|$)/.exec(request.url ?? '') ?? [];
    if (name === undefined) vite.middlewares(request, response, () => response.writeHead(404).end());
    else await servePage(vite, options, name, response);
  } catch (error) {
    // As Vite's own: it has a picture of what is wrong with the source.
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(String(error));
  }
}

/** The page as the app itself serves it, settings, headers and all, with Vite's own parts put in. */
async function servePage(
  vite: ViteDevServer,
  { hosts, clientId, channelReading = 'on', port, checkout = ROOT }: HotTabsOptions,
  name: string,
  response: ServerResponse,
): Promise<void> {
  // A new one each time: it keeps what it has read, and the source may have changed.
  const handler = createTabsHandler({ folder: join(checkout, 'tabs'), hosts, clientId, channelReading });
  const page = await handler(
    new azure.HttpRequest({ method: 'GET', url: `http://localhost/tabs/${name}`, params: { path: name } }),
  );
  const answered = new azure.HttpResponse(page);
  const policy = answered.headers.get('content-security-policy') ?? '';
  const html = await vite.transformIndexHtml(`/${name}`, await answered.text());
  response.writeHead(answered.status, [
    ...[...answered.headers].filter(([header]) => header !== 'content-security-policy').flat(),
    'content-security-policy',
    loosened(policy, port),
  ]);
  response.end(html);
}

/** Fast refresh begins with a script in the page itself, and changes come over a socket. */
const loosened = (policy: string, port: number): string =>
  policy
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", `connect-src 'self' ws://localhost:${port}`);

/** Hands a request on as it is, and its answer back. */
function handOn(to: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = '/' } = request;
  const onward = ask(`${to}${url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  // The Functions are away for a moment: whoever asked asks again.
  onward.once('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}
