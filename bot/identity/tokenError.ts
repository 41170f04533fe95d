/** `TenantForbidden`: a true token, of a tenant that is not served. */
export type TokenErrorCode = 'TokenMissing' | 'TokenInvalid' | 'TenantForbidden';

/** A caller who cannot be told to be anybody. `detail` is for developers and holds nothing of the token. */
export class TokenError extends Error {
  readonly code: TokenErrorCode;

  constructor(code: TokenErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'TokenError';
    this.code = code;
  }
}
