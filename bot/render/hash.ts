import { hash } from 'node:crypto';
import type { Message } from './message.ts';

/**
 * What a message shows, as a short text: equal for equal messages whatever the order of their keys.
 * Compared with the hash of what stands in Teams, to see whether an update is due.
 */
export const hashOf = (message: Message): string =>
  hash('sha256', JSON.stringify(inOrder(message)), 'base64url').slice(0, 22);

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const fields = value as Readonly<Record<string, unknown>>;
  const ordered: Record<string, unknown> = {};
  for (const name of Object.keys(fields).sort()) ordered[name] = inOrder(fields[name]);
  return ordered;
}
