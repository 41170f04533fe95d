/** Why a request to the bot's entry is turned away: for developers and logs, never with anything of what was sent. */
export type RefusalCode =
  | 'BodyTooLarge'
  | 'BodyInvalid'
  | 'ActivityInvalid'
  | 'TokenMissing'
  | 'TokenInvalid'
  | 'TokenExpired'
  | 'TokenForeign'
  | 'TenantForbidden';

const STATUS: Record<RefusalCode, number> = {
  BodyTooLarge: 413,
  BodyInvalid: 400,
  // Without a type, a channel and an address of Teams there is nothing that a token could vouch for.
  ActivityInvalid: 401,
  TokenMissing: 401,
  TokenInvalid: 401,
  TokenExpired: 401,
  TokenForeign: 401,
  TenantForbidden: 401,
};

/** A request that the bot does not take. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;

  constructor(code: RefusalCode) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = STATUS[code];
  }
}
