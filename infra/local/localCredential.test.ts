import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localCredential } from './localCredential.ts';

/** A token endpoint that records what it was asked and numbers its tokens; `status` decides how it answers. */
const asked: Record<string, string>[] = [];
let status = 200;
const server = createServer((request, response) => {
  void text(request).then((body) => {
    asked.push(Object.fromEntries(new URLSearchParams(body)));
    response.writeHead(status).end(JSON.stringify({ access_token: `token ${asked.length}`, expires_in: 3600 }));
  });
});
let tokenUrl: string;
let now = 1_000_000;

beforeEach(async () => {
  asked.length = 0;
  status = 200;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

describe('localCredential', () => {
  it('asks as a client with its credentials, for the scope', async () => {
    const credential = localCredential(tokenUrl, 'the-app', () => now);
    expect(await credential.getToken('https://graph.microsoft.com/.default')).toEqual({
      token: 'token 1',
      expiresOnTimestamp: now + 3_600_000,
    });
    expect(asked).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: 'the-app',
        client_secret: 'local',
        scope: 'https://graph.microsoft.com/.default',
      },
    ]);
  });

  it('asks once for each scope, also when many want one at a time, and anew shortly before a token ends', async () => {
    const credential = localCredential(tokenUrl, 'the-app', () => now);
    const tokens = await Promise.all([credential.getToken('a'), credential.getToken('a'), credential.getToken(['b'])]);
    expect(tokens.map(({ token }) => token).sort()).toEqual(['token 1', 'token 1', 'token 2']);
    now += 56 * 60_000;
    expect((await credential.getToken('a')).token).toBe('token 3');
    expect((await credential.getToken('a')).token).toBe('token 3');
  });

  it('fails while there is no token to be had, and asks anew the next time', async () => {
    const credential = localCredential(tokenUrl, 'the-app', () => now);
    status = 500;
    await expect(credential.getToken('a')).rejects.toThrow('500');
    status = 200;
    expect((await credential.getToken('a')).token).toBe('token 2');
  });
});
