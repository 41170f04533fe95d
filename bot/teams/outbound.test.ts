import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelPort, Destination } from '#usecases/ports';
import { createChannel } from './outbound.ts';
import { APP, CHANNEL, ROOT, TENANT } from './testing/activities.ts';
import { json, startHttp } from './testing/httpServer.ts';
import type { Answer, HttpServer } from './testing/httpServer.ts';

const THREAD = `${CHANNEL};messageid=${ROOT}`;
const settings = { appId: APP, tenantId: TENANT };
const credential = { getToken: (scope: string) => Promise.resolve({ token: `for ${scope}` }) };
const timing = { timeout: 15_000, retryAfter: [1, 1] };
const made: Answer = (_, response) => json(response, 201, { id: THREAD, activityId: ROOT });
const status =
  (http: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    json(response, http, { error: { code: 'Nej', message: 'nej' } }, headers);

let connector: HttpServer;
let channel: ChannelPort;
beforeEach(async () => {
  connector = await startHttp(made);
  channel = createChannel({ settings, credential, timing });
});
afterEach(() => connector.close());

const to = (conversation: string): Destination => ({ serviceUrl: `${connector.url}/`, tenant: TENANT, conversation });
const text = { text: 'Anna: <b>ja</b> **ja**', summary: 'Anna svarede' };
const card = { card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'x' }] }, summary: 'x' };
const sentBody = () => JSON.parse(connector.calls[0]?.body ?? '') as Record<string, unknown>;

describe('what the bot sends', () => {
  it('starts a thread in a channel with a card alone, as the app', async () => {
    expect(await channel.createThread(to(CHANNEL), card)).toEqual({
      type: 'sent',
      place: { root: ROOT, message: ROOT },
    });
    expect(connector.calls).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations',
        headers: { authorization: 'Bearer for https://api.botframework.com/.default', connection: 'close' },
      },
    ]);
    expect(sentBody()).toEqual({
      isGroup: true,
      channelData: { channel: { id: CHANNEL }, tenant: { id: TENANT } },
      activity: {
        type: 'message',
        summary: 'x',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card.card }],
      },
    });
  });

  it('creates on a connection of its own, so that a kept one that is just being closed leaves no doubt', async () => {
    const ports = new Set<number | undefined>();
    connector.answer = (call, response) => {
      ports.add(response.socket?.remotePort);
      made(call, response);
    };
    for (const send of [1, 2, 3])
      expect((await channel.reply(to(THREAD), { ...text, summary: `${send}` })).type).toBe('sent');
    expect(ports.size).toBe(3);
  });

  it('finds the thread in the message’s id where the conversation does not name it', async () => {
    connector.answer = (_, response) => json(response, 201, { id: CHANNEL, activityId: ROOT });
    expect(await channel.createThread(to(CHANNEL), card)).toMatchObject({ place: { root: ROOT, message: ROOT } });
  });

  it('answers in a thread with plain text, on behalf of somebody', async () => {
    connector.answer = (_, response) => json(response, 201, { id: '1700000000777' });
    const onBehalfOf = { mri: '29:anna', name: 'Anna Holm' };
    expect(await channel.reply(to(THREAD), { ...text, onBehalfOf })).toEqual({
      type: 'sent',
      place: { root: ROOT, message: '1700000000777' },
    });
    expect(connector.calls[0]?.path).toBe(`/v3/conversations/${THREAD}/activities`);
    const person = { itemid: 0, mentionType: 'person', mri: '29:anna', displayName: 'Anna Holm' };
    const body = { type: 'message', textFormat: 'plain', ...text, channelData: { onBehalfOf: [person] } };
    expect(sentBody()).toEqual(body);
  });

  it('stands for itself in a chat without threads', async () => {
    connector.answer = (_, response) => json(response, 201, { id: '17' });
    expect(await channel.reply(to('a:1'), text)).toEqual({ type: 'sent', place: { root: '17', message: '17' } });
  });

  it('changes and deletes its own message', async () => {
    connector.answer = (_, response) => json(response, 200, { id: ROOT });
    expect(await channel.update(to(THREAD), ROOT, card)).toEqual({ type: 'done' });
    expect(await channel.remove(to(THREAD), ROOT)).toEqual({ type: 'done' });
    const path = `/v3/conversations/${THREAD}/activities/${ROOT}`;
    expect(connector.calls.map((call) => [call.method, call.path])).toEqual([
      ['PUT', path],
      ['DELETE', path],
    ]);
    expect(sentBody()).toMatchObject({ id: ROOT, type: 'message', attachments: [{ content: card.card }] });
  });
});

const ways = [
  ['a thread', () => channel.createThread(to(CHANNEL), card)],
  ['a reply', () => channel.reply(to(THREAD), text)],
] as const;

describe.each(ways)('the creation of %s', (_, create) => {
  it.each([408, 500, 502, 503, 504])('is lost, and sent once, where it is answered with %i', async (http) => {
    connector.answer = status(http, { 'retry-after': '0' });
    expect(await create()).toEqual({ type: 'lost' });
    expect(connector.calls).toHaveLength(1);
  });

  it.each([
    [429, { 'retry-after': '7' }, 7_000],
    [429, { date: 'Tue, 14 Nov 2023 22:13:20 GMT', 'retry-after': 'Tue, 14 Nov 2023 22:13:50 GMT' }, 30_000],
    [429, { 'retry-after': 'snart' }, 2_000],
    [412, {}, 2_000],
  ])('is put off, and sent once, where it is answered with %i %j', async (http, headers, after) => {
    connector.answer = status(http, headers);
    expect(await create()).toEqual({ type: 'deferred', after });
    expect(connector.calls).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 413, 307])('is refused for good, and sent once, with %i', async (http) => {
    connector.answer = status(http, { location: `${connector.url}/other` });
    expect(await create()).toEqual({ type: 'refused', http });
    expect(connector.calls).toHaveLength(1);
  });

  it('is lost, and sent once, where the connection breaks', async () => {
    connector.answer = (_call, response) => response.destroy();
    expect(await create()).toEqual({ type: 'lost' });
    expect(connector.calls).toHaveLength(1);
  });

  it('is lost, and sent once, where no answer comes in time', async () => {
    channel = createChannel({ settings, credential, timing: { ...timing, timeout: 50 } });
    connector.answer = () => undefined;
    expect(await create()).toEqual({ type: 'lost' });
    expect(connector.calls).toHaveLength(1);
  });

  it.each(['{}', 'not JSON'])('is lost where the answer does not say which it became: %s', async (body) => {
    connector.answer = (_call, response) => response.writeHead(201, { 'content-type': 'application/json' }).end(body);
    // A reply's thread is known, its own id is not; Teams says so where it made two messages of one.
    expect(await create()).toEqual({ type: 'lost' });
    expect(connector.calls).toHaveLength(1);
  });

  it('is put off where nobody is there', async () => {
    await connector.close();
    expect(await create()).toEqual({ type: 'deferred', after: 5_000 });
  });

  it('is put off where the name cannot be found', async () => {
    const nowhere = { ...to(THREAD), serviceUrl: 'http://connector.invalid/' };
    expect(await channel.reply(nowhere, text)).toEqual({ type: 'deferred', after: 5_000 });
  });

  it.each([null, new Error('no')])('is put off, and not sent, without a token (%s)', async (failure) => {
    const getToken = () => (failure === null ? Promise.resolve(null) : Promise.reject(failure));
    channel = createChannel({ settings, credential: { getToken }, timing });
    expect(await create()).toEqual({ type: 'deferred', after: 5_000 });
    expect(connector.calls).toEqual([]);
  });
});

const changes = [
  ['update', () => channel.update(to(THREAD), ROOT, card)],
  ['delete', () => channel.remove(to(THREAD), ROOT)],
] as const;

describe.each(changes)('the %s of a message', (_, change) => {
  it.each([412, 429, 502, 503, 504])('is tried again after %i, a few times', async (http) => {
    connector.answer = (call, response) =>
      connector.calls.length < 3 ? status(http)(call, response) : json(response, 200, { id: ROOT });
    expect(await change()).toEqual({ type: 'done' });
    connector.answer = status(http);
    expect(await change()).toEqual({ type: 'deferred', after: 2_000 });
    expect(connector.calls).toHaveLength(6);
  });

  it('leaves a longer wait to the caller', async () => {
    connector.answer = status(429, { 'retry-after': '30' });
    expect(await change()).toEqual({ type: 'deferred', after: 30_000 });
    expect(connector.calls).toHaveLength(1);
  });

  it('finds that there is no such message', async () => {
    connector.answer = status(404);
    expect(await change()).toEqual({ type: 'gone' });
  });

  it.each([
    [400, { type: 'refused', http: 400 }],
    [403, { type: 'refused', http: 403 }],
    [500, { type: 'deferred', after: 2_000 }],
  ])('is made once where it is answered with %i', async (http, outcome) => {
    connector.answer = status(http);
    expect(await change()).toEqual(outcome);
    expect(connector.calls).toHaveLength(1);
  });

  it('is done again later where the connection breaks', async () => {
    connector.answer = (_call, response) => response.destroy();
    expect(await change()).toEqual({ type: 'deferred', after: 5_000 });
  });
});

describe('a connection that is made and then cut before a word', () => {
  it('leaves a create in doubt, never put off', async () => {
    const cutting = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => cutting.once('listening', resolve));
    const { port } = cutting.address() as { port: number };
    const outcome = await channel.reply({ ...to(THREAD), serviceUrl: `http://127.0.0.1:${port}/` }, text);
    expect(outcome).toEqual({ type: 'lost' });
    await new Promise((resolve) => cutting.close(resolve));
  });
});
