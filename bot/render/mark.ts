import { hash } from 'node:crypto';
import type { PostRef } from '#dialogue/post';
import type { Message } from './message.ts';

/** By which a card says whose it is, and tells nobody else anything: the id of its first element. */
export const markOf = ({ table, partition, key }: PostRef): string =>
  `post-${hash('sha256', `${table} ${partition} ${key}`, 'base64url').slice(0, 22)}`;

/** Bytes that a mark adds to a card, as JSON: a card that is filled leaves them free. */
export const MARK_BYTES = Buffer.byteLength(`"id":"${markOf({ table: 'Meetings', partition: '', key: '' })}",`);

/** The same message, with its post's mark. It is no part of what is shown, and of no hash. */
export function marked(message: Message, ref: PostRef): Message {
  const body = message.card?.['body'];
  if (!Array.isArray(body)) return message;
  const [first, ...rest] = body as readonly object[];
  return { ...message, card: { ...message.card, body: [{ ...first, id: markOf(ref) }, ...rest] } };
}

/** The mark that a card bears; undefined where it bears none. */
export function markIn(card: unknown): string | undefined {
  const body: unknown = isObject(card) ? card['body'] : undefined;
  const first: unknown = Array.isArray(body) ? body[0] : undefined;
  const id = isObject(first) ? first['id'] : undefined;
  return typeof id === 'string' && id.startsWith('post-') ? id : undefined;
}

/**
 * By which text is known again that is in no row any more: very many texts have the same. How it is broken into lines is no part
 * of it, for Teams lists it in its own way.
 */
export const traceOf = (text: string): string =>
  hash('sha256', text.replace(/\s+/g, ' ').trim(), 'base64url').slice(0, 3);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
