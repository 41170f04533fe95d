import type { Answer } from '#dialogue/answer';
import { DialogueError } from '#dialogue/errors';
import type { CommitteeId, MeetingId, PersonId, RoundId } from '#dialogue/ids';
import { askedIn } from '#dialogue/meeting';
import { forgotten, isErasable, isMine } from '#dialogue/mine';
import type { AnswerNoted } from './answerNoted.ts';
import type { Outbox } from './deps.ts';
import { readMeeting } from './lead.ts';
import { deleteAnswer } from './ownAnswers.ts';
import type { Store } from './ports.ts';
import { itemsOf } from './readMine.ts';
import { eraseTrial } from './trials.ts';

type Deps = Outbox & { readonly store: Store; readonly noted: AnswerNoted };
type Command = Parameters<typeof deleteAnswer>[2];

/**
 * Deletes one answer of whoever asks, wherever they wrote it. What they wrote in the thread stays in Teams, where only
 * they can delete it. Done once more it changes nothing.
 * @throws DialogueError `AnswerNotFound` for what is not theirs, `RoundNotFound`, `MeetingNotFound`
 */
export async function eraseAnswer(
  deps: Deps,
  at: { readonly meeting: MeetingId; readonly round: RoundId; readonly key: string },
  command: Command,
): Promise<void> {
  const meeting = (await readMeeting(deps, at.meeting)).value;
  if (askedIn(meeting, at.round) === undefined) throw new DialogueError('RoundNotFound', at.round);
  const { answers } = await deps.store.readRoundOn(meeting.id, at.round);
  const known = answers.find(({ round, key }) => round === at.round && key === at.key);
  // Nobody is its author any more, so this may be the same wish again, and there is nothing left to refuse.
  if (known?.life === 'forgotten') return;
  if (known === undefined || !isMine(known, command.by.person)) throw new DialogueError('AnswerNotFound');
  await erase(deps, meeting.id, known, command);
}

/**
 * Deletes every answer of whoever asks in a committee, row by row: whatever ends it in the middle, what is gone is gone,
 * and asking again does the rest.
 */
export async function eraseMine(deps: Deps, committee: CommitteeId, command: Command): Promise<void> {
  await eraseTrial(deps, { committee, person: command.by.person });
  await forgetHeld(deps, committee, command.by.person);
  for (const item of await itemsOf(deps.store, committee)) {
    const { answers } = await deps.store.readAllRounds(item);
    for (const answer of answers) {
      if (isErasable(answer, command.by.person)) await erase(deps, item, answer, command);
    }
  }
}

async function erase(deps: Deps, meeting: MeetingId, answer: Answer, command: Command): Promise<void> {
  const { round } = answer;
  if (answer.source === 'own') {
    await deleteAnswer(deps, { meeting, round }, command);
    return;
  }
  const promised = await deps.noted.before(meeting, round);
  await deps.store.mergeAnswer(meeting, forgotten(answer, command.at));
  deps.noted.after(meeting, round, promised);
}

/** A reply whose question is not settled yet: forgotten where it is held, it becomes an answer without words or author. */
async function forgetHeld({ store }: Deps, committee: CommitteeId, person: PersonId): Promise<void> {
  for (const held of await store.listHeld(committee)) {
    const { reply } = held;
    if (reply.author?.person !== person) continue;
    await store.hold(committee, { ...held, reply: forgotten(reply, reply.at) });
  }
}
