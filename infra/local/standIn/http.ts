import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
/** A request: `params` stood for the stars of its route, decoded; `json` parses `text`. */
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
/** Checks what came in, naming the field that is wrong. */
export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const { success, data, error } = shape.safeParse(value);
  if (success) return data;
  throw new Refusal(400, 'BadSyntax', `${error.issues[0]?.path.join('.') ?? ''}: ${error.issues[0]?.message ?? ''}`);
}
async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) if ((size += chunk.length) <= limit) chunks.push(chunk);
  if (size > limit) throw new Refusal(413, 'MessageSizeTooBig', 'Message size too large.');
  return Buffer.concat(chunks).toString('utf8');
}
/** Runs the route of a path (encoded, as it came), or refuses: 404, 413 above `limit` bytes, 400 for what is no JSON. */
export async function route(routes: Routes, request: IncomingMessage, url: URL, path: string, limit: number) {
  const [text, segments] = [await readBody(request, limit), [request.method ?? '', ...path.split('/')]];
  const isRoute = (parts: string[]) =>
    parts.length === segments.length && parts.every((part, i) => part === '*' || part === segments[i]);
  const [pattern, handle] = Object.entries(routes).find(([candidate]) => isRoute(candidate.split(/[ /]/))) ?? [];
  if (pattern === undefined || !handle) throw new Refusal(404, 'NotFound', 'There is no such address.');
  try {
    const params = segments.filter((_, i) => pattern.split(/[ /]/)[i] === '*').map(decodeURIComponent);
    return await handle({ params, query: url.searchParams, text, json: () => JSON.parse(text) as unknown });
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof URIError)) throw error;
    throw new Refusal(400, 'BadSyntax', 'The path or the body cannot be read.');
  }
}
/** One page of a list, and where the next begins. */
export function page<T>(
  all: T[],
  size: string | null,
  [least, usual, most]: [number, number, number],
  from: string | null,
) {
  const length = Math.min(most, Math.max(least, Number(size) || usual));
  const end = (Number(from) || 0) + length;
  return { part: all.slice(end - length, end), length, next: end < all.length ? String(end) : undefined };
}
