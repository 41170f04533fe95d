import type { CommitteeId, MeetingId, MessageId, PersonId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';

export type PostKind = 'question' | 'preparation' | 'pointer' | 'echo' | 'digest' | 'welcome' | 'guidance' | 'command';

/** Where a post's row lies: with its meeting, or with its committee where there is no meeting. */
export type PostOwner =
  | { readonly table: 'Meetings'; readonly partition: MeetingId }
  | { readonly table: 'Committees'; readonly partition: CommitteeId };

export type PostRef = PostOwner & { readonly key: string };

/** Where a post stands in Teams: the root message of its thread, and the message itself. */
export interface Place {
  readonly root: MessageId;
  readonly message: MessageId;
}

export type PostState =
  /** `deferredSince`: when it was put off first, where it has been put off ever since. */
  | { readonly status: 'due'; readonly notBefore?: Instant | undefined; readonly deferredSince?: Instant | undefined }
  /** Claimed by one sender. The age of the claim is the table service's time, kept beside the row. */
  | { readonly status: 'sending'; readonly claim: string; readonly deferredSince?: Instant | undefined }
  | { readonly status: 'sent'; readonly place: Place }
  /** Teams refused it for good; a facilitator or the app's return can make it due again. */
  | { readonly status: 'blocked'; readonly http: number }
  /** Nobody knows whether it came into the channel. */
  | { readonly status: 'unknown' }
  /**
   * No longer wanted before it was seen in the channel. `uncertain`: it may turn up, and is then deleted. `by`: whoever
   * leads gave it up; left out where its cause was gone.
   */
  | { readonly status: 'dropped'; readonly uncertain: boolean; readonly by?: 'facilitator' | undefined }
  | { readonly status: 'gone' };

/** A message that the bot creates. Its key is determined by its cause, so that it is made once whatever comes twice. */
export interface Post {
  readonly key: string;
  readonly kind: PostKind;
  readonly state: PostState;
  /** The round of a question or an echo. */
  readonly round?: RoundId | undefined;
  /** Whose answer an echo shows. */
  readonly person?: PersonId | undefined;
  /** What a welcome, a guidance or an answer to a command needs to be written again: ids and numbers, and the name Teams gave. */
  readonly about?: Readonly<Record<string, string>> | undefined;
  /** Hash of what stands in Teams; another hash than that of what should stand there means an update is due. */
  readonly shown?: string | undefined;
  /**
   * Hash of what is being put there in its place, and the claim of whoever does it, or that nothing is: until that is over
   * nobody knows which of the two stands in Teams.
   */
  readonly showing?: string | undefined;
  /** By which a message without a card is known again while nobody knows whether it came: a trace of the words that it was sent with. */
  readonly trace?: string | undefined;
  /** Other messages that turned up for this post, or one that is no longer wanted: they stand in the channel and must go. */
  readonly superfluous?: readonly Place[] | undefined;
}

export const questionPostKey = (round: RoundId): string => `${round}!p!q`;

/** A question that is sent out beforehand. */
export const aheadPostKey = (round: RoundId): string => `${round}!p!a`;

export const echoPostKey = (round: RoundId, person: PersonId): string => `${round}!p!e!${person}`;

/** The line in the chat of the Teams meeting that says where to answer. */
export const POINTER_POST_KEY = 'z!p!pointer!1';

export const digestPostKey = (page: number): string => `z!p!digest!${page}`;

/** The round whose rows a question's or an echo's key lies among. */
export const roundOfPostKey = (key: string): RoundId => key.slice(0, key.indexOf('!'));

/** Whether replies under a post are answers: it is a question, or one that was sent out beforehand. */
export const takesAnswers = (ref: PostRef): ref is PostRef & { readonly table: 'Meetings' } =>
  ref.table === 'Meetings' && /^r\d{3,}!p![qa]$/.test(ref.key);

export const duePost = (post: Omit<Post, 'state'>): Post => ({ ...post, state: { status: 'due' } });
