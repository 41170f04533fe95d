/** How long before its end a token is not used any more, in milliseconds: longer than the slowest request. */
const MARGIN = 120_000;

export interface KeptToken {
  /** The token that is kept, or a new one. Callers at the same time share one request. */
  readonly get: () => Promise<string>;
  /** Keeps a token that came another way. */
  readonly keep: (token: string) => void;
  readonly forget: () => void;
}

/** Keeps the token that `fetchToken` gets until shortly before it ends. `now` is in milliseconds. */
export function keepToken(fetchToken: () => Promise<string>, now: () => number): KeptToken {
  let kept: { token: string; until: number } | undefined;
  let asked: Promise<string> | undefined;
  const keep = (token: string): void => {
    kept = { token, until: endOf(token) - MARGIN };
  };
  const ask = async (): Promise<string> => {
    try {
      const token = await fetchToken();
      keep(token);
      return token;
    } finally {
      asked = undefined;
    }
  };
  return {
    get: () => (kept !== undefined && now() < kept.until ? Promise.resolve(kept.token) : (asked ??= ask())),
    keep,
    forget: () => {
      kept = undefined;
    },
  };
}

/** When a token ends (milliseconds), as it says itself; one that cannot be read is not kept. The server checks it, not we. */
function endOf(token: string): number {
  try {
    const [, payload = ''] = token.split('.');
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const isDated = typeof claims === 'object' && claims !== null && 'exp' in claims && typeof claims.exp === 'number';
    return isDated ? Number(claims.exp) * 1000 : 0;
  } catch {
    return 0;
  }
}
