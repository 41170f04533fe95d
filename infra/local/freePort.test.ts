import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from './freePort.ts';

const server = createServer();
afterEach(() => server.close());

describe('freePort', () => {
  it('passes over a port that somebody listens on, and those that are spoken for', async () => {
    const wanted = await freePort(20_000);
    server.listen(wanted, '127.0.0.1');
    await once(server, 'listening');
    const next = await freePort(wanted);
    expect(next).toBeGreaterThan(wanted);
    expect(await freePort(wanted, [next])).toBeGreaterThan(next);
  });
});
