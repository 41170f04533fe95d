import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import azure, { type HttpRequest, type InvocationContext } from '@azure/functions';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HttpRegistration } from '#functions/registrations';
import { serveFunctions, type FunctionsServer } from './serveFunctions.ts';

let server: FunctionsServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

type Handler = HttpRegistration['handler'];
async function serve(handler: Handler, route = 'api/things/{thing}'): Promise<string> {
  server = await serveFunctions(0, [{ name: 'things', methods: ['GET', 'POST'], route, handler }]);
  return server.url;
}

describe('serveFunctions', () => {
  it('hands on method, address, query, names, headers and body as the Functions library gives them', async () => {
    let seen: HttpRequest | undefined;
    let told: InvocationContext | undefined;
    const url = await serve(async (request, context) => {
      seen = request;
      told = context;
      return { jsonBody: await request.json() };
    });
    const response = await fetch(`${url}/api/things/19%3Aa%40b?q=%C3%A6`, {
      method: 'POST',
      headers: { 'x-one': 'a' },
      body: '{"text":"æøå 🙂"}',
    });
    expect(await response.json()).toEqual({ text: 'æøå 🙂' });
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(seen).toBeInstanceOf(azure.HttpRequest);
    expect(seen?.method).toBe('POST');
    expect(seen?.url).toBe(`${url}/api/things/19%3Aa%40b?q=%C3%A6`);
    expect(seen?.params).toEqual({ thing: '19:a@b' });
    expect(seen?.query.get('q')).toBe('æ');
    expect(seen?.headers.get('x-one')).toBe('a');
    expect(told?.functionName).toBe('things');
    expect(told?.invocationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['a text', 'hej', 'hej'],
    ['bytes', new Uint8Array([104, 101, 106]), 'hej'],
    ['a stream', () => Readable.from([Buffer.from('he'), Buffer.from('j')]), 'hej'],
    ['nothing', undefined, ''],
  ])('writes back %s', async (_, body, expected) => {
    const url = await serve(() =>
      Promise.resolve({ status: 201, headers: { etag: '"1"' }, body: typeof body === 'function' ? body() : body }),
    );
    const response = await fetch(`${url}/api/things/a`);
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([201, '"1"', expected]);
  });

  it('writes a 304 without a body, whatever the function gave', async () => {
    const url = await serve(() => Promise.resolve({ status: 304, jsonBody: {}, headers: { etag: '"1"' } }));
    const response = await fetch(`${url}/api/things/a`);
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, '"1"', '']);
  });

  it('answers 404 where no function is, and to another method', async () => {
    const url = await serve(() => Promise.resolve({}));
    expect((await fetch(`${url}/api/other`)).status).toBe(404);
    expect((await fetch(`${url}/api/things/a`, { method: 'PUT', body: 'x' })).status).toBe(404);
  });

  it('answers 500 for a function that throws, logs no message, and goes on', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let calls = 0;
    const url = await serve(() => {
      calls += 1;
      return calls === 1 ? Promise.reject(new TypeError('Anna wrote this')) : Promise.resolve({});
    });
    const first = await fetch(`${url}/api/things/a`);
    expect([first.status, await first.text()]).toEqual([500, '']);
    expect((await fetch(`${url}/api/things/a`)).status).toBe(200);
    const line = logged.mock.calls.flat().join();
    logged.mockRestore();
    expect(line).toContain('things: TypeError');
    expect(line).not.toContain('Anna');
  });

  it('answers 413 for a body that says it is above 100 MB, without reading it', async () => {
    const handler = vi.fn<Handler>(() => Promise.resolve({}));
    const url = await serve(handler);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`POST /api/things/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${101 * 1024 * 1024}\r\n\r\nx`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1.1 413 /);
    expect(handler).not.toHaveBeenCalled();
  });

  it('answers 400 for a host that cannot be one', async () => {
    const url = await serve(() => Promise.resolve({}));
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('GET /api/things/a HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 400 /);
  });

  it('goes on when a caller goes away', async () => {
    const entered = Promise.withResolvers<undefined>();
    const leave = Promise.withResolvers<undefined>();
    const url = await serve(async () => {
      entered.resolve(undefined);
      await leave.promise;
      return { body: 'late' };
    });
    const gone = new AbortController();
    const asked = fetch(`${url}/api/things/a`, { signal: gone.signal });
    await entered.promise;
    gone.abort();
    await expect(asked).rejects.toThrow();
    leave.resolve(undefined);
    expect(await (await fetch(`${url}/api/things/a`)).text()).toBe('late');
  });

  it('lets a request that runs finish before it closes, and takes no new one', async () => {
    const entered = Promise.withResolvers<undefined>();
    const leave = Promise.withResolvers<undefined>();
    const url = await serve(async () => {
      entered.resolve(undefined);
      await leave.promise;
      return { body: 'done' };
    });
    const asked = fetch(`${url}/api/things/a`);
    await entered.promise;
    const closed = server?.close();
    await expect(fetch(`${url}/api/things/b`)).rejects.toThrow();
    leave.resolve(undefined);
    expect(await (await asked).text()).toBe('done');
    await closed;
  });
});
