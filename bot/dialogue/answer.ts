import type { CommandId, MessageId, PersonId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Person, Round } from './meeting.ts';
import type { Side } from './setup.ts';

/** Longest answer from panel or card, in characters. Teams sets the limit of a reply. */
export const ANSWER_LIMIT = 20_000;

/**
 * What is known of a message's life. `textMissing`: changed or brought back in Teams without its text being told,
 * so the words that were known are withdrawn.
 * `forgotten`: erased for good at somebody's wish; nothing seen later brings it back.
 */
export type Life = 'posted' | 'edited' | 'undeleted' | 'textMissing' | 'deleted' | 'forgotten';

/** What was seen of one answer, wherever it was written. Seeing is merged, never appended: see `merge`. */
export interface Seen {
  /** `t<message id>` a reply in the thread, `m<person>` somebody's own answer (card and panel are the same one), `o<client id>` said in the room. */
  readonly key: string;
  readonly source: 'thread' | 'own' | 'room';
  readonly author?: Person | undefined;
  readonly life: Life;
  /** Present exactly when `isLiving` and the text is known. */
  readonly text?: string | undefined;
  /** When `life` and `text` came about: Teams' time for a reply, ours for the rest. */
  readonly at: Instant;
  readonly postedAt: Instant;
}

export interface Answer extends Seen {
  readonly round: RoundId;
  /** How often somebody's own answer was written; 0 for replies in the thread. */
  readonly revision: number;
  /** The command that wrote it last; absent for replies in the thread. */
  readonly command?: CommandId | undefined;
  /** Commands before that one, newest last: a request that arrives late brings no old words back. */
  readonly earlier?: readonly CommandId[] | undefined;
  /** Teams' time of the newest press of the card that was taken, so that one that is brought again later changes nothing. */
  readonly pressedAt?: Instant | undefined;
  /** *På vegne af*: the side whose own wording this is, marked by that side's chair. */
  readonly side?: Side | undefined;
  /** Who wrote down what is said to be somebody's in the room. */
  readonly writtenBy?: Person | undefined;
  /** It was handed in on paper. */
  readonly paper?: true | undefined;
}

export const replyKey = (message: MessageId): string => `t${message}`;

export const ownKey = (person: PersonId): string => `m${person}`;

export const roomKey = (id: string): string => `o${id}`;

export const isLiving = (answer: Pick<Seen, 'life'>): boolean =>
  answer.life !== 'deleted' && answer.life !== 'forgotten';

/** Spaces, control characters and what joins or steers others: signs of which nothing is seen, U+2800 (braille) among them. */
const UNSEEN = /[\p{Z}\p{Cc}\p{Cf}\p{DI}\u2800]/gu;

/** Whether nothing of a text would be seen. */
export const isBlank = (text: string): boolean => text.replace(UNSEEN, '') === '';

/** A reply of which there is nothing to read: a picture or a file alone, or one whose words Teams has not told. */
export const isWordless = ({ source, text = '' }: Pick<Seen, 'source' | 'text'>): boolean =>
  source === 'thread' && isBlank(text);

/** How many commands before the last one an answer remembers. */
const REMEMBERED = 15;

/** Whether a command has written this answer, or taken it away. */
export const isDoneBy = ({ command, earlier = [] }: Answer, id: CommandId): boolean =>
  command === id || earlier.includes(id);

/** What the next command leaves of those before it. */
export function commandsBefore(known: Answer | undefined): readonly CommandId[] | undefined {
  if (known?.command === undefined) return known?.earlier;
  return [...(known.earlier ?? []), known.command].slice(-REMEMBERED);
}

/** How many different people some answers are of, and how many of the answers are of nobody known. */
export function peopleIn(answers: readonly Answer[]): { readonly people: number; readonly unnamed: number } {
  const known = answers.flatMap(({ author, key, source }) => author?.person ?? (source === 'own' ? key : []));
  return { people: new Set(known).size, unnamed: answers.length - known.length };
}

export const isEdited = (answer: Pick<Seen, 'life'>): boolean => answer.life === 'edited';

/** Whether a reply came before its question was put, where that was sent out beforehand. */
export const isPreparation = (answer: Pick<Seen, 'postedAt' | 'source'>, putAt: Instant): boolean =>
  answer.source === 'thread' && answer.postedAt < putAt;

/** Whether an answer came after its round was closed. What is said in the room is: then the committee talks. */
export const isLate = (answer: Pick<Seen, 'postedAt' | 'source'>, round: Round): boolean =>
  answer.source !== 'room' && round.status === 'closed' && answer.postedAt > round.closedAt;
