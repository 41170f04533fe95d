import type { ErrorBody } from '#contract/responses';
import { ApiError, Offline } from './errors.ts';
import type { ServerClock } from './serverClock.ts';

/** Who asks. */
export interface Identity {
  readonly token: () => Promise<string>;
  readonly forgetToken: () => void;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** `file`: what comes is given as a Blob, not read as JSON. */
export type Request = (method: Method, path: string, body?: object, as?: 'json' | 'file') => Promise<unknown>;

/** How long the server may take, in milliseconds. */
const PATIENCE = 15_000;

interface Kept {
  readonly etag: string;
  readonly body: unknown;
}

/**
 * Requests as JSON with the person's token. What a GET gave is kept with its ETag, and the same object comes again for a 304.
 * @param clock hears what time the server says it is
 * @throws ApiError for a refusal, Offline where no answer comes, and what `identity.token` throws
 */
export function createRequest(identity: Identity, clock?: Pick<ServerClock, 'hear'>): Request {
  const kept = new Map<string, Kept>();
  const ask = async (method: Method, path: string, body?: object, etag?: string): Promise<Response> => {
    const headers = headersOf(await identity.token(), body, etag);
    const askedAt = Date.now();
    const response = await reach(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const serverTime = Date.parse(response.headers.get('x-time') ?? '');
    if (serverTime > 0) clock?.hear({ askedAt, cameAt: Date.now(), serverTime });
    if (response.status === 401) identity.forgetToken();
    return response;
  };
  return async (method, path, body, as) => {
    if (as === 'file') return readFile(await ask(method, path, body));
    if (method !== 'GET') return read(await ask(method, path, body));
    const before = kept.get(path);
    const response = await ask('GET', path, undefined, before?.etag);
    if (response.status === 304 && before !== undefined) return before.body;
    const answer = await read(response);
    const etag = response.headers.get('etag');
    if (etag !== null) kept.set(path, { etag, body: answer });
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
  const answer = parse(await whole(response.text()));
  if (response.ok && answer !== undefined) return answer;
  throw new ApiError(response.ok ? 502 : response.status, isObject(answer) ? answer : {});
}

const readFile = (response: Response): Promise<unknown> => (response.ok ? whole(response.blob()) : read(response));

async function whole<T>(body: Promise<T>): Promise<T> {
  try {
    return await body;
  } catch (error) {
    throw new Offline(error);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Partial<ErrorBody> => typeof value === 'object' && value !== null;
