import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { Unavailable } from '#usecases/ports';
import { issuerOf, metadataUrlOf } from './authentication.ts';
import { readClaims } from './readClaims.ts';
import type { UnverifiedToken } from './readClaims.ts';
import { Refusal } from './refusal.ts';
import type { TeamsSettings } from './settings.ts';

/** Seconds that clocks may differ; one less than botbuilder's own, so that it never refuses what was let through here. */
const SKEW = 5 * 60 - 1;
/** Milliseconds to wait for the channel's keys; botbuilder itself would wait for ever. */
const KEYS_WITHIN = 10_000;

interface Key {
  readonly key: string;
  readonly endorsements?: readonly string[] | undefined;
}

/** Refuses, and says nothing, where botbuilder would answer 500 or print the key to the console. */
export type CheckToken = (authorization: string | undefined, serviceUrl: string) => Promise<void>;

/**
 * A token is looked at here before botbuilder's own check, which has the last word: what fails there fails loudly
 * (`console.error` with key material, a 500 for another key of the same name). Keys come from botbuilder's own cache,
 * so they are fetched once for both.
 */
export function createCheckToken(settings: TeamsSettings): CheckToken {
  const { openIdMetadata } = new JwtTokenExtractor({}, metadataUrlOf(settings), ['RS256']);
  const underWay = new Map<string, Promise<Key | null>>();
  // Reading a key from its PEM takes longer than checking a signature with it, and there are only a few.
  const read = new Map<string, KeyObject>();

  const publicKeyOf = ({ key: pem }: Key): KeyObject => {
    const known = read.get(pem) ?? createPublicKey(pem);
    read.set(pem, known);
    return known;
  };

  /** Many activities at once ask for the keys once: the cache itself asks for each until the first answer is there. */
  const keyOf = (kid: string): Promise<Key | null> => {
    const asked = underWay.get(kid) ?? openIdMetadata.getKey(kid).finally(() => underWay.delete(kid));
    underWay.set(kid, asked);
    return within(KEYS_WITHIN, asked).catch((error: unknown) => {
      throw new Unavailable('keys', error);
    });
  };

  return async (authorization, serviceUrl) => {
    const token = readClaims(authorization);
    checkClaims(token, settings, serviceUrl);
    const key = await keyOf(token.kid);
    if (key === null || !endorsesTeams(key)) throw new Refusal('TokenForeign');
    const isSigned = verify('RSA-SHA256', Buffer.from(token.signed), publicKeyOf(key), token.signature);
    if (!isSigned) throw new Refusal('TokenForeign');
  };
}

/** @throws Refusal `TokenForeign`, `TokenExpired` */
function checkClaims({ claims }: UnverifiedToken, settings: TeamsSettings, serviceUrl: string): void {
  const meant = claims.iss === issuerOf(settings) && claims.aud === settings.appId && claims.serviceurl === serviceUrl;
  if (!meant) throw new Refusal('TokenForeign');
  // The clock that botbuilder's own check reads a moment later.
  const now = Date.now() / 1000;
  if (claims.exp + SKEW < now || (claims.nbf ?? now) - SKEW > now) throw new Refusal('TokenExpired');
}

/** A key of the Bot Framework says which channels it signs for. */
const endorsesTeams = ({ endorsements }: Key): boolean =>
  endorsements === undefined || endorsements.length === 0 || endorsements.includes('msteams');

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
