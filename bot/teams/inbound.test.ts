import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardReply, InboundEvent } from '#usecases/inboundEvents';
import { Unavailable } from '#usecases/ports';
import type { Inbound, LogEvent } from '#usecases/ports';
import { createInbound } from './inbound.ts';
import { APP, card, reply, ROOT, SERVICE, TENANT } from './testing/activities.ts';
import { json, startHttp } from './testing/httpServer.ts';
import type { HttpServer } from './testing/httpServer.ts';
import { createKey, published, signToken } from './testing/signing.ts';

const ISSUER = 'https://channel.example';
const ours = createKey('channel');
const [foreign, forged] = [createKey('foreign'), createKey('channel')];
let keys: HttpServer;

beforeAll(async () => {
  keys = await startHttp((call, response) => {
    if (call.path === '/metadata') json(response, 200, { jwks_uri: `${keys.url}/keys` });
    else json(response, 200, { keys: [published(ours, ['msteams']), published(foreign, ['webchat'])] });
  });
});
afterAll(() => keys.close());

let events: InboundEvent[];
let logs: LogEvent[];
let handled: () => Promise<CardReply | undefined>;
let inbound: Inbound;
const printed = (['error', 'warn', 'log'] as const).map((name) => vi.spyOn(console, name));

beforeEach(() => {
  [events, logs] = [[], []];
  handled = () => Promise.resolve(undefined);
  inbound = withKeys(`${keys.url}/metadata`);
});
afterEach(() => {
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
});

const withKeys = (botMetadataUrl: string): Inbound =>
  createInbound({
    settings: { appId: APP, tenantId: TENANT, botMetadataUrl, botIssuer: ISSUER },
    credential: { getToken: () => Promise.resolve({ token: 'app' }) },
    handle: (event) => {
      events.push(event);
      return handled();
    },
    log: (event) => logs.push(event),
  });

const now = (): number => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}) => ({
  iss: ISSUER,
  aud: APP,
  serviceurl: SERVICE,
  nbf: now(),
  exp: now() + 3600,
  ...changes,
});
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const trusted = () => bearer(signToken(ours, claims()));
const send = (body: unknown, headers: Record<string, string> = trusted()) =>
  inbound({ headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('a trusted activity', () => {
  it('is handed on and answered once it is handled', async () => {
    expect(await send(reply())).toEqual({ status: 200 });
    expect(events).toMatchObject([{ type: 'reply', root: ROOT, text: 'Vi mangler en fast makker' }]);
  });

  it('gets its sentence back where a card was pressed', async () => {
    handled = () => Promise.resolve({ text: 'Dit svar er gemt.' });
    expect(await send(card({ answer: 'Ja' }))).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Dit svar er gemt.' },
    });
  });

  it('is told where a press means nothing', async () => {
    expect(await send({ ...card({}), name: 'task/fetch' })).toEqual({ status: 400, body: { code: 'InvokeUnknown' } });
    expect(events).toMatchObject([{ type: 'dropped' }]);
  });

  it('of an unknown kind is taken and dropped', async () => {
    expect(await send(reply({ type: 'handoff', text: 7, entities: 'x' }))).toEqual({ status: 200 });
    expect(events).toMatchObject([{ type: 'dropped' }]);
  });

  it('makes Teams send it again where the store is down, and where nobody knows what went wrong', async () => {
    handled = () => Promise.reject(new Unavailable('store'));
    expect(await send(reply())).toEqual({ status: 503, body: { code: 'Unavailable' } });
    handled = () => Promise.reject(new TypeError('Anna Holm'));
    expect(await send(reply())).toEqual({ status: 500, body: { code: 'Failed' } });
    expect(JSON.stringify(logs)).not.toContain('Anna');
  });

  it('costs the keys one look-up, however many come at once', async () => {
    const other = await startHttp((call, response) => keys.answer(call, response));
    inbound = withKeys(`${other.url}/metadata`);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(reply())));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(other.calls).toHaveLength(1);
    await other.close();
  });
});

describe('a request that nobody vouches for', () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const emulator = { iss: `https://sts.windows.net/${TENANT}/`, aud: APP, azp: APP, appid: APP, ver: '1.0' };

  it.each<[string, () => Record<string, string>, string]>([
    ['no token', () => ({}), 'TokenMissing'],
    ['an empty token', () => ({ authorization: ' ' }), 'TokenMissing'],
    ['another scheme', () => ({ authorization: 'Basic YTpi' }), 'TokenInvalid'],
    ['garbage', () => bearer('not.a.token'), 'TokenInvalid'],
    ['a header that is no object', () => bearer(`${part([])}.${part(claims())}.x`), 'TokenInvalid'],
    ['no algorithm', () => bearer(`${signToken(ours, claims(), 'none')}x`), 'TokenInvalid'],
    ['no signature', () => bearer(signToken(ours, claims(), 'none')), 'TokenInvalid'],
    ['the public key used as a password', () => bearer(signToken(ours, claims(), 'HS256')), 'TokenInvalid'],
    ['no expiry', () => bearer(signToken(ours, claims({ exp: undefined }))), 'TokenInvalid'],
    ['no service address', () => bearer(signToken(ours, claims({ serviceurl: undefined }))), 'TokenInvalid'],
    ['an expired token', () => bearer(signToken(ours, claims({ exp: now() - 301 }))), 'TokenExpired'],
    ['a token for later', () => bearer(signToken(ours, claims({ nbf: now() + 301 }))), 'TokenExpired'],
    ['another audience', () => bearer(signToken(ours, claims({ aud: TENANT }))), 'TokenForeign'],
    ['another issuer', () => bearer(signToken(ours, claims({ iss: 'https://x' }))), 'TokenForeign'],
    [
      'another service address',
      () => bearer(signToken(ours, claims({ serviceurl: SERVICE.slice(0, -1) }))),
      'TokenForeign',
    ],
    ['an unknown key', () => bearer(signToken(createKey('unknown'), claims())), 'TokenForeign'],
    ['another key of the same name', () => bearer(signToken(forged, claims())), 'TokenForeign'],
    ['a key for another channel', () => bearer(signToken(foreign, claims())), 'TokenForeign'],
    ['a token of the app itself', () => bearer(signToken(ours, claims(emulator))), 'TokenForeign'],
  ])('is refused with 401: %s', async (_, headers, code) => {
    expect(await send(reply(), headers())).toEqual({ status: 401, body: { code } });
    expect(events).toEqual([]);
    expect(logs).toEqual([{ level: 'warn', code: 'ActivityRefused', reason: code }]);
  });

  it.each([
    ['of another tenant', { channelData: { tenant: { id: APP } } }],
    ['of two tenants', { channelData: { ...reply().channelData, tenant: { id: APP } } }],
    ['of no tenant', { channelData: {}, conversation: { id: 'x' } }],
  ])('is refused with 401: an activity %s', async (_, changes) => {
    expect(await send(reply(changes))).toEqual({ status: 401, body: { code: 'TenantForbidden' } });
    expect(events).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{"type":', 'BodyInvalid'],
    ['nothing', '', 'BodyInvalid'],
    ['a list', [reply()], 'BodyInvalid'],
    ['null', 'null', 'BodyInvalid'],
  ])('is refused with 400: %s', async (_, body, code) => {
    expect(await send(body)).toEqual({ status: 400, body: { code } });
    expect(events).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['no type', reply({ type: undefined }), 'ActivityInvalid'],
    ['a type that is no text', reply({ type: 7 }), 'ActivityInvalid'],
    ['no service address', reply({ serviceUrl: undefined }), 'ActivityInvalid'],
    ['a service address without TLS', reply({ serviceUrl: 'http://smba.trafficmanager.net/' }), 'ActivityInvalid'],
    ['another scheme', reply({ serviceUrl: 'file:///etc/passwd' }), 'ActivityInvalid'],
    ['another channel', reply({ channelId: 'AseChannel' }), 'ActivityInvalid'],
    ['no channel', reply({ channelId: undefined }), 'ActivityInvalid'],
  ])('is refused with 401, since no token can vouch for it: %s', async (_, body, code) => {
    expect(await send(body)).toEqual({ status: 401, body: { code } });
    expect(events).toEqual([]);
  });

  it('is refused with 413 above half a megabyte', async () => {
    expect(await send(reply({ text: 'å'.repeat(300_000) }))).toEqual({ status: 413, body: { code: 'BodyTooLarge' } });
  });

  it('is postponed where the keys cannot be had, so that a true one comes again', async () => {
    inbound = withKeys('http://127.0.0.1:1/metadata');
    expect(await send(reply())).toEqual({ status: 503, body: { code: 'Unavailable' } });
    expect(events).toEqual([]);
  });

  it('is heard without TLS only where the keys come from that very address', async () => {
    const serviceUrl = `${keys.url}/connector/`;
    const headers = bearer(signToken(ours, claims({ serviceurl: serviceUrl })));
    expect(await send(reply({ serviceUrl }), headers)).toEqual({ status: 200 });
    expect(events).toMatchObject([{ type: 'reply', serviceUrl }]);
  });
});
