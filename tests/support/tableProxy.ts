import { once } from 'node:events';
import { createServer } from 'node:http';
import { type Answer, bodyOf, forward, reply } from './proxy.ts';

/** A proxy before a table service that does to it what a network and the real service do now and then. */
export interface TableProxy {
  readonly url: string;
  /** Lets the next `times` writes through and swallows their answers. */
  loseWriteAnswers(times: number): void;
  /** Answers the next query with an empty page that says where to go on. */
  emptyNextPage(): void;
  close(): Promise<void>;
}

export async function startTableProxy(upstream: string): Promise<TableProxy> {
  let losing = 0;
  let emptying = 0;
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then(async (body) => {
      const answer = await forward(upstream, incoming, body);
      const write = incoming.method !== 'GET' && !incoming.url?.endsWith('/Tables');
      if (write && losing > 0) {
        losing -= 1;
        incoming.socket.destroy();
      } else if (incoming.url?.includes('RowKey%20ge') === true && emptying > 0) {
        emptying -= 1;
        reply(outgoing, emptied(answer));
      } else reply(outgoing, answer);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${new URL(upstream).pathname}`,
    loseWriteAnswers: (times) => {
      losing += times;
    },
    emptyNextPage: () => {
      emptying += 1;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The same page without its rows, and with a continuation to the first of them, which Azurite writes in base64. */
function emptied({ status, headers, body }: Answer): Answer {
  const page = JSON.parse(body.toString()) as { value: { PartitionKey: string; RowKey: string }[] };
  const [first] = page.value;
  if (first === undefined) throw new Error('there is no row to go on to');
  return {
    status,
    headers: {
      ...headers,
      'x-ms-continuation-nextpartitionkey': Buffer.from(first.PartitionKey).toString('base64'),
      'x-ms-continuation-nextrowkey': Buffer.from(first.RowKey).toString('base64'),
    },
    body: Buffer.from(JSON.stringify({ ...page, value: [] })),
  };
}
