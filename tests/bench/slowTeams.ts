import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A proxy before the stand-in for Teams. */
export interface SlowTeams {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Lets everything through, but holds the answer back, for so many milliseconds, that tells the bot about a thread which
 * it created: people see the thread already and reply, as happens with the real Teams.
 */
export async function startSlowTeams(upstream: string, hold: number): Promise<SlowTeams> {
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const { hostname, port, host } = new URL(upstream);
    const passed = request({ hostname, port, method, path: url, headers: { ...headers, host } });
    passed.on('error', () => outgoing.destroy());
    passed.on('response', (answer: IncomingMessage) => {
      const isCreated = method === 'POST' && url?.endsWith('/v3/conversations') === true;
      void delay(isCreated ? hold : 0).then(() => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
    });
    incoming.pipe(passed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
