import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { GenerateKeyPairResult } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVerifier } from './verifier.ts';
import type { VerifyCaller } from '#usecases/ports';

const TENANT = '99999999-8888-7777-6666-555555555555';
const APP = '11111111-2222-3333-4444-555555555555';
const ANNA = 'aaaaaaaa-0000-0000-0000-000000000001';
const V2 = `https://login.microsoftonline.com/${TENANT}/v2.0`;
const V1 = `https://sts.windows.net/${TENANT}/`;

let ours: GenerateKeyPairResult;
let other: GenerateKeyPairResult;
let server: Server;
let answer: () => { status: number; body: string };
let asked = 0;
let verify: VerifyCaller;
const keysUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
const create = () => createVerifier({ tenantId: TENANT, appId: APP, keysUrl: keysUrl(), host: 'med.example.dk' });

beforeAll(async () => {
  [ours, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const keys = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'ours' }] };
  answer = () => ({ status: 200, body: JSON.stringify(keys) });
  server = createServer((_, response) => {
    asked += 1;
    const { status, body } = answer();
    response.writeHead(status).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  verify = create();
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const now = (): number => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}): Record<string, unknown> => ({
  iss: V2,
  aud: APP,
  tid: TENANT,
  oid: ANNA,
  name: 'Anna Holm',
  scp: 'access_as_user',
  ver: '2.0',
  nbf: now(),
  exp: now() + 3600,
  ...changes,
});
const sign = async (changes: object = {}, key = ours, kid = 'ours'): Promise<string> =>
  `Bearer ${await new SignJWT(claims(changes)).setProtectedHeader({ alg: 'RS256', kid }).sign(key.privateKey)}`;

describe('a token that Entra gave to the tab', () => {
  it('tells who calls', async () => {
    expect(await verify(await sign())).toEqual({ person: ANNA, name: 'Anna Holm', tenant: TENANT });
  });

  it.each([
    APP,
    `api://${APP}`,
    `api://botid-${APP}`,
    `api://med.example.dk/${APP}`,
    `api://med.example.dk/botid-${APP}`,
  ])('is meant for us with the audience %s, in both versions', async (aud) => {
    expect(await verify(await sign({ aud }))).toMatchObject({ person: ANNA });
    expect(await verify(await sign({ aud, iss: V1, ver: '1.0' }))).toMatchObject({ person: ANNA });
  });

  it('may be a little early or late, and have other scopes too', async () => {
    const late = await sign({ exp: now() - 280, nbf: now() + 280, scp: 'openid access_as_user' });
    expect(await verify(late)).toMatchObject({ person: ANNA });
  });

  it('need not have a name, and gives ids in one case', async () => {
    const token = await sign({ name: undefined, oid: ANNA.toUpperCase(), tid: TENANT.toUpperCase() });
    expect(await verify(token)).toEqual({ person: ANNA, name: '', tenant: TENANT });
  });

  it('costs no look-up of the keys but the first', async () => {
    const fresh = create();
    const before = asked;
    const token = await sign();
    await Promise.all([fresh(token), fresh(token), fresh(token)]);
    await fresh(token);
    expect(asked - before).toBe(1);
  });
});

describe('anything else', () => {
  const refused = async (authorization: string | null, code: string): Promise<void> => {
    await expect(verify(authorization)).rejects.toMatchObject({ name: 'TokenError', code });
  };

  it.each([null, '', '  '])('is no token: %j', (header) => refused(header, 'TokenMissing'));

  it.each(['Basic YTpi', 'Bearer', 'Bearer a.b', 'Bearer a.b.c', 'Bearer  x'])('is garbage: %s', (header) =>
    refused(header, 'TokenInvalid'),
  );

  it.each<[string, object]>([
    ['expired', { exp: now() - 320 }],
    ['not valid yet', { nbf: now() + 320 }],
    ['without an end', { exp: undefined }],
    ['meant for another app', { aud: TENANT }],
    ['meant for Graph', { aud: 'https://graph.microsoft.com' }],
    ['by another issuer', { iss: 'https://accounts.example/' }],
    ['without a person', { oid: undefined }],
    ['with a person that is no text', { oid: 7 }],
    ['without a tenant', { tid: undefined }],
    ['an app’s own, without a scope', { scp: undefined, roles: ['access_as_user'], idtyp: 'app' }],
    ['for another scope', { scp: 'access_as_user_not openid' }],
  ])('is a token %s', async (_, changes) => refused(await sign(changes), 'TokenInvalid'));

  it('is a token of another tenant', async () => {
    const tid = APP;
    await refused(await sign({ tid, iss: `https://sts.windows.net/${tid}/` }), 'TenantForbidden');
    await refused(await sign({ tid }), 'TenantForbidden');
  });

  it('is signed by another key, whatever it calls itself', async () => {
    await refused(await sign({}, other), 'TokenInvalid');
    await refused(await sign({}, other, 'other'), 'TokenInvalid');
  });

  it('is not signed at all', async () => {
    await refused(`Bearer ${new UnsecuredJWT(claims()).encode()}`, 'TokenInvalid');
  });

  it('is signed with the public key as a password', async () => {
    const password = new TextEncoder().encode(await exportSPKI(ours.publicKey));
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'ours' }).sign(password);
    await refused(`Bearer ${token}`, 'TokenInvalid');
  });

  it('is a true token, changed afterwards', async () => {
    const [head, , signature] = (await sign()).split('.');
    const body = Buffer.from(JSON.stringify(claims({ oid: APP }))).toString('base64url');
    await refused(`${head}.${body}.${signature}`, 'TokenInvalid');
  });
});

describe('keys that cannot be had', () => {
  it.each([
    ['an error', { status: 500, body: '' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['no key set', { status: 200, body: '{"keys":7}' }],
  ])('are no fault of the caller: %s', async (_, wrong) => {
    const right = answer;
    answer = () => wrong;
    await expect(create()(await sign())).rejects.toMatchObject({ name: 'Unavailable', service: 'keys' });
    answer = right;
  });

  it('are no fault of the caller: nobody there', async () => {
    const nowhere = createVerifier({ tenantId: TENANT, appId: APP, keysUrl: 'http://127.0.0.1:1/keys' });
    await expect(nowhere(await sign())).rejects.toMatchObject({ name: 'Unavailable', service: 'keys' });
  });
});
