import type { ErrorBody } from '#contract/responses';
import { ApiError, Offline } from '../api/errors.ts';
import { NoHost, SignInNeeded } from '../host/host.ts';

/** Why there is nothing to show. Each has a heading and a sentence in the texts that says what to do. */
export type Problem =
  | 'offline'
  | 'outsider'
  | 'guest'
  | 'notInstalled'
  | 'signIn'
  | 'identity'
  | 'server'
  | 'noTeams'
  | 'noChannel'
  | 'otherChannel';

const OF_CODE: Partial<Record<ErrorBody['code'], Problem>> = {
  NotMember: 'outsider',
  TenantForbidden: 'guest',
  AppNotInstalled: 'notInstalled',
  CommitteeUnknown: 'notInstalled',
  TokenMissing: 'identity',
  TokenInvalid: 'identity',
};

export function problemOf(error: unknown): Problem {
  if (error instanceof Offline) return 'offline';
  if (error instanceof ApiError) return OF_CODE[error.code] ?? 'server';
  if (error instanceof SignInNeeded) return 'signIn';
  return error instanceof NoHost ? 'noTeams' : 'identity';
}

/** Who is no member any more sees nothing; through any other failure what was last seen stays, marked as such. */
export function isShutOut(error: unknown): boolean {
  const problem = problemOf(error);
  return problem === 'outsider' || problem === 'guest';
}
