import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Person } from '../teams/state.ts';
const create = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
function fromPem(pem: string) {
  const { n = '', e = '' } = createPublicKey(pem).export({ format: 'jwk' });
  const kid = createHash('sha256').update(n).digest('base64url').slice(0, 27);
  return { secret: createPrivateKey(pem), public: { kty: 'RSA', n, e, kid, alg: 'RS256', use: 'sig' } };
}
/** What signs, and what is published of it. */
export type SigningKey = ReturnType<typeof fromPem>;
/** `channel` signs activities to the bot, `entra` tokens of users and of apps, as one tenant's key does. */
export type Keys = Record<'channel' | 'entra', SigningKey>;
/** Botbuilder looks an unknown key up at most hourly, so the keys in a folder outlive a restart. */
export function loadKeys(folder: string | undefined): Keys {
  const file = join(folder ?? '', 'keys.json');
  const isKept = folder !== undefined && existsSync(file);
  const made = isKept ? readFileSync(file, 'utf8') : JSON.stringify({ channel: create(), entra: create() });
  if (folder !== undefined && !isKept) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
  }
  const { channel, entra } = z.object({ channel: z.string(), entra: z.string() }).parse(JSON.parse(made));
  return { channel: fromPem(channel), entra: fromPem(entra) };
}
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A JWT that is valid for an hour from now: real time, since others check it by their own clock. */
export function signToken({ secret, public: { kid } }: SigningKey, claims: object): string {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, nbf: now, exp: now + 3600 };
  const body = `${encode({ typ: 'JWT', alg: 'RS256', kid })}.${encode({ ...times, ...claims })}`;
  return `${body}.${sign('sha256', Buffer.from(body), secret).toString('base64url')}`;
}
/** Whether an `Authorization` header holds a valid app token of that app for that resource. */
export function isAppToken({ secret }: SigningKey, authorization: string, appId: string, resource: string): boolean {
  const [, signed = '', body = '', mark = ''] = /^Bearer ([\w-]+\.([\w-]+))\.([\w-]+)$/.exec(authorization) ?? [];
  const isOurs = verify('sha256', Buffer.from(signed), createPublicKey(secret), Buffer.from(mark, 'base64url'));
  const Claims = z.object({ aud: z.literal(resource), appid: z.literal(appId), exp: z.number().gt(Date.now() / 1000) });
  return isOurs && Claims.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString())).success;
}
/** What `getAuthToken` gives a tab. */
export function userToken(key: SigningKey, { oid, name, upn }: Person, tid: string, aud: string): string {
  const app = { aud, iss: `https://login.microsoftonline.com/${tid}/v2.0`, ver: '2.0', scp: 'access_as_user', tid };
  return signToken(key, { ...app, oid, sub: oid, name, preferred_username: upn });
}
