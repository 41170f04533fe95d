import type { IncomingMessage } from 'node:http';

/** What the Functions host takes at most, in bytes (its front end answers 413 above). */
const LARGEST_BODY = 100 * 1024 * 1024;

/** The whole body, or `too large` as soon as that is known; no more than the limit is ever held. */
export async function readBody(request: IncomingMessage, largest = LARGEST_BODY): Promise<Buffer | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return 'too large';
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroyed on return: the socket has to carry the refusal.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return 'too large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
