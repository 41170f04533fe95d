import { type Answer, replyKey, type Seen } from './answer.ts';
import type { Thread } from './held.ts';
import type { MeetingId, MessageId, RoundId } from './ids.ts';
import { elapsed, type Instant, instantOf, plus } from './instant.ts';
import type { Meeting, Person } from './meeting.ts';
import { aheadPostKey, type Post, questionPostKey } from './post.ts';

/** Somebody's reply as it stands in Teams when its thread is read back. */
export interface ReplyFound {
  readonly message: MessageId;
  /** Absent where Teams does not say whose it is, as when the account is gone: then it only changes what is known. */
  readonly author?: Person | undefined;
  /** Empty where there are no words, as with a picture; absent where it is deleted. */
  readonly text?: string | undefined;
  /** Where the bot is mentioned, the text without its name. */
  readonly mention?: string | undefined;
  readonly editedAt?: Instant | undefined;
  readonly deletedAt?: Instant | undefined;
  /** When Teams changed it last, whatever was changed: also that somebody liked it. */
  readonly changedAt: Instant;
}

/** What stands under a message. */
export interface ThreadFound {
  readonly replies: readonly ReplyFound[];
  /** Whether all that stands there could be made out. */
  readonly isWhole: boolean;
}

/** What came of reading a round's threads back, the last time it was tried. */
export interface ReadBack {
  readonly round: RoundId;
  readonly at: Instant;
  /** `complete`: all that stands there is kept. `notAllowed`: the team has not granted that messages are read. */
  readonly status: 'complete' | 'notAllowed' | 'unavailable';
}

/**
 * What was told of a change may bear another time than the change itself, in milliseconds: a second sighting is the
 * newer one only where it is newer than that.
 */
const TOLERANCE = 5_000;

/**
 * A list may lag behind by some minutes, and clocks differ by some: what stands in one that was asked for so long after a deletion,
 * in milliseconds, was brought back.
 */
const CAUGHT_UP = 10 * 60_000;

/** What an edit was told without is in a list that is so much older at most, in milliseconds. */
const ABOUT = 1_000;

/**
 * What a reply that was found adds to what is known of it: nothing where it is known so already. What somebody deleted
 * comes back only where Teams has changed it since, so that a list that lags behind brings no words back; what was
 * erased here never does (`merge`). `askedAt`: when what stands there was asked for, by our clock.
 */
export function correctionOf(found: ReplyFound, known: Answer | undefined, askedAt: Instant): Seen | undefined {
  if (known?.life === 'forgotten') return undefined;
  if (found.deletedAt !== undefined) return deletion(found, found.deletedAt, known);
  if (known === undefined) return found.author && { ...seenOf(found), at: found.editedAt ?? postedAt(found) };
  const at = changedSince(found, known, askedAt);
  return at === undefined ? undefined : { ...seenOf(found), at };
}

/** When a reply that stands there became other than it is known to be; undefined where it did not, or was so before. */
function changedSince(found: ReplyFound, known: Answer, askedAt: Instant): Instant | undefined {
  const { changedAt, editedAt } = found;
  if (known.life === 'deleted') return isBack(found, known, askedAt) ? after(known, found) : undefined;
  // Its words were withdrawn because nobody told what became of them: these may be from before that.
  if (known.text === undefined) return elapsed(changedAt, known.at) <= ABOUT ? after(known, found) : undefined;
  return editedAt !== undefined && editedAt > known.at && found.text !== known.text ? editedAt : undefined;
}

/** What was deleted, and stands there: it was changed since, or at the same moment, and the list cannot be from before that. */
const isBack = (found: ReplyFound, known: Answer, askedAt: Instant): boolean =>
  isThere(found, known, TOLERANCE) || (isThere(found, known, -TOLERANCE) && elapsed(known.at, askedAt) > CAUGHT_UP);

/** Deleted as far as is known, and not in the list, which was changed more than `since` later, in milliseconds. */
const isThere = (
  { deletedAt, changedAt }: ReplyFound,
  { life, at, postedAt: posted }: Answer,
  since: number,
): boolean =>
  // Of a deletion that was told without its time nothing is known to be later.
  life === 'deleted' && deletedAt === undefined && at > posted && elapsed(at, changedAt) > since;

/**
 * Whether nobody can tell yet if a reply was brought back or the list lags behind: it was changed at about the moment of its
 * deletion. Who asks again later knows.
 */
export const isInDoubt = (found: ReplyFound, known: Answer | undefined, askedAt: Instant): boolean =>
  known !== undefined && isThere(found, known, -TOLERANCE) && !isBack(found, known, askedAt);

/** What was told later than the deletion shows that it was brought back, and that the list lags behind. */
function deletion(found: ReplyFound, deletedAt: Instant, known: Answer | undefined): Seen | undefined {
  if (known === undefined || known.life === 'deleted' || deletedAt < known.at) return undefined;
  return { ...seenOf(found), life: 'deleted', text: undefined, at: deletedAt };
}

/** Later than what is known, so that it counts. */
const after = (known: Answer, { changedAt }: ReplyFound): Instant =>
  changedAt > known.at ? changedAt : plus(known.at, 1);

const postedAt = ({ message }: ReplyFound): Instant => instantOf(Number(message));

const seenOf = (found: ReplyFound): Omit<Seen, 'at'> => ({
  key: replyKey(found.message),
  source: 'thread',
  author: found.author,
  life: found.editedAt === undefined ? 'posted' : 'edited',
  text: found.text ?? '',
  postedAt: postedAt(found),
});

/** A message under which answers are. `isThere`: it stands in the channel, as far as is known. */
export interface Root {
  readonly message: MessageId;
  readonly isThere: boolean;
}

/**
 * Messages of a round under which its answers are: of its question, also as sent out beforehand, and of second ones. Where
 * one was deleted the replies under it stay.
 */
export function rootsOf(
  { posts, threads }: { readonly posts: readonly Post[]; readonly threads: readonly Thread[] },
  meeting: MeetingId,
  round: RoundId,
): readonly Root[] {
  const keys = [questionPostKey(round), aheadPostKey(round)];
  const standing = posts
    .filter(({ key }) => keys.includes(key))
    .flatMap(({ state, superfluous = [] }) => [...(state.status === 'sent' ? [state.place] : []), ...superfluous])
    .map(({ root }) => root);
  const owned = threads.filter(({ post }) => post.partition === meeting && keys.includes(post.key));
  const all = new Set([...standing, ...owned.map(({ root }) => root)]);
  return [...all].map((message) => ({ message, isThere: standing.includes(message) }));
}

/** Whether a round's threads are to be read back: it is closed, or its item is over. */
export const isToBeReadBack = (meeting: Meeting, round: RoundId): boolean =>
  meeting.status === 'ended'
    ? meeting.endedBy !== 'discarded'
    : meeting.rounds.some(({ id, status }) => id === round && status === 'closed');

/** The rounds that a command has closed, or whose item it has ended: those are read back now. */
export function roundsToReadBack(before: Meeting, meeting: Meeting): readonly RoundId[] {
  const rounds = [...meeting.rounds, ...meeting.ahead.map(({ round }) => ({ id: round }))].map(({ id }) => id);
  const isOver = meeting.status === 'ended' && before.status !== 'ended';
  return [...new Set(rounds)].filter(
    (round) => isToBeReadBack(meeting, round) && (isOver || !isToBeReadBack(before, round)),
  );
}
