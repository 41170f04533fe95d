import type { Life } from '#dialogue/answer';
import type { CommitteeId, MessageId, PersonId, TeamId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import type { Language } from '#dialogue/meeting';

/** Where in Teams an activity comes from, as its signed token vouches. */
export interface ChannelOrigin {
  readonly committee: CommitteeId;
  readonly team: TeamId;
  readonly tenant: string;
  readonly serviceUrl: string;
}

export interface Author {
  readonly person: PersonId;
  readonly name: string;
  readonly mri: string;
}

/** A reply in a thread was posted, edited, deleted or brought back. A message that starts a thread is none of these. */
export interface ReplySeen extends ChannelOrigin {
  readonly type: 'reply';
  readonly root: MessageId;
  readonly message: MessageId;
  readonly life: Exclude<Life, 'forgotten'>;
  /** Teams' samples of deletions leave it out. */
  readonly author?: Author | undefined;
  readonly text?: string | undefined;
  readonly at: Instant;
  /** Whether the bot is mentioned, and then the rest of the text. */
  readonly mention?: string | undefined;
  /** In which language whoever mentions the bot uses Teams, where that is one of ours and Teams tells. */
  readonly client?: Language | undefined;
}

/** Somebody posted a message that starts a thread and mentions the bot. */
export interface Mentioned extends ChannelOrigin {
  readonly type: 'mentioned';
  readonly message: MessageId;
  readonly author: Author;
  /** The text without the bot's name. Read for a command, and kept nowhere. */
  readonly mention: string;
  /** In which language its author uses Teams, where that is one of ours and Teams tells. */
  readonly client?: Language | undefined;
  readonly at: Instant;
}

/** A message that starts a thread was deleted, whosever it was. */
export interface StartDeleted extends ChannelOrigin {
  readonly type: 'startDeleted';
  readonly message: MessageId;
}

/** *Svar* on a question's card was pressed (Action.Execute). */
export interface CardAnswered extends ChannelOrigin {
  readonly type: 'cardAnswered';
  readonly root: MessageId;
  readonly author: Author;
  /** When it was pressed, by Teams' clock; absent where Teams did not tell. */
  readonly pressedAt?: Instant | undefined;
  /** What the card carried and what was written into it: not to be trusted before it is parsed. */
  readonly data: unknown;
}

export interface Installed {
  readonly type: 'installed';
  readonly team: TeamId;
  /** The channel where the bot speaks first (General unless Teams says otherwise). */
  readonly committee: CommitteeId;
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly activity: string;
  readonly by?: { readonly mri: string; readonly name: string } | undefined;
  readonly language: Language;
  /** When it happened, by Teams' clock; absent where Teams did not tell. So in the next two. */
  readonly at?: Instant | undefined;
}

export interface Removed {
  readonly type: 'removed';
  readonly team: TeamId;
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly at?: Instant | undefined;
}

/** Channels were made, renamed or deleted. */
export interface ChannelsChanged {
  readonly type: 'channelsChanged';
  readonly team: TeamId;
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly at?: Instant | undefined;
}

/** Somebody was added to a team, or left it. */
export interface MembersChanged {
  readonly type: 'membersChanged';
  readonly team: TeamId;
}

export interface TeamsMeetingStarted extends ChannelOrigin {
  readonly type: 'teamsMeetingStarted';
  readonly teamsMeeting: string;
}

export interface TeamsMeetingEnded extends ChannelOrigin {
  readonly type: 'teamsMeetingEnded';
  readonly teamsMeeting: string;
}

/** Somebody added or addressed the bot where it cannot work. */
export interface Elsewhere {
  readonly type: 'elsewhere';
  readonly where: 'personal' | 'groupChat' | 'privateChannel' | 'sharedChannel';
  readonly conversation: string;
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly activity: string;
  readonly language: Language;
}

export type InboundEvent =
  | ReplySeen
  | Mentioned
  | StartDeleted
  | CardAnswered
  | Installed
  | Removed
  | ChannelsChanged
  | MembersChanged
  | TeamsMeetingStarted
  | TeamsMeetingEnded
  | Elsewhere
  /** Not for us: dropped unread. */
  | { readonly type: 'dropped'; readonly reason: string };

/** What a card's Action.Execute is answered with: a sentence that Teams shows to the one who pressed. */
export interface CardReply {
  readonly text: string;
}

/** What the bot's entry calls once an activity is trusted and read. */
export type HandleEvent = (event: InboundEvent) => Promise<CardReply | undefined>;
