import { committeeOf, type CommitteeId, type MeetingId, type RoundId, roundIdOf, type TeamId } from '#dialogue/ids';
import { elapsed, type Instant } from '#dialogue/instant';
import { currentRound, hasDigest, type Meeting } from '#dialogue/meeting';
import { type PostState, takesAnswers } from '#dialogue/post';
import type { Committee, Team } from '#dialogue/team';
import type { Snapshot } from '#dialogue/view';
import type { RoundRows, Store, Stored, Surroundings } from './ports.ts';

/** What all panels of an instance share. */
export interface Snapshots {
  /** The committee and its newest item, at most half a second old. Undefined for a channel that is no committee. */
  current(committee: CommitteeId): Promise<CommitteeSnapshot | undefined>;
  /** The same, read after this call began: for whoever has just written. */
  fresh(committee: CommitteeId): Promise<CommitteeSnapshot | undefined>;
  /** An item's head, at most half a second old. */
  glimpse(meeting: MeetingId): Promise<Meeting | undefined>;
  /** A team, at most `SELDOM` old. */
  team(team: TeamId): Promise<Team | undefined>;
  /** What this process has just changed of a row that is read seldom is read anew when it is asked for next. */
  forget(changed: { readonly committee: CommitteeId } | { readonly team: TeamId }): void;
}

export interface CommitteeSnapshot {
  /** While a question is put it may be `SELDOM` old. */
  readonly committee: Committee;
  readonly item?: Snapshot | undefined;
  /** The item that is being prepared, with the posts of what was sent out beforehand and what came to them; read while none is open. */
  readonly next?: Pick<Snapshot, 'meeting' | 'posts' | 'answers'> | undefined;
}

/** Oldest snapshot that is shown, in milliseconds. */
const MAX_AGE = 500;
/**
 * A team's address and channels change seldom, and so does what a committee is, which is read so while a question is
 * put; milliseconds. What another process changed is seen after so long.
 */
const SELDOM = 30_000;
/** Snapshots that nobody asked for in so long, in milliseconds, are let go. */
const IDLE = 10 * 60_000;

interface Shared<T> {
  value?: T;
  begunAt: Instant;
  reading?: Promise<T>;
}

type Reads = Pick<Store, 'readTeam' | 'readCommittee' | 'readMeeting' | 'readRoundOn'>;

export function createSnapshots(store: Reads, { now }: Pick<Surroundings, 'now'>): Snapshots {
  const committees = createShared<CommitteeSnapshot | undefined>(now);
  const heads = createShared<Stored<Meeting> | undefined>(now);
  const teams = createShared<Stored<Team> | undefined>(now, SELDOM);
  const rows = createShared<Stored<Committee> | undefined>(now, SELDOM);
  const readRow: ReadRow = async (id, age) => (await rows[age](id, () => store.readCommittee(id)))?.value;
  const glimpse = async (meeting: MeetingId): Promise<Meeting | undefined> => {
    // Where panels are polling, what they read is new enough and costs nothing more.
    const polled = committees.peek(committeeOf(meeting) ?? '')?.item?.meeting;
    if (polled?.id === meeting) return polled;
    return (await heads.recent(meeting, () => store.readMeeting(meeting)))?.value;
  };
  return {
    current: (committee) => committees.recent(committee, (known) => readCommittee(store, readRow, committee, known)),
    fresh: (committee) => committees.after(committee, (known) => readCommittee(store, readRow, committee, known)),
    glimpse,
    team: async (team) => (await teams.recent(team, () => store.readTeam(team)))?.value,
    forget(changed) {
      if ('committee' in changed) rows.forget(changed.committee);
      else teams.forget(changed.team);
    },
  };
}

/** One read at a time for each name, shared by all who ask while it is young enough. */
function createShared<T>(
  now: () => Instant,
  maxAge = MAX_AGE,
): {
  recent(name: string, read: (known: T | undefined) => Promise<T>): Promise<T>;
  after(name: string, read: (known: T | undefined) => Promise<T>): Promise<T>;
  /** What is there and young enough, without reading. */
  peek(name: string): T | undefined;
  /** What is there, or is being read, is given to nobody who asks from now on. */
  forget(name: string): void;
} {
  const all = new Map<string, Shared<T>>();

  function begin(name: string, read: (known: T | undefined) => Promise<T>): Promise<T> {
    const known = all.get(name)?.value;
    const entry: Shared<T> = { begunAt: now(), ...(known === undefined ? {} : { value: known }) };
    const reading = read(known).then(
      (value) => {
        delete entry.reading;
        entry.value = value;
        return value;
      },
      (error: unknown) => {
        if (all.get(name) === entry) all.delete(name);
        throw error;
      },
    );
    entry.reading = reading;
    all.set(name, entry);
    for (const [other, { begunAt }] of all) if (elapsed(begunAt, now()) > IDLE) all.delete(other);
    return reading;
  }

  const isYoung = (entry: Shared<T> | undefined): entry is Shared<T> =>
    entry !== undefined && elapsed(entry.begunAt, now()) < maxAge;

  return {
    peek(name) {
      const entry = all.get(name);
      return isYoung(entry) ? entry.value : undefined;
    },
    recent(name, read) {
      const entry = all.get(name);
      if (entry?.reading !== undefined) return entry.reading;
      return isYoung(entry) ? Promise.resolve(entry.value as T) : begin(name, read);
    },
    async after(name, read) {
      const running = all.get(name)?.reading;
      if (running === undefined) return begin(name, read);
      // The one that is running may have begun before the write; the next one is shared by all who wait with us.
      await running.catch(() => undefined);
      return all.get(name)?.reading ?? begin(name, read);
    },
    forget(name) {
      all.delete(name);
    },
  };
}

/** Reads a committee's row, now or as it was not long ago. */
type ReadRow = (id: CommitteeId, age: 'recent' | 'after') => Promise<Committee | undefined>;

/** While a question is put the item's own head tells all that changes fast; else the committee's row has news. */
async function readCommittee(
  store: Reads,
  readRow: ReadRow,
  id: CommitteeId,
  known: CommitteeSnapshot | undefined,
): Promise<CommitteeSnapshot | undefined> {
  const open = await stillOpen(store, readRow, known);
  if (open !== undefined) return open;
  const committee = await readRow(id, 'after');
  if (committee === undefined) return undefined;
  const [item, next] = await Promise.all([readLast(store, committee, known), readNext(store, committee)]);
  return { committee, item, next };
}

/** The item opened last. One that is won but not opened yet still counts as prepared. */
async function readLast(
  store: Reads,
  { open }: Committee,
  known: CommitteeSnapshot | undefined,
): Promise<Snapshot | undefined> {
  if (open === undefined) return undefined;
  const item = await readItem(store, open, known?.item?.meeting.id === open ? known.item : undefined);
  return item?.meeting.status === 'planned' ? undefined : item;
}

async function readNext(store: Reads, { next }: Committee): Promise<CommitteeSnapshot['next']> {
  const meeting = next === undefined ? undefined : (await store.readMeeting(next))?.value;
  if (meeting?.status !== 'planned') return undefined;
  const { posts, answers } = meeting.ahead.length === 0 ? NO_ROWS : await store.readRoundOn(meeting.id, FIRST_ROUND);
  return { meeting, posts, answers };
}

async function stillOpen(
  store: Reads,
  readRow: ReadRow,
  known: CommitteeSnapshot | undefined,
): Promise<CommitteeSnapshot | undefined> {
  if (known?.item?.meeting.status !== 'open' || known.item.meeting.rounds.length === 0) return undefined;
  const [item, committee] = await Promise.all([
    readItem(store, known.item.meeting.id, known.item),
    readRow(known.committee.id, 'recent'),
  ]);
  // Until a question is put the committee may still change who sees what.
  return item?.meeting.status === 'open' && item.meeting.rounds.length > 0
    ? { committee: committee ?? known.committee, item }
    : undefined;
}

/** Head and range at once, from the round on that was known to matter; a round that has just begun costs one more read. */
async function readItem(store: Reads, id: MeetingId, known: Snapshot | undefined): Promise<Snapshot | undefined> {
  const from = known && firstThatMatters(known);
  const [head, read] = await Promise.all([
    store.readMeeting(id),
    from === undefined ? undefined : store.readRoundOn(id, from),
  ]);
  if (head === undefined) return undefined;
  if (!hasDigest(head.value)) return joined(head, NO_ROWS);
  const round = currentRound(head.value)?.id;
  // Rows of a round that began between the two reads may be missing.
  const isWhole = round === (known && currentRound(known.meeting)?.id);
  return joined(head, isWhole && read !== undefined ? read : await store.readRoundOn(id, lower(from, round)));
}

/** A question that was sent out beforehand is put in a round with a lower id than those that were put before it. */
const lower = (from: RoundId | undefined, round: RoundId | undefined): RoundId =>
  from === undefined || round === undefined ? FIRST_ROUND : from < round ? from : round;

const NO_ROWS: RoundRows = { answers: [], posts: [], readBacks: [], newest: undefined };

const joined = (head: Stored<Meeting>, { answers, posts, readBacks, newest }: RoundRows): Snapshot => ({
  meeting: head.value,
  answers,
  posts,
  readBacks,
  version: newer(head.writtenAt, newest),
});

/** Rounds before the current one are of the past, unless one's question is still to be settled in the channel. */
function firstThatMatters({ meeting, posts }: Snapshot): RoundId | undefined {
  // What was sent out beforehand is not in the channel for certain before a question is put.
  if (meeting.rounds.length === 0) return hasDigest(meeting) ? FIRST_ROUND : undefined;
  const unsettled = posts.filter(({ key, state }) => isUnsettled(meeting, key) && !SETTLED.has(state.status));
  // Rounds that were sent out beforehand are not put in the order of their ids.
  return [...unsettled.map(({ round }) => round), currentRound(meeting)?.id].filter((id) => id !== undefined).sort()[0];
}

const isUnsettled = ({ id }: Meeting, key: string): boolean => takesAnswers({ table: 'Meetings', partition: id, key });

const FIRST_ROUND = roundIdOf(1);
const SETTLED: ReadonlySet<PostState['status']> = new Set(['sent', 'dropped', 'gone']);

const newer = (one: Instant, other: Instant | undefined): Instant => (other !== undefined && other > one ? other : one);
