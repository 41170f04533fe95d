import { type Answer, roomKey } from '#dialogue/answer';
import { DialogueError } from '#dialogue/errors';
import type { MeetingId, RoundId } from '#dialogue/ids';
import { type Round, roundOf } from '#dialogue/meeting';
import { deleteRoom, type RoomCommand, type WriteRoom, writeRoom } from '#dialogue/roomAnswer';
import type { AnswerNoted } from './answerNoted.ts';
import type { Outbox } from './deps.ts';
import { readMeeting } from './lead.ts';
import { Unavailable } from './ports.ts';

type Deps = Outbox & { readonly noted: AnswerNoted };

interface Place {
  readonly meeting: MeetingId;
  readonly round: RoundId;
  /** Made by the client for each thing that was said. */
  readonly id: string;
}

/** Tries before an answer that is written from two places at once is given up. */
const TRIES = 8;

/**
 * Writes down what somebody said in the room (*sagt i mødet*), or corrects it. It is not shown in the thread.
 * @throws DialogueError `AnswerEmpty`, `AnswerChanged`, `MeetingEnded`, `RoundNotFound`, `MeetingNotFound`
 */
export const writeRoomAnswer = (deps: Deps, at: Place, command: WriteRoom, text: string): Promise<void> =>
  change(deps, at, (round, key, known) => writeRoom(round, key, known, command, text));

/** @throws DialogueError `AnswerNotFound`, `MeetingEnded`, `RoundNotFound`, `MeetingNotFound` */
export const deleteRoomAnswer = (deps: Deps, at: Place, command: RoomCommand): Promise<void> =>
  change(deps, at, (_, __, known) => deleteRoom(known, command));

async function change(
  deps: Deps,
  at: Place,
  decide: (round: Round, key: Answer['key'], known: Answer | undefined) => Answer,
): Promise<void> {
  const meeting = (await readMeeting(deps, at.meeting)).value;
  const round = roundOf(meeting, at.round);
  if (round === undefined) throw new DialogueError('RoundNotFound', at.round);
  if (meeting.status === 'ended') throw new DialogueError('MeetingEnded', meeting.id);
  const key = roomKey(at.id);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = await deps.store.readAnswer(meeting.id, round.id, key);
    const answer = decide(round, key, known?.value);
    if (answer === known?.value) return;
    await deps.noted.before(meeting.id, round.id);
    if (!(await deps.store.commitAnswer(meeting.id, answer, known?.version, undefined))) continue;
    deps.noted.after(meeting.id, round.id);
    return;
  }
  throw new Unavailable('store');
}
