import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '../readBody.ts';
import { type SigningKey, signToken } from '../entra/tokens.ts';

/** A call of the Connector by the app, and what came of it. */
export interface ConnectorCall {
  readonly method: string;
  /** From `/v3/` on. */
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

/** What stands on both sides. Addresses have no slash at the end. */
export interface Sides {
  /** The app. */
  readonly app: string;
  readonly appId: string;
  /** Where `/v3/…` is answered. */
  readonly connector: string;
  /** Where it is told by whose keys activities are signed, and by whom. */
  readonly metadata: string;
  readonly issuer: string;
  /** What signs them. */
  readonly key: SigningKey;
  /** The language that people's clients are said to have, whatever they say themselves (the Playground: always English). */
  readonly locale: string;
  /** The `29:` id of who has an object id, where people are found only by that. */
  readonly idOf: (objectId: string) => string | undefined;
}

/** Stands between a Teams and the app, and sees what is said. */
export interface Between {
  /** Takes activities at `/api/messages`, and tells whose keys sign them at `/metadata`. Without a slash at the end. */
  readonly url: string;
  /** All that the app has asked the Connector, in order. */
  readonly calls: readonly ConnectorCall[];
  /** Before this, and after it is told `none`, activities are taken and go no further. */
  join(sides: Sides | 'none'): void;
  close(): Promise<void>;
}

/**
 * Gives the app what a Teams without keys says, signed and with an address at which it answers; and lets the app's calls of
 * the Connector through to it.
 */
export async function startBetween(): Promise<Between> {
  let sides: Sides | 'none' = 'none';
  const calls: ConnectorCall[] = [];
  /** Numbers of the threads that have begun. */
  const threads = new Set<string>();
  const server = createServer((request, response) => {
    answer(request).then(
      (reply) => send(response, reply),
      (error: unknown) => send(response, refusal(502, String(error))),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const { method = 'GET', url: path = '/', headers } = request;
    const body = await readBody(request);
    if (body === 'too large') return refusal(413, 'too large');
    if (sides === 'none') return { status: 200 };
    if (path === METADATA) return replyOf(await fetch(sides.metadata));
    if (!path.startsWith(CONNECTOR))
      return method === 'POST' ? tellApp(sides, `${url}${CONNECTOR}/`, body.toString(), threads) : { status: 200 };
    const asked = { method, path: path.slice(CONNECTOR.length), body: parsed(body.toString()) };
    const reply = await callConnector(sides, asked, headers.authorization);
    const begun = rootIn(JSON.stringify(reply.body ?? ''));
    if (begun !== undefined) threads.add(begun);
    calls.push({ ...asked, status: reply.status, answer: reply.body });
    return reply;
  };
  return {
    url,
    calls,
    join: (next) => (sides = next),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const CONNECTOR = '/connector';
const METADATA = '/metadata';

interface Reply {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const refusal = (status: number, message: string): Reply => ({ status, body: { error: { code: 'Between', message } } });

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** What a body says; an empty one nothing. */
const parsed = (text: string): unknown => (text === '' ? undefined : (JSON.parse(text) as unknown));

async function replyOf(response: Response): Promise<Reply> {
  const { status, headers } = response;
  const retry = headers.get('retry-after');
  const text = await response.text();
  return {
    status,
    // Refusals come as plain text too.
    body: /^\s*[[{]/.test(text) ? parsed(text) : undefined,
    ...(retry !== null && { headers: { 'retry-after': retry } }),
  };
}

type Asked = Pick<ConnectorCall, 'method' | 'path' | 'body'>;

async function callConnector(sides: Sides, { method, path, body }: Asked, authorization = ''): Promise<Reply> {
  const response = await fetch(sides.connector + byId(path, sides.idOf), {
    method,
    headers: { 'content-type': 'application/json', authorization },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return replyOf(response);
}

/** The path with a member's object id replaced by the id that is known there. */
const byId = (path: string, idOf: Sides['idOf']): string =>
  path.replace(/(?<=\/members\/)[^/?]+/, (wanted) => {
    const id = idOf(decodeURIComponent(wanted));
    return id === undefined ? wanted : encodeURIComponent(id);
  });

async function tellApp(sides: Sides, serviceUrl: string, text: string, threads: Set<string>): Promise<Reply> {
  const token = signToken(sides.key, { iss: sides.issuer, aud: sides.appId, serviceurl: serviceUrl });
  const response = await fetch(`${sides.app}/api/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ ...asInTeams(parsed(text) as Activity, sides.locale, threads), serviceUrl }),
  });
  return replyOf(response);
}

interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly conversation?: { readonly id?: string };
  readonly entities?: readonly { readonly type: string }[];
}

/** With the client's language, and for a message with an id as Teams gives them. */
function asInTeams(activity: Activity, locale: string, threads: Set<string>): object {
  const entities = activity.entities?.map((one) => (one.type === 'clientInfo' ? { ...one, locale } : one));
  return { ...activity, id: idInTeams(activity, threads), locale, ...(entities && { entities }) };
}

/**
 * A message's id is when it was said, in milliseconds; that of a thread's first one stands in the conversation's too. The
 * Playground has guids in their place, and never speaks of a message again, so that any number does for a reply.
 */
function idInTeams({ type, id, conversation }: Activity, threads: Set<string>): string | undefined {
  if (type !== 'message' || /^\d+$/.test(id ?? '')) return id;
  const root = rootIn(conversation?.id ?? '');
  if (root === undefined || threads.has(root)) return String(Date.now());
  threads.add(root);
  return root;
}

/** The number of the thread that a text speaks of. */
const rootIn = (text: string): string | undefined => /;messageid=(\d+)/.exec(text)?.[1];
