/** How a call to the Connector fails, as @azure/core-rest-pipeline tells it. */
export type Outcry = Error & {
  readonly statusCode?: number;
  readonly code?: string;
  readonly response?: { readonly headers: { get(name: string): string | undefined } };
};

/** Teams answered, and not with a success. `after`: seconds, as `Retry-After` has them. */
export const answered = (statusCode: number, after?: number): Outcry => {
  const headers = {
    get: (name: string) => (name === 'retry-after' && after !== undefined ? String(after) : undefined),
  };
  return Object.assign(new Error('answered'), { statusCode, response: { headers } });
};

export const unreachable = (): Outcry => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

export const reset = (): Outcry => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

export const timedOut = (): Outcry => Object.assign(new Error('timeout'), { code: 'ETIMEDOUT', name: 'AbortError' });
