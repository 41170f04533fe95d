import type { CommandId, CommitteeId, MeetingId, MessageId, QuestionId, TeamId } from './ids.ts';
import { elapsed, type Instant } from './instant.ts';
import type { Language, MeetingTheme } from './meeting.ts';
import type { Setup } from './setup.ts';

/** A channel as the Connector gave it. Only a standard channel can be a committee. */
export interface Channel {
  readonly id: CommitteeId;
  readonly name: string;
  readonly type: 'standard' | 'private' | 'shared';
}

/** A team that the app is, or was, installed in. */
export interface Team {
  readonly id: TeamId;
  readonly tenant: string;
  /** Entra group id, which Graph wants. */
  readonly group: string;
  /** Where the Connector listens for this team; the newest that Teams sent. */
  readonly serviceUrl: string;
  /** `erasing`: the time to regret that it was removed is over, and what is stored is being deleted: that is carried through. */
  readonly install: 'installed' | 'removed' | 'erasing';
  /** Teams' time of the newest installation or removal that was taken: what Teams tells late of an earlier one changes nothing. */
  readonly toldAt?: Instant | undefined;
  /** When the app was found to be removed, by our clock; absent while it is there, and in rows that are older than this field. */
  readonly removedAt?: Instant | undefined;
  readonly name: string;
  readonly language: Language;
  readonly channels: readonly Channel[];
  /** Channels that it had, and that are deleted: what was stored of them is still there. */
  readonly former?: readonly CommitteeId[] | undefined;
}

/** After so long, in milliseconds, what is stored of a team from which the app was removed is deleted: 14 days. */
export const REGRET = 14 * 24 * 60 * 60_000;

/** Every channel of which something may be stored. */
export const committeesOf = ({ channels, former = [] }: Team): readonly CommitteeId[] => [
  ...new Set([...channels.map(({ id }) => id), ...former]),
];

/** A Teams meeting of a channel, by its id in teams-js and in Teams' events. */
export interface Running {
  readonly teamsMeeting: string;
  /** When Teams told that it has begun, by our clock. */
  readonly since: Instant;
}

/** How long a Teams meeting is believed to run whose end nobody has told, in milliseconds. */
const LONGEST = 8 * 60 * 60_000;

/** The Teams meeting that runs in a committee's channel now, as far as is known. */
export const runningIn = ({ running }: Pick<Committee, 'running'>, now: Instant): string | undefined =>
  running !== undefined && elapsed(running.since, now) < LONGEST ? running.teamsMeeting : undefined;

/** A committee: a standard channel of a team, with the item that was opened last in it. */
export interface Committee {
  readonly id: CommitteeId;
  readonly team: TeamId;
  readonly name: string;
  /** The item opened last. Whether it is still open stands in its own head: ending does not write here. */
  readonly open?: MeetingId | undefined;
  /** The item that is being prepared, if any. */
  readonly next?: MeetingId | undefined;
  /** What stood in `open` before a prepared item took its place: it comes back where that one was thrown away meanwhile. */
  readonly openBefore?: MeetingId | undefined;
  /** What the newest wishes for an item have made, newest last, so that one that comes again makes nothing. */
  readonly made?: readonly { readonly command: CommandId; readonly meeting: MeetingId }[] | undefined;
  /** The item whose first question is just being put, or was: with it who sees what is fixed (`usecases/fixNames`). */
  readonly fixing?: MeetingId | undefined;
  /** The Teams meeting that runs in the channel, as Teams told; it may never tell that it has ended. */
  readonly running?: Running | undefined;
  /** Absent until somebody has said on the configuration page what the committee is. */
  readonly setup?: Setup | undefined;
}

/** A question of an item, with what is needed to list and find it without the item itself. */
export interface HistoryQuestion {
  readonly id: QuestionId;
  /** As it was, or would have been, put; absent in rows that are older than this field. */
  readonly text?: string | undefined;
  /** *Dagens vinkel* that stood above it. */
  readonly angle?: string | undefined;
  /** Absent for a committee's own question, and in older rows. */
  readonly theme?: Pick<MeetingTheme, 'number' | 'title' | 'language'> | undefined;
}

/** A line in a committee's history, derived from the meeting and its rows. Holds nothing that anybody answered, and no person. */
export interface HistoryEntry {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly openedAt: Instant;
  readonly endedAt: Instant;
  readonly questions: readonly HistoryQuestion[];
  /** Those that the digest names beside them, because they were not put; absent where there are none, and in older rows. */
  readonly others?: readonly HistoryQuestion[] | undefined;
  /** It was thrown away before it was opened, and is listed nowhere: only answers to what was sent out of it are found by it. */
  readonly discarded?: true | undefined;
  /** How many answers the digest shows; absent in older rows. */
  readonly answers?: number | undefined;
  /** The digest's root message, while it stands in the channel; absent in older rows. */
  readonly digest?: MessageId | undefined;
  /** When everything else of the item was deleted, as its time was over. */
  readonly erasedAt?: Instant | undefined;
}
