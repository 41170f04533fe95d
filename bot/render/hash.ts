import { createHash } from 'node:crypto';
import type { Message } from './message.ts';

/**
 * What a message shows, as a short text: equal for equal messages whatever the order of their keys.
 * Compared with the hash of what stands in Teams, to see whether an update is due.
 */
export const hashOf = (message: Message): string =>
  createHash('sha256').update(JSON.stringify(message, inOrder)).digest('base64url').slice(0, 22);

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
