import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTVerifyOptions } from 'jose';
import { z } from 'zod';
import { type Identity, TokenError, Unavailable, type VerifyCaller } from '#usecases/ports';

export interface VerifierSettings {
  readonly tenantId: string;
  /** Client id of the app registration. */
  readonly appId: string;
  /** The tenant's key set: `https://login.microsoftonline.com/{tenant}/discovery/v2.0/keys`. */
  readonly keysUrl: string;
  /** Who may have signed; absent for Entra's two issuers of the tenant. */
  readonly issuers?: readonly string[] | undefined;
  /** Where the tabs are served (`med.example.dk`): it is part of the audience of some registrations. */
  readonly host?: string | undefined;
}

/** Seconds that clocks may differ, as in Microsoft's own libraries. */
const SKEW = 5 * 60;
/** Milliseconds to wait for the keys. */
const KEYS_WITHIN = 5_000;
/** Keys are looked up anew after a day (and at once for an unknown one), so that a short outage shuts nobody out. */
const KEYS_FOR = 24 * 60 * 60_000;

const Claims = z.object({
  oid: z.string().min(1),
  tid: z.string().min(1),
  name: z.string().catch(''),
  scp: z.string(),
});

/** Checks tokens of the tab as Microsoft's own libraries do. Nothing but what is configured is trusted. */
export function createVerifier(settings: VerifierSettings): VerifyCaller {
  const keys = createRemoteJWKSet(new URL(settings.keysUrl), { timeoutDuration: KEYS_WITHIN, cacheMaxAge: KEYS_FOR });
  const options: JWTVerifyOptions = {
    algorithms: ['RS256'],
    audience: audiencesOf(settings),
    issuer: [...(settings.issuers ?? issuersOf(settings.tenantId))],
    clockTolerance: SKEW,
    requiredClaims: ['exp', 'oid', 'tid', 'scp'],
  };
  return async (authorization) => {
    const token = tokenIn(authorization);
    const { payload } = await jwtVerify(token, keys, options).catch((error: unknown) => {
      throw translate(error, settings.tenantId);
    });
    return callerOf(payload, settings.tenantId);
  };
}

function tokenIn(authorization: string | null): string {
  if (authorization === null || authorization.trim() === '') throw new TokenError('TokenMissing');
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
  if (token === undefined) throw new TokenError('TokenInvalid', 'no bearer token');
  return token;
}

/** Version 2 tokens carry the client id; version 1 tokens the registration's own address, in the forms Teams allows. */
function audiencesOf({ appId, host }: VerifierSettings): string[] {
  const plain = [appId, `api://${appId}`, `api://botid-${appId}`];
  return host === undefined ? plain : [...plain, `api://${host}/${appId}`, `api://${host}/botid-${appId}`];
}

const issuersOf = (tenant: string): readonly string[] => [
  `https://login.microsoftonline.com/${tenant}/v2.0`,
  `https://sts.windows.net/${tenant}/`,
];

function callerOf(payload: unknown, tenantId: string): Identity {
  const claims = Claims.safeParse(payload).data;
  if (claims === undefined) throw new TokenError('TokenInvalid', 'claims');
  if (!isSame(claims.tid, tenantId)) throw new TokenError('TenantForbidden');
  // A token that an app got for itself has roles, and no scope.
  if (!claims.scp.split(' ').includes('access_as_user')) throw new TokenError('TokenInvalid', 'scp');
  return { person: claims.oid.toLowerCase(), name: claims.name, tenant: claims.tid.toLowerCase() };
}

const isSame = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** What has to do with the keys themselves is ours or Entra's fault, and nothing the caller could mend. */
function translate(error: unknown, tenantId: string): Error {
  if (!(error instanceof errors.JOSEError) || KEYS_FAILED.has(error.code)) return new Unavailable('keys', error);
  if (error instanceof errors.JWTClaimValidationFailed && isForeign(error, tenantId))
    return new TokenError('TenantForbidden');
  return new TokenError('TokenInvalid', error.code);
}

const KEYS_FAILED = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Entra signs for every tenant with the same keys, so that the issuer is what is wrong with another tenant's token. */
const isForeign = ({ claim, payload }: errors.JWTClaimValidationFailed, tenantId: string): boolean =>
  claim === 'iss' && typeof payload['tid'] === 'string' && !isSame(payload['tid'], tenantId);
