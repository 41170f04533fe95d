import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { Unavailable } from '#usecases/ports';
import { createAzureTables } from './azureTables.ts';
import type { Tables } from './tables.ts';

const ROW = { table: 'Teams', partition: 'p', key: 'hemmeligt', columns: { text: 'hemmeligt' } } as const;

describe('azureTables', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function against(listener: RequestListener): Promise<Tables> {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const credential = { account: 'account', key: btoa('key') };
    return createAzureTables({ url: `http://127.0.0.1:${port}`, credential });
  }

  it('does not take the 404 of some other server for a row that is not there', async () => {
    const tables = await against((_, response) => response.writeHead(404).end('<h1>Not found</h1>'));
    await expect(tables.get(ROW)).rejects.toBeInstanceOf(Unavailable);
    await expect(tables.remove(ROW)).rejects.toBeInstanceOf(Unavailable);
  });

  it('tries again, at once, where the service is busy', async () => {
    let tries = 0;
    const tables = await against((_, response) => {
      tries += 1;
      response.writeHead(tries < 3 ? 503 : 204, { etag: 'W/"1"' }).end();
    });
    expect(await tables.insert(ROW)).toBe('written');
    expect(tries).toBe(3);
  });

  it('gives up after four tries, with an error that holds nothing of the row', async () => {
    let tries = 0;
    const tables = await against((_, response) => {
      tries += 1;
      response.writeHead(500).end('hemmeligt');
    });
    const error: unknown = await tables.insert(ROW).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unavailable);
    const { cause } = error as Unavailable;
    expect(String(cause)).toMatch(/^TableFault: table insert: 500/);
    expect(JSON.stringify([error, cause]) + String(cause)).not.toContain('hemmeligt');
    expect(tries).toBe(4);
  });
});
