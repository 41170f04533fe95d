import type { Command } from '#dialogue/commands';
import { decide, type Decision } from '#dialogue/decide';
import { DialogueError } from '#dialogue/errors';
import { committeeOf, type MeetingId } from '#dialogue/ids';
import { type Meeting, roundOf, sentAhead } from '#dialogue/meeting';
import { chatBeside } from '#dialogue/meetingChat';
import { roundsToReadBack } from '#dialogue/readBack';
import { aheadPostKey, POINTER_POST_KEY, type PostRef, questionPostKey } from '#dialogue/post';
import type { Deps, Outbox } from './deps.ts';
import { promiseItemErasure } from './eraseItem.ts';
import { withNames } from './fixNames.ts';
import { noteHistory } from './history.ts';
import { attendLater, attendTwiceLater } from './outbox.ts';
import { promise, type Promised } from './promise.ts';
import { promiseReadBack } from './promiseReadBack.ts';
import { readBackLater } from './readBack.ts';
import { type Stored, Unavailable } from './ports.ts';
import { withReaders } from './withReaders.ts';

/** Tries before a head that others keep changing is given up. */
const TRIES = 8;

/**
 * Carries a command out on an item: decide, write head and posts in one transaction, and only then post. Whoever loses
 * a race decides anew on what the winner left, and may then be refused.
 * @throws DialogueError where the rules refuse it
 */
export async function lead(
  deps: Outbox & Pick<Deps, 'memberships'>,
  id: MeetingId,
  command: Command,
): Promise<Meeting> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await readMeeting(deps, id);
    const decision = decide(stored.value, await withNames(deps, stored.value, command));
    if (decision.meeting === stored.value) return stored.value;
    const posts = await Promise.all(decision.posts.map((post) => withReaders(deps, id, post)));
    const dues = await promiseAll(deps, stored.value, { ...decision, posts });
    const { meeting } = decision;
    const closed = roundsToReadBack(stored.value, meeting);
    const readBacks = await promiseReadBack(deps, meeting, closed);
    await promiseItemErasure(deps, meeting);
    if (!(await deps.store.commitMeeting(decision.meeting, stored.version, posts))) continue;
    // Before the digest is sent: whoever sends it writes the line anew, with the place where it stands.
    if (decision.meeting.status === 'ended') await noteHistory(deps, id);
    (closed.length > 0 ? attendTwiceLater : attendLater)(deps, dues);
    readBackLater(deps, readBacks);
    deps.surroundings.log({ level: 'info', code: `Meeting.${command.type}` });
    return decision.meeting;
  }
  throw new Unavailable('store');
}

/** @throws DialogueError `MeetingNotFound` */
export async function readMeeting({ store }: Pick<Outbox, 'store'>, id: MeetingId): Promise<Stored<Meeting>> {
  const stored = committeeOf(id) === undefined ? undefined : await store.readMeeting(id);
  if (stored === undefined) throw new DialogueError('MeetingNotFound');
  return stored;
}

/** New posts, and the cards of rounds that this closes. */
async function promiseAll(deps: Outbox, before: Meeting, { meeting, posts }: Decision): Promise<Promised[]> {
  const owner = { table: 'Meetings', partition: meeting.id } as const;
  const closed = meeting.rounds.filter(
    (round, index) => round.status === 'closed' && before.rounds[index]?.status === 'open',
  );
  const refs: PostRef[] = [
    ...closed.map((round) => ({ ...owner, key: questionPostKey(round.id) })),
    ...posts.map((post) => ({ ...owner, key: post.key })),
    // What was sent out beforehand says from now on that it is put, or that it is not going to be.
    ...sentAhead(meeting)
      .filter(({ round }) => roundOf(before, round) === undefined)
      .filter(({ round }) => roundOf(meeting, round) !== undefined || meeting.status === 'ended')
      .map(({ round }) => ({ ...owner, key: aheadPostKey(round) })),
  ];
  return Promise.all([...refs, ...pointed(before, meeting)].map((ref) => promise(deps, ref)));
}

/** The line in the meeting's chat says that the item is over; with each question it is looked after when that is there. */
const pointed = (before: Meeting, meeting: Meeting): readonly PostRef[] =>
  meeting.status === 'ended' &&
  before.status === 'open' &&
  meeting.rounds.length > 0 &&
  chatBeside(meeting) !== undefined
    ? [{ table: 'Meetings', partition: meeting.id, key: POINTER_POST_KEY }]
    : [];
