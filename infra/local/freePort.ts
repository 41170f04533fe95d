import { createServer } from 'node:net';

const TRIES = 100;

/**
 * The first port from `wanted` on that nobody listens on, at this machine's own address; any free one for 0.
 * @throws {Error} where 100 ports in a row are taken
 */
export async function freePort(wanted: number, taken: readonly number[] = []): Promise<number> {
  if (wanted === 0) return listen(0, '127.0.0.1');
  for (let port = wanted; port < wanted + TRIES && port <= 65_535; port += 1) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`no free port from ${wanted} on`);
}

/** Both families: a browser that is told `localhost` may try either first, and find somebody else's program there. */
async function isFree(port: number): Promise<boolean> {
  for (const address of ['127.0.0.1', '::1']) {
    try {
      await listen(port, address);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // A machine without IPv6 has nobody listening there.
      if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') return false;
    }
  }
  return true;
}

function listen(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port));
    });
  });
}
