import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKey, published, signToken } from '#teams/testing/signing';
import { compose } from '../../bot/compose.ts';

// Some registrations give tokens for the host that the app is served from: the setting reaches who checks them.
const TENANT = '99999999-8888-4777-8666-555555555555';
const APP = '11111111-2222-4333-8444-555555555555';
const key = createKey('entra');
let keys: Server;

beforeAll(async () => {
  keys = createServer((_, response) => response.end(JSON.stringify({ keys: [published(key)] })));
  await new Promise<void>((listening) => keys.listen(0, '127.0.0.1', listening));
});
afterAll(() => void keys.close());

const composed = (host?: string) =>
  compose({
    MED_TENANT_ID: TENANT,
    MED_APP_ID: APP,
    MED_TABLES_URL: 'http://127.0.0.1:1/',
    MED_TABS_FOLDER: 'tabs',
    MED_USER_KEYS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`,
    ...(host !== undefined && { MED_HOST: host }),
  });
const token = (): string => {
  const issued = { aud: `api://med.example.dk/botid-${APP}`, iss: `https://login.microsoftonline.com/${TENANT}/v2.0` };
  const person = { oid: '22222222-3333-4444-8555-666666666666', sub: 'x', name: 'Lone Krogh' };
  const claims = { ...issued, ...person, ver: '2.0', tid: TENANT, scp: 'access_as_user' };
  return `Bearer ${signToken(key, { ...claims, exp: Math.floor(Date.now() / 1000) + 600 })}`;
};

it('takes a token for the host that it is told to be served from, and for no other', async () => {
  await expect(composed('med.example.dk').verifyCaller(token())).resolves.toMatchObject({ name: 'Lone Krogh' });
  await expect(composed('other.example.dk').verifyCaller(token())).rejects.toMatchObject({ code: 'TokenInvalid' });
  await expect(composed().verifyCaller(token())).rejects.toMatchObject({ code: 'TokenInvalid' });
});
