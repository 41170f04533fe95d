import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export interface Key {
  readonly kid: string;
  readonly secret: KeyObject;
}

export const createKey = (kid: string): Key => ({
  kid,
  secret: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
});

/** As a key set publishes it. */
export const published = (key: Key, endorsements?: readonly string[]) => ({
  ...createPublicKey(key.secret).export({ format: 'jwk' }),
  kid: key.kid,
  endorsements,
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token; `alg` other than RS256 makes the forgeries that are known. */
export function signToken(key: Key, claims: object, alg: 'RS256' | 'none' | 'HS256' = 'RS256'): string {
  const body = `${part({ typ: 'JWT', alg, kid: key.kid })}.${part(claims)}`;
  if (alg === 'none') return `${body}.`;
  const pem = createPublicKey(key.secret).export({ type: 'spki', format: 'pem' });
  const signature =
    alg === 'RS256'
      ? sign('RSA-SHA256', Buffer.from(body), key.secret)
      : createHmac('sha256', pem).update(body).digest();
  return `${body}.${signature.toString('base64url')}`;
}
