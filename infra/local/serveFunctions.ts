import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import azure, { type HttpResponseInit } from '@azure/functions';
import type { HttpRegistration } from '#functions/registrations';
import { createRouter, type Match } from './createRouter.ts';
import { readBody } from './readBody.ts';
import { reportFault } from './reportFault.ts';

/** Functions over HTTP on one machine. */
export interface FunctionsServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Takes no more requests, waits for those that run (20 s at most), and closes. */
  close(): Promise<void>;
}

/** A post to Teams gives up after 15 s, and its outcome has to be written down. */
const LONGEST_REQUEST = 20_000;

/** Runs HTTP functions on node:http, on this machine's own address only. Port 0 is any free one. */
export async function serveFunctions(
  port: number,
  registrations: readonly HttpRegistration[],
): Promise<FunctionsServer> {
  const route = createRouter(registrations);
  const running = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const work = answer(route, request, response).finally(() => running.delete(work));
    running.add(work);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const giveUp = setTimeout(() => server.closeAllConnections(), LONGEST_REQUEST);
      await Promise.all(running);
      server.closeIdleConnections();
      await closed;
      clearTimeout(giveUp);
    },
  };
}

type Route = (method: string, path: string) => Match<HttpRegistration> | undefined;

async function answer(route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await write(response, await run(route, request));
  } catch {
    // The caller went away, or a body broke off in the middle: there is nobody to tell.
    response.destroy();
  }
}

async function run(route: Route, request: IncomingMessage): Promise<HttpResponseInit> {
  const method = request.method ?? 'GET';
  const target = request.url ?? '/';
  const match = route(method, target.split('?', 1)[0] ?? '/');
  if (match === undefined) return { status: 404 };
  const url = URL.parse(target, `http://${request.headers.host ?? 'localhost'}`);
  if (url === null) return { status: 400 };
  const body = await readBody(request);
  if (body === 'too large') return { status: 413, headers: { connection: 'close' } };
  const { name, handler } = match.row;
  try {
    return await handler(
      new azure.HttpRequest({
        method,
        url: url.href,
        headers: headersOf(request),
        params: match.params,
        body: { bytes: body },
      }),
      new azure.InvocationContext({ functionName: name, invocationId: randomUUID() }),
    );
  } catch (error) {
    // As the host: a function that throws is a 500 without a body.
    reportFault(name, error);
    return { status: 500 };
  }
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values !== undefined) headers[name] = values.join(', ');
  }
  return headers;
}

async function write(response: ServerResponse, init: HttpResponseInit): Promise<void> {
  // The class of the library, since it is what turns an answer into bytes and headers in Azure as well.
  const answered = new azure.HttpResponse(init);
  response.writeHead(answered.status, [...answered.headers].flat());
  if (answered.body === null) response.end();
  else await pipeline(Readable.fromWeb(answered.body), response);
}
