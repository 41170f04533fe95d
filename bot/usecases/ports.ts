import type { Answer } from '#dialogue/answer';
import type { Announced, Held, Thread } from '#dialogue/held';
import type { CommitteeId, MeetingId, MessageId, PersonId, RoundId, TeamId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { Place, Post, PostOwner, PostRef } from '#dialogue/post';
import type { ReadBack, ReplyFound } from '#dialogue/readBack';
import type { Committee, HistoryEntry, Team } from '#dialogue/team';
import type { Trial, TrialRef } from '#dialogue/trial';
import type { Message } from '#render/message';

export type { Message };

/** A row as it was read. */
export interface Stored<T> {
  readonly value: T;
  /** ETag: a write with `over` this version fails once somebody else has written. */
  readonly version: string;
  /** When the table service wrote it, by its own clock. */
  readonly writtenAt: Instant;
  /** How old it was when read, in milliseconds by the service's own clock (response `date` minus `Timestamp`; the former has whole seconds). */
  readonly age: number;
}

/** `false`: somebody else was first and nothing was written. */
export type Won = boolean;

export interface TeamStore {
  readTeam(team: TeamId): Promise<Stored<Team> | undefined>;
  /** Inserts where `over` is undefined, else replaces just that version. */
  saveTeam(team: Team, over: string | undefined): Promise<Won>;
}

export interface CommitteeStore {
  readCommittee(committee: CommitteeId): Promise<Stored<Committee> | undefined>;
  /** Inserts where `over` is undefined, else replaces just that version. */
  saveCommittee(committee: Committee, over: string | undefined): Promise<Won>;
  saveHistory(committee: CommitteeId, entry: HistoryEntry): Promise<void>;
  /** The newest items of a committee's history, at most `most`, newest first. */
  listHistory(committee: CommitteeId, most: number): Promise<readonly HistoryEntry[]>;
  readTrial(ref: TrialRef): Promise<Trial | undefined>;
  /** In place of whatever was there. */
  saveTrial(ref: TrialRef, trial: Trial): Promise<void>;
  eraseTrial(ref: TrialRef): Promise<void>;
}

/** Who owns which thread, and replies that came before that was known. */
export interface ThreadStore {
  readThread(committee: CommitteeId, root: MessageId): Promise<Thread | undefined>;
  saveThread(committee: CommitteeId, thread: Thread): Promise<void>;
  listAnnounced(committee: CommitteeId): Promise<readonly Announced[]>;
  /** Upserts: keeps the first announcement's time, and takes `at` as the last claim's. */
  announce(committee: CommitteeId, post: PostRef, at: Instant): Promise<void>;
  unannounce(committee: CommitteeId, post: PostRef): Promise<void>;
  /** Merges with what is held of the same message. */
  hold(committee: CommitteeId, held: Held): Promise<void>;
  /** All that is held in a committee, or under one root. */
  listHeld(committee: CommitteeId, root?: MessageId): Promise<readonly Held[]>;
  eraseHeld(committee: CommitteeId, held: Held): Promise<void>;
}

export interface RoundRows {
  readonly answers: readonly Answer[];
  readonly posts: readonly Post[];
  /** What came of reading each round's threads back, where that was tried. */
  readonly readBacks: readonly ReadBack[];
  /** The greatest `writtenAt` among the rows; undefined where there are none. */
  readonly newest: Instant | undefined;
}

export interface MeetingStore {
  /** Inserts the head of a new item. `false`: another command made an item with this id. */
  createMeeting(meeting: Meeting): Promise<Won>;
  readMeeting(meeting: MeetingId): Promise<Stored<Meeting> | undefined>;
  /** Deletes the head of an item that was never opened. */
  removeMeeting(meeting: MeetingId): Promise<void>;
  /** In one transaction: replaces the head over a version, inserts posts, replaces one. Also true when an earlier try whose answer was lost had written it. */
  commitMeeting(meeting: Meeting, over: string, posts: readonly Post[], replaced?: PostOver): Promise<Won>;
  /** In place of what was written of its round before. */
  saveReadBack(meeting: MeetingId, readBack: ReadBack): Promise<void>;
  /** Answers and posts of a round and of all that sorts after it (later rounds, digest pages): one range. */
  readRoundOn(meeting: MeetingId, round: RoundId): Promise<RoundRows>;
  /** Every answer and post of an item. */
  readAllRounds(meeting: MeetingId): Promise<RoundRows>;
}

export interface AnswerStore {
  /** One insert where the answer is new; else read, `merge`, replace, until it holds. Returns what is stored. */
  mergeAnswer(meeting: MeetingId, answer: Answer): Promise<Answer>;
  readAnswer(meeting: MeetingId, round: RoundId, key: Answer['key']): Promise<Stored<Answer> | undefined>;
  /** Writes an answer from panel, card or room and, in the same transaction, its echo's row. Each is inserted where its version is undefined. */
  commitAnswer(meeting: MeetingId, answer: Answer, over: string | undefined, echo: PostOver | undefined): Promise<Won>;
}

/** A post, to be written over a version of it; inserted where that is undefined. */
export interface PostOver {
  readonly post: Post;
  readonly over: string | undefined;
}

export interface PostStore {
  readPost(ref: PostRef): Promise<Stored<Post> | undefined>;
  /** What the bot said in a channel when the app was added to its team. */
  listWelcomes(committee: CommitteeId): Promise<readonly Post[]>;
  /** Inserts where `over` is undefined, else replaces just that version. */
  savePost(owner: PostOwner, post: Post, over: string | undefined): Promise<Won>;
}

/** Work that is due at a time: a post to settle, an item to end, a trial to delete, or a round's threads to read back. */
export type Due = { readonly at: Instant } & (
  | { readonly post: PostRef }
  | { readonly ending: MeetingId }
  | { readonly trial: TrialRef }
  | { readonly readBack: RoundRef }
);

/** A round whose threads are read back; `tries`: how often that was tried in vain. */
export interface RoundRef {
  readonly meeting: MeetingId;
  readonly round: RoundId;
  readonly tries: number;
}

export interface DueStore {
  addDue(due: Due): Promise<void>;
  removeDue(due: Due): Promise<void>;
  /** All work that was due at `now`, from every bucket, oldest first. */
  listDue(now: Instant): Promise<readonly Due[]>;
}

export type Store = TeamStore & CommitteeStore & ThreadStore & MeetingStore & AnswerStore & PostStore & DueStore;

/** Where a message goes. */
export interface Destination {
  readonly serviceUrl: string;
  readonly tenant: string;
  readonly conversation: string;
}

/** What came of a call that creates. Whether it was made is not known for `lost`. */
export type CreateOutcome =
  | { readonly type: 'sent'; readonly place: Place }
  | { readonly type: 'deferred'; readonly after: number /* milliseconds */ }
  | { readonly type: 'refused'; readonly http: number }
  | { readonly type: 'lost' };

/** What came of a call that may be repeated. `gone`: there is no such message any more. */
export type ChangeOutcome =
  | { readonly type: 'done' }
  | { readonly type: 'gone' }
  | { readonly type: 'deferred'; readonly after: number /* milliseconds */ }
  | { readonly type: 'refused'; readonly http: number };

/** The bot's side of a channel. None of these throws for what Teams answers. */
export interface ChannelPort {
  /** A new thread in the channel `conversation`. Gives up after 15 s. */
  createThread(at: Destination, message: Message): Promise<CreateOutcome>;
  /** A message in the conversation (`19:…;messageid=N` for a thread). Gives up after 15 s. */
  reply(at: Destination, message: Message): Promise<CreateOutcome>;
  update(at: Destination, message: MessageId, content: Message): Promise<ChangeOutcome>;
  remove(at: Destination, message: MessageId): Promise<ChangeOutcome>;
}

export interface Member {
  readonly person: PersonId;
  readonly name: string;
  /** Teams' own id of the person (`29:…`). */
  readonly mri: string;
}

/** Who is in a team, as the Connector tells. Throws `Unavailable` where it cannot tell. */
export interface RosterPort {
  member(team: Team, person: PersonId): Promise<Member | undefined>;
  /** Everybody in the team, in no order; a team can hold thousands. */
  list(team: Pick<Team, 'id' | 'serviceUrl' | 'tenant'>): Promise<readonly Member[]>;
  /** Name, group, standard and other channels, and how many can read along. */
  describe(team: Pick<Team, 'id' | 'serviceUrl' | 'tenant'>): Promise<TeamDescription>;
}

export interface TeamDescription {
  readonly name: string;
  readonly group: string;
  readonly members: number;
  readonly channels: Team['channels'];
}

/** Who owns a team, as Graph tells. Throws `Unavailable` where it cannot tell, `PermissionMissing` where it may not. */
export interface OwnersPort {
  /** Everybody who owns the team, by id in lower case. Throws `Unavailable`. */
  list(team: Team): Promise<readonly PersonId[]>;
}

/** What stands in a thread, as Graph tells. */
export interface ThreadsPort {
  /**
   * Every reply that a person has written under a message, with those that are deleted. The bot's own, and what Teams
   * says by itself, are left out. Throws `Unavailable` where it cannot tell, `PermissionMissing` where it may not.
   */
  read(team: Pick<Team, 'group'>, committee: CommitteeId, root: MessageId): Promise<readonly ReplyFound[]>;
}

/** A service that is needed did not answer as it should; trying again later may help. */
export class Unavailable extends Error {
  readonly service: 'store' | 'connector' | 'graph' | 'keys';
  /** When to try again, in milliseconds, where it says so. */
  readonly after: number | undefined;

  constructor(service: Unavailable['service'], cause?: unknown, after?: number) {
    super(`${service} is unavailable`, { cause });
    this.name = 'Unavailable';
    this.service = service;
    this.after = after;
  }
}

/** A service refuses because nobody has granted the app what it needs: an owner of the team can. */
export class PermissionMissing extends Unavailable {
  constructor(service: Unavailable['service'], cause?: unknown) {
    super(service, cause);
    this.name = 'PermissionMissing';
  }
}

/** Who calls, as a verified token says. */
export interface Identity {
  readonly person: PersonId;
  readonly name: string;
  readonly tenant: string;
}

/** Reads who calls from an Authorization header. Throws `TokenError`, or `Unavailable` where the keys cannot be had. */
export type VerifyCaller = (authorization: string | null) => Promise<Identity>;

/** A caller who has not shown who they are. `detail` is for developers and holds nothing of the token. */
export class TokenError extends Error {
  /** `TenantForbidden`: a true token, of a tenant that is not served. */
  readonly code: 'TokenMissing' | 'TokenInvalid' | 'TenantForbidden';

  constructor(code: TokenError['code'], detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'TokenError';
    this.code = code;
  }
}

/** The bot's entry: a request as it came over HTTP, to be checked, read and answered. */
export type Inbound = (request: InboundRequest) => Promise<InboundResponse>;

export interface InboundRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface InboundResponse {
  readonly status: number;
  readonly body?: unknown;
}

/** Clock and randomness, so that neither is hidden. */
export interface Surroundings {
  now(): Instant;
  /** A new random id. */
  newId(): string;
  /** Starts work that nobody waits for; what it throws is logged by its code. */
  later(name: string, work: () => Promise<void>): void;
  /** Resolves after so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
  log(event: LogEvent): void;
}

/** A log line: a code and ids of ours. Never a name, a text, or a token. */
export interface LogEvent {
  readonly level: 'info' | 'warn' | 'error';
  readonly code: string;
  readonly [detail: string]: string | number | boolean | undefined;
}
