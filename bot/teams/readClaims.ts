import { z } from 'zod';
import { Refusal } from './refusal.ts';

const Header = z.object({ alg: z.literal('RS256'), kid: z.string().min(1) });
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string(),
});

/** A token as it claims to be. Nothing of it is true before its signature is checked. */
export interface UnverifiedToken {
  readonly kid: string;
  readonly claims: z.output<typeof Claims>;
  /** What is signed, and with what. */
  readonly signed: string;
  readonly signature: Buffer;
}

/**
 * Takes an `Authorization` header apart. `alg: none` and HS256, on which botbuilder fails with a 500, end here.
 * @throws Refusal `TokenMissing`, `TokenInvalid`
 */
export function readClaims(authorization: string | undefined): UnverifiedToken {
  if (authorization === undefined || authorization.trim() === '') throw new Refusal('TokenMissing');
  const [, header, claims, signature] = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization) ?? [];
  if (header === undefined || claims === undefined || signature === undefined) throw new Refusal('TokenInvalid');
  return {
    kid: decode(Header, header).kid,
    claims: decode(Claims, claims),
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

function decode<T>(schema: z.ZodType<T>, part: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
  } catch {
    throw new Refusal('TokenInvalid');
  }
}
