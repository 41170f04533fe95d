import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** What a service said. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A request that came to a proxy. */
export interface Passing {
  readonly method: string;
  /** With its query, encoded as it came. */
  readonly path: string;
  readonly body: Buffer;
}

/** What becomes of one request. */
export interface Fate {
  /**
   * `pass`: it is done, and answered. `cut`: the connection ends, and nothing is done. `silence`: nothing is done, and
   * nobody answers. `loseAnswer`: it is done, and the connection ends in place of an answer. Else a status that the
   * service is made to give, without doing anything.
   */
  readonly does: 'pass' | 'cut' | 'silence' | 'loseAnswer' | { readonly answers: number; readonly body: string };
  /** Milliseconds before anything of that. */
  readonly wait?: number;
  /** Called with the status when the service has done it, before whoever asked hears of it; undefined where it cannot be reached. */
  readonly done?: (status: number | undefined) => void | Promise<void>;
}

export interface Proxy {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Stands before a service, or before several. `to`: the address of the one that is asked. */
export async function startProxy(fateOf: (passing: Passing) => Fate & { readonly to: string }): Promise<Proxy> {
  const server = createServer((incoming, outgoing) => {
    // Whoever asked may be gone, and then there is nobody to answer.
    void meet(fateOf, incoming, outgoing).catch(() => incoming.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function meet(
  fateOf: (passing: Passing) => Fate & { readonly to: string },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { method = '', url: path = '' } = incoming;
  const body = await bodyOf(incoming);
  const { to, does, wait, done } = fateOf({ method, path, body });
  await delay(wait);
  switch (does) {
    case 'silence':
      return;
    case 'cut':
      incoming.socket.destroy();
      return;
    case 'pass':
    case 'loseAnswer': {
      const answer = await carryOut(to, incoming, body, done);
      if (does === 'pass' && answer !== undefined) reply(outgoing, answer);
      else incoming.socket.destroy();
      return;
    }
    default:
      reply(outgoing, said(does.answers, does.body));
  }
}

/** The service does it. @returns undefined where it cannot be reached */
async function carryOut(
  to: string,
  incoming: IncomingMessage,
  body: Buffer,
  done: Fate['done'],
): Promise<Answer | undefined> {
  const answer = await forward(to, incoming, body).catch(() => undefined);
  await done?.(answer?.status);
  return answer;
}

const said = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(body),
});

/** Asks a service the same. */
export async function forward(upstream: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const { hostname, host, port } = new URL(upstream);
  const { method, url, headers } = incoming;
  const outgoing = request({ hostname, port, method, path: url, headers: { ...headers, host }, agent: false });
  outgoing.end(body);
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await bodyOf(response) };
}

export async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function reply(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const kept = Object.entries(headers).filter(([name]) => !['transfer-encoding', 'connection'].includes(name));
  outgoing.writeHead(status, { ...Object.fromEntries(kept), 'content-length': body.length }).end(body);
}
