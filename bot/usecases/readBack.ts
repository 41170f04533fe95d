import { type Answer, replyKey, type Seen } from '#dialogue/answer';
import type { CommitteeId, RoundId } from '#dialogue/ids';
import { elapsed, type Instant, plus } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import { digestPostKey } from '#dialogue/post';
import {
  correctionOf,
  isInDoubt,
  isToBeReadBack,
  type ReadBack,
  type ReplyFound,
  type Root,
  rootsOf,
  type ThreadFound,
} from '#dialogue/readBack';
import type { Team } from '#dialogue/team';
import { commandIn } from './commandIn.ts';
import type { Outbox } from './deps.ts';
import { attendLater } from './outbox.ts';
import { PermissionMissing, Unavailable } from './ports.ts';
import { postsToUpdate } from './postsToUpdate.ts';
import { isOrphan, promise, type Promised } from './promise.ts';
import { type ReadBackDue, writeReadBack } from './promiseReadBack.ts';

/** After so many milliseconds it is tried again, for as often as there is a number. */
const AGAIN = [20_000, 2 * 60_000, 10 * 60_000, 60 * 60_000];
/** What is tried again within so many milliseconds does not wait for the timer. */
const SOON = 2 * 60_000;

/** Reads back once what made it necessary is committed, without making anybody wait. */
export function readBackLater(deps: Outbox, dues: readonly ReadBackDue[]): void {
  if (dues.length === 0) return;
  deps.surroundings.later('readBack', async () => {
    // One after the other: Graph takes few calls at once for a team.
    for (const due of dues) await readBack(deps, due, 'first');
  });
}

/**
 * Reads the threads of a round back from Teams, and puts right what is kept: what nobody told of is taken in, changed or
 * taken away. What came of it is written down, for panel and digest say so. Done twice it changes nothing.
 */
export async function readBack(deps: Outbox, due: ReadBackDue, time: 'first' | 'again' = 'again'): Promise<void> {
  if (deps.channelReading === 'off') return deps.store.removeDue(due);
  const meeting = (await deps.store.readMeeting(due.readBack.meeting))?.value;
  if (meeting === undefined || !isToBeReadBack(meeting, due.readBack.round)) {
    // Written before its cause: that may still be on its way, or never come.
    if (isOrphan(due, deps.surroundings.now())) await deps.store.removeDue(due);
    return;
  }
  await writeNext(deps, due, await readRound(deps, meeting, due.readBack.round, time));
  await deps.store.removeDue(due);
}

/** What came of it. `after`: how long Graph wants to be left alone, in milliseconds, where it says so. */
interface Read {
  readonly status: ReadBack['status'];
  readonly after?: number | undefined;
}

async function writeNext(deps: Outbox, { readBack: ref }: ReadBackDue, { status, after = 0 }: Read): Promise<void> {
  const wait = AGAIN[ref.tries];
  if (status !== 'unavailable' || wait === undefined) return;
  const at = plus(deps.surroundings.now(), Math.max(wait, after));
  const due = await writeReadBack(deps, { ...ref, tries: ref.tries + 1 }, at);
  // The timer comes by every few minutes only.
  if (wait <= SOON) deps.surroundings.later('readBack', () => waitAndReadBack(deps, due));
}

async function waitAndReadBack(deps: Outbox, due: ReadBackDue): Promise<void> {
  await deps.surroundings.pause(Math.max(0, elapsed(deps.surroundings.now(), due.at)));
  await readBack(deps, due);
}

async function readRound(deps: Outbox, meeting: Meeting, round: RoundId, time: 'first' | 'again'): Promise<Read> {
  const { answers, posts, readBacks } = await deps.store.readRoundOn(meeting.id, round);
  const threads = await deps.store.listThreads(meeting.committee);
  const roots = rootsOf({ posts, threads }, meeting.id, round);
  const team = (await deps.store.readTeam(meeting.team))?.value;
  // Where the question never was in the channel, that is what is said; it is read back once it is found there.
  if (roots.length === 0 || team === undefined) return { status: 'complete' };
  const at = deps.surroundings.now();
  const found: ReplyFound[] = [];
  const listed = await readThreads(deps, { team, committee: meeting.committee, roots }, found);
  const ofRound = answers.filter((answer) => answer.round === round);
  const { corrections, read } = correctionsOf({ found, listed, at }, ofRound);
  const isNews = readBacks.find((one) => one.round === round)?.status !== read.status;
  for (const seen of corrections) await deps.store.mergeAnswer(meeting.id, { ...seen, round, revision: 0 });
  if (isNews) await deps.store.saveReadBack(meeting.id, { round, at, status: read.status });
  // Last, for whoever looks after a post in between crosses it off. Mostly nothing is to be put right, and then nothing is
  // written; whoever was gone in between has put it right already, and left this.
  const dues = await promiseUpdates(deps, meeting, round, { all: corrections.length > 0 || time === 'again', isNews });
  // Its time was over while Teams was asked: nothing else would find what was just written of it.
  if ((await deps.store.readMeeting(meeting.id)) === undefined) await deps.store.eraseMeeting(meeting, at);
  const level = read.status === 'complete' ? 'info' : 'warn';
  deps.surroundings.log({ level, code: `ReadBack.${read.status}`, corrections: corrections.length });
  attendLater(deps, dues);
  return read;
}

/** Whether it could be read is said in the digest alone. */
function promiseUpdates(
  deps: Outbox,
  meeting: Meeting,
  round: RoundId,
  { all, isNews }: { readonly all: boolean; readonly isNews: boolean },
): Promise<readonly Promised[]> {
  const posts = postsToUpdate(meeting, round).filter(({ key }) => all || (isNews && key === digestPostKey(1)));
  return Promise.all(posts.map((ref) => promise(deps, ref)));
}

interface Threads {
  readonly team: Team;
  readonly committee: CommitteeId;
  readonly roots: readonly Root[];
}

/** Adds to `found` what could be read, whatever ends it. */
async function readThreads(deps: Outbox, { team, committee, roots }: Threads, found: ReplyFound[]): Promise<Read> {
  try {
    let isWhole = true;
    for (const root of roots) {
      const thread = (await deps.threads.read(team, committee, root.message)) ?? notFound(root);
      found.push(...thread.replies);
      isWhole &&= thread.isWhole;
    }
    return { status: isWhole ? 'complete' : 'unavailable' };
  } catch (error) {
    if (error instanceof PermissionMissing) return { status: 'notAllowed' };
    if (error instanceof Unavailable && error.service === 'graph') return { status: 'unavailable', after: error.after };
    throw error;
  }
}

/** A message that was deleted may be gone for good, with all that was under it. */
const notFound = ({ isThere }: Root): ThreadFound => ({ replies: [], isWhole: !isThere });

/**
 * What is to be put right; `read` is not complete where nobody can tell yet of some of it. What asks the bot for something is no
 * answer, as when Teams tells of it.
 */
function correctionsOf(
  { found, listed, at }: { readonly found: readonly ReplyFound[]; readonly listed: Read; readonly at: Instant },
  answers: readonly Answer[],
): { readonly corrections: readonly Seen[]; readonly read: Read } {
  const known = new Map(answers.map((answer) => [answer.key, answer]));
  const pairs = found
    .filter(({ mention }) => mention === undefined || commandIn(mention) === undefined)
    .map((reply) => [reply, known.get(replyKey(reply.message))] as const);
  const inDoubt = listed.status === 'complete' && pairs.some(([reply, answer]) => isInDoubt(reply, answer, at));
  return {
    corrections: pairs.flatMap(([reply, answer]) => correctionOf(reply, answer, at) ?? []),
    read: inDoubt ? { status: 'unavailable' } : listed,
  };
}
