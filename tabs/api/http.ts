import type { ErrorBody } from '#contract/responses';
import { ApiError, Offline } from './errors.ts';

/** Who asks. */
export interface Identity {
  token(): Promise<string>;
  forgetToken(): void;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Request = (method: Method, path: string, body?: object) => Promise<unknown>;

/** How long the server may take, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Requests as JSON with the person's token. What a GET gave is kept with its ETag, and the same object comes again for a 304.
 * @throws ApiError for a refusal, Offline where no answer comes, and what `identity.token` throws
 */
export function createRequest(identity: Identity): Request {
  const kept = new Map<string, { etag: string; body: unknown }>();
  return async (method, path, body) => {
    const before = method === 'GET' ? kept.get(path) : undefined;
    const response = await reach(path, {
      method,
      headers: headersOf(await identity.token(), body, before?.etag),
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.status === 304 && before !== undefined) return before.body;
    const answer = await read(response);
    if (response.status === 401) identity.forgetToken();
    if (!response.ok) throw new ApiError(response.status, isObject(answer) ? answer : {});
    const etag = response.headers.get('etag');
    if (method === 'GET' && etag !== null) kept.set(path, { etag, body: answer });
    return answer;
  };
}

const headersOf = (token: string, body: object | undefined, etag: string | undefined): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  ...(body && { 'content-type': 'application/json' }),
  ...(etag !== undefined && { 'if-none-match': etag }),
});

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    // Our own ETags, kept above, answer for freshness; the browser's cache would hide the 304.
    return await fetch(path, { ...init, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    throw new Offline(error);
  }
}

/** A body that breaks off is no answer; one that is no JSON comes from something between the server and us. */
async function read(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw new Offline(error);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiError(response.ok ? 502 : response.status, {});
  }
}

const isObject = (value: unknown): value is Partial<ErrorBody> => typeof value === 'object' && value !== null;
