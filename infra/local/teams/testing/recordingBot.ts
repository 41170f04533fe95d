import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Received = { authorization: string; activity: Record<string, unknown> };
type Answer = { status: number; body?: unknown } | 'never';

/** A bot that keeps what it gets, and answers what it is told to: 200 unless `answers` says otherwise. Serves `pages`. */
export async function recordingBot(pages: Record<string, string> = {}) {
  const received: Received[] = [];
  const answers: Answer[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    if (request.method === 'GET') {
      const type = request.url?.endsWith('.js') === true ? 'text/javascript' : 'text/html';
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': type }).end(page);
      return;
    }
    void (async () => {
      let text = '';
      for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
      const activity = JSON.parse(text) as Record<string, unknown>;
      received.push({ authorization: request.headers.authorization ?? '', activity });
      waiting.splice(0).forEach((go) => go());
      const answer = answers.shift() ?? { status: 200 };
      if (answer === 'never') return;
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    received,
    answers,
    /** The activities alone. */
    activities: () => received.map(({ activity }) => activity),
    /** Resolves once so many activities have come. */
    got: async (count: number) => {
      while (received.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
