import type { Command } from './commands.ts';
import { DialogueError } from './errors.ts';
import { type RoundId, roundIdOf } from './ids.ts';
import { aheadOf, type Meeting, questionOf, roundOf, type SentAhead } from './meeting.ts';
import { isPut } from './plan.ts';
import { aheadPostKey, duePost, type Post } from './post.ts';

/** Rounds that were sent out beforehand have taken their ids, also where that was given up. */
export const nextRound = ({ rounds, ahead }: Meeting): RoundId =>
  roundIdOf(new Set([...rounds.map(({ id }) => id), ...ahead.map(({ round }) => round)]).size + 1);

/** @throws DialogueError `QuestionUnknown`, `QuestionAlreadyPut`, `QuestionSentAhead` */
export function sendAhead(
  meeting: Meeting,
  command: Command & { type: 'sendAhead' },
): { readonly meeting: Meeting; readonly posts: readonly Post[] } {
  const question = questionOf(meeting, command.question);
  if (question === undefined) throw new DialogueError('QuestionUnknown', command.question);
  if (isPut(meeting, question.id)) throw new DialogueError('QuestionAlreadyPut', question.id);
  if (aheadOf(meeting, question.id) !== undefined) throw new DialogueError('QuestionSentAhead', question.id);
  const round = nextRound(meeting);
  return {
    meeting: { ...meeting, ahead: [...meeting.ahead, { round, question: question.id, at: command.at }] },
    posts: [duePost({ key: aheadPostKey(round), kind: 'preparation', round })],
  };
}

/**
 * What is gone from the channel is sent again in its own round, where the replies to it are kept.
 * @throws DialogueError `QuestionAlreadyPut`
 */
export function sendAheadAgain(meeting: Meeting, { round, at }: Command & { type: 'sendAheadAgain' }): Meeting {
  if (roundOf(meeting, round) !== undefined) throw new DialogueError('QuestionAlreadyPut', round);
  return changed(meeting, round, (one) => ({ ...one, sentAgainAt: at }));
}

/**
 * What is given up can be changed, taken out and sent anew, in a round of its own: the first may still turn up. What was
 * sent again has been in the channel, and may have been answered there, so that it stays what it was.
 */
export const giveUpAhead = (meeting: Meeting, { round, at }: Command & { type: 'giveUpAhead' }): Meeting =>
  changed(meeting, round, (one) => (one.sentAgainAt === undefined ? { ...one, givenUpAt: at } : one));

const changed = (meeting: Meeting, round: RoundId, change: (one: SentAhead) => SentAhead): Meeting => ({
  ...meeting,
  ahead: meeting.ahead.map((one) => (one.round === round ? change(one) : one)),
});
