import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { TokenError, Unavailable, type VerifyCaller } from '#usecases/ports';

export interface VerifierOptions {
  readonly tenantId: string;
  /** Client id of the app registration. */
  readonly appId: string;
  /** Where the tenant publishes its signing keys (JWKS). */
  readonly userKeysUrl: string;
}

/** Scope that the app registration exposes and Teams asks for. */
const SCOPE = 'access_as_user';
/** As Microsoft's own libraries tolerate. */
const CLOCK_SKEW = '5 minutes';

/**
 * Checks the token that a tab gets from Teams: signature, audience, issuer, tenant and scope. Identity is `oid` in the
 * one tenant that is served; nothing else of a request says who somebody is.
 */
export function createVerifier({ tenantId, appId, userKeysUrl }: VerifierOptions): VerifyCaller {
  const keys = createRemoteJWKSet(new URL(userKeysUrl), { timeoutDuration: 5_000 });
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new TokenError(authorization === null ? 'TokenMissing' : 'TokenInvalid');
    const claims = await verify(token, keys);
    return checkClaims(claims, tenantId, appId);
  };
}

async function verify(token: string, keys: ReturnType<typeof createRemoteJWKSet>): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      clockTolerance: CLOCK_SKEW,
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (error) {
    throw isOfToken(error) ? new TokenError('TokenInvalid', error) : new Unavailable('keys', error);
  }
}

/** Whether the token is at fault, and not the fetching of keys. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== 'ERR_JOSE_GENERIC';

function checkClaims(
  claims: JWTPayload,
  tenantId: string,
  appId: string,
): { person: string; name: string; tenant: string } {
  if (!isForUs(claims.aud, appId)) throw new TokenError('TokenInvalid');
  const tenant = text(claims['tid']);
  const issuers = [`https://login.microsoftonline.com/${tenant}/v2.0`, `https://sts.windows.net/${tenant}/`];
  if (!issuers.includes(claims.iss ?? '')) throw new TokenError('TokenInvalid');
  if (tenant !== tenantId) throw new TokenError('TenantForbidden');
  if (!text(claims['scp']).split(' ').includes(SCOPE)) throw new TokenError('TokenInvalid');
  const person = text(claims['oid']);
  if (person === '') throw new TokenError('TokenInvalid');
  return { person, name: text(claims['name']), tenant };
}

/** The app's id by itself, or in one of the identifier URIs that an app in Teams may have. */
function isForUs(audience: JWTPayload['aud'], appId: string): boolean {
  if (typeof audience !== 'string') return false;
  return audience === appId || new RegExp(`^api://(?:[\\w.-]+/)?(?:botid-)?${appId}$`).test(audience);
}

const text = (claim: unknown): string => (typeof claim === 'string' ? claim : '');
