import type { CommandId, CommitteeId, MeetingId, PersonId, QuestionId, RoundId, TeamId } from './ids.ts';
import { type Instant, plus } from './instant.ts';
import type { Mode } from './modes.ts';

export type Language = 'da' | 'en';

/** Whether names stand at answers in what the app shows; in the thread Teams always shows them. */
export type Names = 'shown' | 'hidden';

/** What the big screen shows of the current question. */
export type Screen = 'question' | 'answers';

/** Somebody, as they are shown to others. */
export interface Person {
  readonly person: PersonId;
  readonly name: string;
}

/** A theme as it stood when the item was opened: the committee's record must not change when the material does. */
export interface MeetingTheme {
  readonly number: number;
  readonly title: string;
  readonly direction: readonly string[];
  /** What its questions are written in; absent in rows that are older than this field. */
  readonly language?: string | undefined;
}

/** A question of the plan, with its text as it will be (or was) put. */
export interface PlannedQuestion {
  readonly id: QuestionId;
  readonly text: string;
  readonly points: readonly string[];
  /** Number of the theme it belongs to; absent for a committee's own question. */
  readonly theme?: number | undefined;
  readonly mode: Mode;
  readonly skipped: boolean;
  /** How long the committee means to talk about it. */
  readonly minutes: number;
  /** *Dagens vinkel*: the committee's own words, shown above the question, which stays as it is. */
  readonly angle?: string | undefined;
  /** Which sentence of the material's question `text` is, from 0; absent where it is the whole question. */
  readonly sentence?: number | undefined;
}

interface RoundBase {
  readonly id: RoundId;
  readonly question: QuestionId;
  readonly mode: Mode;
  readonly putAt: Instant;
  readonly putBy: string;
  /** Whose name `putBy` is, so that they can be told of it; absent in rows that are older than this field. */
  readonly putById?: PersonId | undefined;
  /** When its minutes are over. Nothing closes by itself. Absent in rows that are older than this field. */
  readonly endsAt?: Instant | undefined;
}

/** One question put to the committee. It is open before its thread exists in the channel. */
export type Round =
  (RoundBase & { readonly status: 'open' }) | (RoundBase & { readonly status: 'closed'; readonly closedAt: Instant });

/** A question that was sent out beforehand, under the round it will be put in. */
export interface SentAhead {
  readonly round: RoundId;
  readonly question: QuestionId;
  readonly at: Instant;
  /** When it was sent once more, after it was deleted in Teams: what was written under the first message stays with its round. */
  readonly sentAgainAt?: Instant | undefined;
  /** Somebody has given up that it comes into the channel. It is as if it had not been sent, but for its round's id. */
  readonly givenUpAt?: Instant | undefined;
}

interface MeetingBase {
  readonly id: MeetingId;
  readonly committee: CommitteeId;
  readonly team: TeamId;
  readonly title: string;
  readonly language: Language;
  readonly lead: Person;
  /** *Referent*: types, like the facilitator, what is said in the room. */
  readonly scribe?: Person | undefined;
  /** As the committee had chosen when the first question was put, and fixed from then on. */
  readonly names: Names;
  readonly screen: Screen;
  /** Meeting id of the Teams meeting it was opened from, if any: only that meeting's end ends it. */
  readonly teamsMeeting?: string | undefined;
  /**
   * The Teams meeting that ran in the channel when the first question was put, of an item that was not opened from one:
   * its chat says where to answer too, but its end ends nothing.
   */
  readonly beside?: string | undefined;
  readonly themes: readonly MeetingTheme[];
  readonly plan: readonly PlannedQuestion[];
  readonly rounds: readonly Round[];
  /** Questions that were sent out beforehand; replies there are kept with the round. */
  readonly ahead: readonly SentAhead[];
  readonly openedAt: Instant;
  /** When somebody last led on; an item is ended `ENDED_AFTER` that. */
  readonly commandAt: Instant;
  /** The newest command ids, newest last. */
  readonly commands: readonly CommandId[];
}

/** The head of a meeting (on screen: *punkt*): what one row holds. */
export type Meeting =
  /** Being prepared; `openedAt` is when that began. No question is put yet. */
  | (MeetingBase & { readonly status: 'planned' })
  | (MeetingBase & { readonly status: 'open' })
  | (MeetingBase & {
      readonly status: 'ended';
      readonly endedAt: Instant;
      /** `discarded`: it was prepared and never opened. */
      readonly endedBy: 'facilitator' | 'teams' | 'time' | 'discarded';
    });

/** An item in which nobody has led on for so long, in milliseconds, is ended: people forget, and the digest is owed. */
export const ENDED_AFTER = 12 * 60 * 60_000;

/** When an open item ends by itself if nobody leads on before; answers keep no item open. */
export const endsByItselfAt = ({ commandAt }: Meeting): Instant => plus(commandAt, ENDED_AFTER);

export const currentRound = (meeting: Meeting): Round | undefined => meeting.rounds.at(-1);

export const roundOf = (meeting: Meeting, id: RoundId): Round | undefined =>
  meeting.rounds.find((round) => round.id === id);

/** The question that is, or is to be, put in a round. */
export const askedIn = (meeting: Meeting, id: RoundId): PlannedQuestion | undefined => {
  const asked = roundOf(meeting, id) ?? meeting.ahead.find(({ round }) => round === id);
  return asked && questionOf(meeting, asked.question);
};

/** Questions that are out beforehand: those that somebody has given up are not. */
export const sentAhead = ({ ahead }: Meeting): readonly SentAhead[] =>
  ahead.filter(({ givenUpAt }) => givenUpAt === undefined);

/** Whether there is something to gather when it ends: a question was put, or is out beforehand. */
export const hasDigest = (meeting: Meeting): boolean => meeting.rounds.length > 0 || sentAhead(meeting).length > 0;

export const aheadOf = (meeting: Meeting, question: QuestionId): SentAhead | undefined =>
  sentAhead(meeting).find((other) => other.question === question);

export const questionOf = (meeting: Meeting, id: QuestionId): PlannedQuestion | undefined =>
  meeting.plan.find((question) => question.id === id);
