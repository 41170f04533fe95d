import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';

export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
/** A request: `params` stood for the stars of its route, decoded; `json` parses `text`, or refuses. */
export type Call = { params: string[]; query: URLSearchParams; text: string; json: () => unknown };
/** Keyed by method and path; `*` is one segment. */
export type Routes = Record<string, (call: Call) => Reply | Promise<Reply>>;
export const ok = (body?: unknown, status = 200): Reply => ({ status, body });
/** An answer that is no: thrown where it is found out, sent in Teams' form. */
export class Refusal extends Error {
  readonly reply: Reply;
  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.reply = { status, headers, body: { error: { code, message } } };
  }
}

async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) if ((size += chunk.length) <= limit) chunks.push(chunk);
  if (size > limit) throw new Refusal(413, 'MessageSizeTooBig', 'Message size too large.');
  return Buffer.concat(chunks).toString('utf8');
}
function attempt<T>(read: () => T, what: string): T {
  try {
    return read();
  } catch {
    throw new Refusal(400, 'BadSyntax', `${what} cannot be read.`);
  }
}
/** Checks what came in, naming the field that is wrong. */
export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const { success, data, error } = shape.safeParse(value);
  if (success) return data;
  throw new Refusal(400, 'BadSyntax', `${error.issues[0]?.path.join('.') ?? ''}: ${error.issues[0]?.message ?? ''}`);
}

/** Runs the route of a path (encoded, as it came). Throws a `Refusal`: 404, 400, or 413 above `limit` bytes. */
export async function route(routes: Routes, request: IncomingMessage, url: URL, path: string, limit: number) {
  const segments = [request.method ?? '', ...path.split('/')];
  const text = await readBody(request, limit);
  for (const [pattern, handle] of Object.entries(routes)) {
    const parts = pattern.split(/[ /]/);
    if (parts.length !== segments.length || !parts.every((part, i) => part === '*' || part === segments[i])) continue;
    const params = attempt(() => segments.filter((_, i) => parts[i] === '*').map(decodeURIComponent), 'The path');
    const json = () => attempt(() => JSON.parse(text) as unknown, 'The body');
    return handle({ params, query: url.searchParams, text, json });
  }
  throw new Refusal(404, 'NotFound', 'There is no such address.');
}
