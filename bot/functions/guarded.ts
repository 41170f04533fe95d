import type { HttpResponseInit } from '@azure/functions';

/**
 * What a browser is to do with any answer of ours: guess no kind, tell nobody where it came from, run and frame nothing of
 * it. A page of the tabs has a policy of its own. That nobody else's page may read an answer is said by saying nothing.
 */
const GUARD = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** The same function; its answers say it too. */
export const guarded =
  <Given extends readonly unknown[]>(
    handler: (...given: Given) => Promise<HttpResponseInit>,
  ): ((...given: Given) => Promise<HttpResponseInit>) =>
  async (...given) => {
    const response = await handler(...given);
    return { ...response, headers: Object.assign({}, GUARD, response.headers) };
  };
