import { hash } from 'node:crypto';
import type { Message } from './message.ts';

/**
 * What a message shows, as a short text: compared with the hash of what stands in Teams, to see whether an update is due.
 * The order of keys counts: where another version of the app writes them in another, a message is updated once for nothing.
 */
export const hashOf = (message: Message): string => hash('sha256', JSON.stringify(message), 'base64url').slice(0, 22);
