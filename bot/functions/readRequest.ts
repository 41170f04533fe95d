import type { HttpRequest } from '@azure/functions';
import type * as z from 'zod';
import type * as zm from 'zod/mini';
import { RequestError } from './failures.ts';

/** Largest body that is read, in bytes: more than the longest answer, far less than Functions would take. */
const BODY_LIMIT = 256 * 1024;

/** A schema of the contract. */
export type Schema<T> = zm.ZodMiniType<T>;

/**
 * Reads what a request asks for: its JSON body, or its query where the method has no body.
 * @throws RequestError `InputTooLarge`, `InputInvalid` with the field named
 */
export async function readInput<T>(request: HttpRequest, schema: Schema<T>): Promise<T> {
  const hasBody = request.method !== 'GET' && request.method !== 'DELETE';
  const input = !hasBody ? Object.fromEntries(request.query) : parseJson(await readBody(request));
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  // It may quote the name of a field, of whatever length.
  throw new RequestError('InputInvalid', (issue?.message ?? 'invalid').slice(0, 200), fieldOf(issue));
}

/** @throws RequestError `InputTooLarge`, as soon as the limit is passed */
export async function readBody(request: HttpRequest, limit = BODY_LIMIT): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const tooLarge = (limit: number): RequestError =>
  new RequestError('InputTooLarge', `The body is larger than ${limit} bytes.`);

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new RequestError('InputInvalid', 'The body is not JSON.', '');
  }
}

/** The path of what is wrong; for a field that nobody knows, its own name. */
function fieldOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return '';
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...unknown].map(String).join('.').slice(0, 100);
}
