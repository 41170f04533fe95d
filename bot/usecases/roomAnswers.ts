import { type Answer, roomKey } from '#dialogue/answer';
import { DialogueError } from '#dialogue/errors';
import type { MeetingId, PersonId, RoundId } from '#dialogue/ids';
import { type Meeting, roundOf } from '#dialogue/meeting';
import { type DeleteRoom, deleteRoom, type RoomPlace, type WriteRoom, writeRoom } from '#dialogue/roomAnswer';
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
  /** Who must lead the item or be its *referent*; absent where that is known already. */
  readonly recorder?: PersonId | undefined;
}

/** Tries before an answer that is written from two places at once is given up. */
const TRIES = 8;

/**
 * Writes down what somebody said in the room (*sagt i mødet*), or corrects it. It is not shown in the thread.
 * @throws DialogueError `AnswerEmpty`, `AnswerChanged`, `AnswerNotFound`, `NotRecorder`, `MeetingEnded`, `RoundNotFound`, `MeetingNotFound`
 */
export const writeRoomAnswer = (deps: Deps, at: Place, command: WriteRoom, text: string): Promise<void> =>
  change(deps, at, (place, known) => writeRoom(place, known, command, text));

/** @throws DialogueError `AnswerNotFound`, `AnswerChanged`, `MeetingEnded`, `RoundNotFound`, `MeetingNotFound` */
export const deleteRoomAnswer = (deps: Deps, at: Place, command: DeleteRoom): Promise<void> =>
  change(deps, at, (_, known) => deleteRoom(known, command));

async function change(
  deps: Deps,
  at: Place,
  decide: (place: RoomPlace, known: Answer | undefined) => Answer,
): Promise<void> {
  const meeting = (await readMeeting(deps, at.meeting)).value;
  const round = roundOf(meeting, at.round);
  if (round === undefined) throw new DialogueError('RoundNotFound', at.round);
  if (meeting.status === 'ended') throw new DialogueError('MeetingEnded', meeting.id);
  refuseOthers(meeting, at);
  const key = roomKey(at.id);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = await deps.store.readAnswer(meeting.id, round.id, key);
    const answer = decide({ round, key, names: meeting.names }, known?.value);
    if (answer === known?.value) return;
    const promised = await deps.noted.before(meeting.id, round.id);
    if (!(await deps.store.commitAnswer(meeting.id, answer, known?.version, undefined))) continue;
    deps.noted.after(meeting.id, round.id, promised);
    return;
  }
  throw new Unavailable('store');
}

/** The role was checked on an item that may have been in other hands for half a second. */
function refuseOthers({ lead, scribe }: Meeting, { recorder }: Place): void {
  if (recorder === undefined || lead.person === recorder || scribe?.person === recorder) return;
  throw new DialogueError('NotRecorder');
}
