import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import type { CallTiming } from './settings.ts';

// What is used of @azure/core-rest-pipeline, on which the connector's clients are built.
interface Request {
  readonly method: string;
  readonly headers: Headers;
  timeout: number;
  readonly url: string;
  agent?: HttpAgent | HttpsAgent | undefined;
}
interface Headers {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}
interface Response {
  readonly status: number;
  readonly headers: Headers;
}
interface Policy {
  readonly name: string;
  sendRequest(request: Request, next: (request: Request) => Promise<Response>): Promise<Response>;
}
interface Pipeline {
  /** Returns what was removed. */
  removePolicy(options: { name: string }): readonly unknown[];
  addPolicy(policy: Policy, options?: { phase: 'Retry' }): void;
}

/** Calls that have the same effect when they come twice. */
const REPEATABLE = new Set(['GET', 'PUT', 'DELETE']);
/** Answers that Microsoft's documents say to try again on. */
const PASSING = new Set([412, 429, 502, 503, 504]);

/**
 * Takes a connector client's hidden retry away. Unchanged it makes up to four POSTs of one create on 408, 500, 502,
 * 503, 504, a reset, and 429 with `Retry-After`, so that a question is posted twice, and it waits for ever for an
 * answer. What may be repeated gets a short, bounded retry back; what creates is sent once.
 */
export function sendOnce<Client extends ConnectorClient | TeamsConnectorClient>(
  client: Client,
  timing: CallTiming,
): Client {
  // The field is the package's own and untyped; there is no public way to the pipeline. Where another version has no
  // such policy, nothing is sent at all, rather than sent four times.
  const { pipeline } = client['client'] as { pipeline: Pipeline };
  const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length === 0) throw new Error('the connector has no retry policy that could be taken away');
  // A redirect could send a create a second time, and the app's token to somebody else.
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.addPolicy(limitTime(timing.timeout));
  pipeline.addPolicy(repeatSafely(timing.retryAfter), { phase: 'Retry' });
  return client;
}

function limitTime(timeout: number): Policy {
  return {
    name: 'limitTime',
    sendRequest: (request, next) => {
      request.timeout = timeout;
      request.headers.set('accept', 'application/json');
      // A proxy's agent, where one is configured, was set before.
      if (!REPEATABLE.has(request.method)) request.agent ??= agentFor(request.url);
      return next(request);
    },
  };
}

/**
 * A create on a connection that was kept open may meet the server closing it, and nobody knows then whether it was
 * taken. On a connection of its own, one that cannot be made is one that was never used.
 */
const agentFor = (url: string): HttpAgent | HttpsAgent => (url.startsWith('https:') ? freshTls : fresh);
const fresh = new HttpAgent({ keepAlive: false });
const freshTls = new HttpsAgent({ keepAlive: false });

function repeatSafely(waits: readonly number[]): Policy {
  return {
    name: 'repeatSafely',
    sendRequest: async (request, next) => {
      let response = await next(request);
      if (!REPEATABLE.has(request.method)) return response;
      for (const wait of waits) {
        const patience = patienceFor(response, wait);
        if (patience === undefined) return response;
        await new Promise((resolve) => setTimeout(resolve, patience));
        response = await next(request);
      }
      return response;
    },
  };
}

/** Milliseconds to wait before asking again; undefined where asking again is of no use, or would take too long. */
function patienceFor(response: Response, wait: number): number | undefined {
  if (!PASSING.has(response.status)) return undefined;
  const asked = Number(response.headers.get('retry-after') ?? 0) * 1000;
  // A date instead of seconds is NaN: left to the caller, as is any wait longer than ours.
  return asked <= wait ? wait : undefined;
}
