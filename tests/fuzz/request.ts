import { type Agent, request as ask } from 'node:http';

/** A request just as it goes over the wire. */
export interface Request {
  /** What it was made from, for the report: a route's name, or `messages`, or `address`. */
  readonly from: string;
  /** Who asks, where that is a person. */
  readonly as?: string;
  readonly method: string;
  /** Path and query, encoded or not. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Longer than the app itself waits for anything, in milliseconds. */
const LONGEST = 30_000;

/**
 * Sends it; nothing of it is put right on the way. Where the connection breaks (one that lay idle may have been closed) it
 * goes again on one of its own, and what breaks that too is thrown.
 */
export async function send(agent: Agent | false, url: string, request: Request): Promise<Answered> {
  const { method, target, headers, body } = request;
  const { hostname, port } = new URL(url);
  return new Promise<Answered>((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = ask(
      { agent, hostname, port, method, path: target, headers: { ...headers, ...length } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
        });
        response.on('error', reject);
      },
    );
    asked.setTimeout(LONGEST, () => asked.destroy(new Error('no answer within 30 s')));
    asked.on('error', (error) => {
      if (agent !== false) send(false, url, request).then(resolve, reject);
      else reject(error);
    });
    asked.end(body);
  });
}
