import { type Answer, replyKey } from '#dialogue/answer';
import type { MeetingId, RoundId } from '#dialogue/ids';
import { type Instant, plus } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import { correctionOf, isToBeReadBack, type ReadBack, type ReplyFound, rootsOf } from '#dialogue/readBack';
import { postsToUpdate } from './answerNoted.ts';
import { commandIn } from './commandIn.ts';
import type { Outbox } from './deps.ts';
import { attendLater } from './outbox.ts';
import { promise } from './promise.ts';
import { type Due, PermissionMissing, type RoundRef, Unavailable } from './ports.ts';

type ReadBackDue = Due & { readonly readBack: RoundRef };

/** After so many milliseconds it is tried again, for as often as there is a number. */
const AGAIN = [20_000, 2 * 60_000, 10 * 60_000, 60 * 60_000];
/** Work whose cause never came is crossed off after so long, in milliseconds. */
const ORPHAN = 10 * 60_000;

/** Writes down, before the command that closes rounds is committed, that their threads are to be read back. */
export async function promiseReadBack(
  deps: Outbox,
  meeting: Meeting,
  rounds: readonly RoundId[],
): Promise<ReadBackDue[]> {
  if (deps.channelReading === 'off') return [];
  return Promise.all(
    rounds.map((round) => write(deps, { meeting: meeting.id, round, tries: 0 }, deps.surroundings.now())),
  );
}

export function readBackLater(deps: Outbox, dues: readonly ReadBackDue[]): void {
  for (const due of dues) deps.surroundings.later('readBack', () => readBack(deps, due));
}

async function write({ store }: Outbox, ref: RoundRef, at: Instant): Promise<ReadBackDue> {
  const due = { at, readBack: ref };
  await store.addDue(due);
  return due;
}

/**
 * Reads the threads of a round back from Teams, and puts right what is kept: what nobody told of is taken in, changed or
 * taken away. What came of it is written down, for panel and digest say so. Done twice it changes nothing.
 */
export async function readBack(deps: Outbox, due: ReadBackDue): Promise<void> {
  const meeting = (await deps.store.readMeeting(due.readBack.meeting))?.value;
  const { round, tries } = due.readBack;
  if (meeting === undefined || !isToBeReadBack(meeting, round)) {
    // Written before its cause: that may still be on its way, or never come.
    if (due.at < plus(deps.surroundings.now(), -ORPHAN)) await deps.store.removeDue(due);
    return;
  }
  const wait = await tryReadBack(deps, meeting, round);
  const after = wait === 'asSaid' ? AGAIN[tries] : wait;
  const next = after === undefined || AGAIN[tries] === undefined ? undefined : Math.max(after, AGAIN[tries]);
  if (next !== undefined) await write(deps, { ...due.readBack, tries: tries + 1 }, plus(deps.surroundings.now(), next));
  await deps.store.removeDue(due);
}

/** @returns milliseconds after which to try again, `asSaid` where the service does not say; undefined where that is of no use */
async function tryReadBack(deps: Outbox, meeting: Meeting, round: RoundId): Promise<number | 'asSaid' | undefined> {
  const { answers, posts } = await deps.store.readRoundOn(meeting.id, round);
  const roots = rootsOf(posts, round);
  const team = (await deps.store.readTeam(meeting.team))?.value;
  // Where the question is not in the channel, that is what is said; it is read back once it is found there.
  if (roots.length === 0 || team === undefined) return undefined;
  const dues = await Promise.all(postsToUpdate(meeting, round).map((ref) => promise(deps, ref)));
  const at = deps.surroundings.now();
  let again: number | 'asSaid' | undefined;
  let status: ReadBack['status'] = 'complete';
  try {
    for (const root of roots) {
      const found = await deps.threads.read(team, meeting.committee, root);
      for (const reply of found) await putRight(deps, meeting, round, reply, answers);
    }
  } catch (error) {
    if (!(error instanceof Unavailable && error.service === 'graph')) throw error;
    status = error instanceof PermissionMissing ? 'notAllowed' : 'unavailable';
    again = status === 'notAllowed' ? undefined : (error.after ?? 'asSaid');
  }
  await deps.store.saveReadBack(meeting.id, { round, at, status });
  deps.surroundings.log({ level: status === 'complete' ? 'info' : 'warn', code: `ReadBack.${status}` });
  attendLater(deps, dues);
  return again;
}

/** What asks the bot for something is no answer, as when Teams tells of it. */
async function putRight(
  { store }: Outbox,
  meeting: Meeting,
  round: RoundId,
  reply: ReplyFound,
  answers: readonly Answer[],
): Promise<void> {
  if (reply.mention !== undefined && commandIn(reply.mention) !== undefined) return;
  const known = answers.find((answer) => answer.round === round && answer.key === replyKey(reply.message));
  const seen = correctionOf(reply, known);
  if (seen !== undefined) await store.mergeAnswer(meeting.id, { ...seen, round, revision: 0 });
}

/**
 * Something is found out of a round that may be closed: where its question stands, or that the words of a reply are
 * missing. Then its thread is read back (again).
 */
export async function readBackFound(deps: Outbox, id: MeetingId, round: RoundId): Promise<void> {
  const meeting = (await deps.store.readMeeting(id))?.value;
  if (meeting === undefined || !isToBeReadBack(meeting, round)) return;
  readBackLater(deps, await promiseReadBack(deps, meeting, [round]));
}
