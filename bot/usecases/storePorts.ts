import type { Answer } from '#dialogue/answer';
import type { Announced, Held, Thread } from '#dialogue/held';
import type { CommitteeId, MeetingId, MessageId, RoundId, TeamId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { Post, PostOwner, PostRef } from '#dialogue/post';
import type { ReadBack } from '#dialogue/readBack';
import type { Committee, HistoryEntry, Team } from '#dialogue/team';
import type { Trial, TrialRef } from '#dialogue/trial';

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
  /** Deletes just that version. */
  eraseTeam(team: TeamId, over: string): Promise<void>;
}

export interface CommitteeStore {
  readCommittee(committee: CommitteeId): Promise<Stored<Committee> | undefined>;
  /** Inserts where `over` is undefined, else replaces just that version. */
  saveCommittee(committee: Committee, over: string | undefined): Promise<Won>;
  saveHistory(committee: CommitteeId, entry: HistoryEntry): Promise<void>;
  /** The newest items of a committee's history, at most `most`, newest first. */
  listHistory(committee: CommitteeId, most: number): Promise<readonly HistoryEntry[]>;
  /**
   * Deletes everything that is stored of a committee: its items, the work that is due on them, and last its own rows. Nothing
   * that was written after `isMeant` said no. `false`: it did.
   */
  eraseCommittee(committee: CommitteeId, isMeant: () => Promise<boolean>): Promise<boolean>;
  readTrial(ref: TrialRef): Promise<Trial | undefined>;
  /** In place of whatever was there. */
  saveTrial(ref: TrialRef, trial: Trial): Promise<void>;
  eraseTrial(ref: TrialRef): Promise<void>;
}

/** Who owns which thread, and replies that came before that was known. */
export interface ThreadStore {
  readThread(committee: CommitteeId, root: MessageId): Promise<Thread | undefined>;
  /** Every thread that is owned in a committee. */
  listThreads(committee: CommitteeId): Promise<readonly Thread[]>;
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
  /** Deletes everything of an item, the threads it owns first and its head last. Its line in the history says so from then on. */
  eraseMeeting(meeting: Meeting, at: Instant): Promise<void>;
  /** Deletes the head of an item that was never opened. */
  removeMeeting(meeting: MeetingId): Promise<void>;
  /** In one transaction: replaces the head over a version, inserts posts, replaces one. Also true when an earlier try whose answer was lost had written it. */
  commitMeeting(meeting: Meeting, over: string, posts: readonly Post[], replaced?: PostOver): Promise<Won>;
  /** In place of what was written of its round before, unless that is of a later reading. */
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
  erasePost(ref: PostRef): Promise<void>;
}

/** Work that is due at a time: a post to settle or to forget, an item to end or to delete, a trial or a whole team to delete, or a round's threads to read back. */
export type Due = { readonly at: Instant } & (
  | { readonly post: PostRef }
  | { readonly passing: PostRef }
  | { readonly ending: MeetingId }
  | { readonly trial: TrialRef }
  | { readonly expiring: MeetingId }
  | { readonly erasing: TeamId }
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
  /** All work that was due at `now`, from every bucket. */
  listDue(now: Instant): Promise<DueList>;
}

export interface DueList {
  /** Oldest first. */
  readonly dues: readonly Due[];
  /** How many rows nobody can make out: they keep nothing else waiting. */
  readonly broken: number;
}

export type Store = TeamStore & CommitteeStore & ThreadStore & MeetingStore & AnswerStore & PostStore & DueStore;
