import type { CommitteeId, MeetingId, TeamId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Language } from './meeting.ts';

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
  readonly install: 'installed' | 'removed';
  readonly name: string;
  readonly language: Language;
  readonly channels: readonly Channel[];
}

/** A committee: a standard channel of a team, with the item that was opened last in it. */
export interface Committee {
  readonly id: CommitteeId;
  readonly team: TeamId;
  readonly name: string;
  /** The item opened last. Whether it is still open stands in its own head: ending does not write here. */
  readonly open?: MeetingId | undefined;
}

/** A line in a committee's history, derived from the meeting. */
export interface HistoryEntry {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly openedAt: Instant;
  readonly endedAt: Instant;
  readonly questions: readonly string[];
}
