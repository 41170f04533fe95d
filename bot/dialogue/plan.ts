import type { ChosenQuestion, Command } from './commands.ts';
import { DialogueError } from './errors.ts';
import type { QuestionId } from './ids.ts';
import { aheadOf, type Meeting, type PlannedQuestion } from './meeting.ts';
import { mergePlans } from './mergePlans.ts';

/** Most questions in one plan. */
export const PLAN_LIMIT = 40;
/** Minutes of a question for which nobody has said how many. */
export const DEFAULT_MINUTES = 8;
/** Fewest and most minutes of a question. */
export const MINUTES = { least: 1, most: 240 } as const;
/** Longest *dagens vinkel*, in characters. */
export const ANGLE_LIMIT = 300;

export const isPut = (meeting: Meeting, question: QuestionId): boolean =>
  meeting.rounds.some((round) => round.question === question);

/** @throws DialogueError `TitleEmpty` */
export function titleOf(title: string): string {
  const words = title.trim();
  if (words === '') throw new DialogueError('TitleEmpty');
  return words;
}

/**
 * Makes a plan of what was chosen; a question that was chosen twice stands there once.
 * @throws DialogueError `PlanEmpty`, `PlanTooLong`, `MinutesOutOfRange`, `AngleTooLong`
 */
export function planned(chosen: readonly ChosenQuestion[]): readonly PlannedQuestion[] {
  if (chosen.length === 0) throw new DialogueError('PlanEmpty');
  if (chosen.length > PLAN_LIMIT) throw new DialogueError('PlanTooLong', `more than ${PLAN_LIMIT}`);
  const unique = new Map(chosen.map((question) => [question.id, question]));
  return [...unique.values()].map((question) => ({ ...complete(question), mode: 'open', skipped: false }));
}

function complete(question: ChosenQuestion): ChosenQuestion & Pick<PlannedQuestion, 'minutes'> {
  const { minutes = DEFAULT_MINUTES } = question;
  if (!Number.isInteger(minutes) || minutes < MINUTES.least || minutes > MINUTES.most) {
    throw new DialogueError('MinutesOutOfRange', question.id);
  }
  const angle = question.angle?.trim();
  if (angle !== undefined && angle.length > ANGLE_LIMIT) throw new DialogueError('AngleTooLong', question.id);
  return { ...question, minutes, angle: angle === '' ? undefined : angle };
}

/**
 * Changes what is left of a plan: questions that were put stay where and as they are, for the plan is also the record of
 * what was asked. What others changed since `base` stands beside it.
 * @throws DialogueError `PlanChanged` and what `planned` refuses
 */
export function changePlan(meeting: Meeting, command: Command & { type: 'changePlan' }): Meeting {
  const [put, rest] = [true, false].map((wanted) => meeting.plan.filter(({ id }) => isPut(meeting, id) === wanted));
  const open = (plan: readonly ChosenQuestion[]): readonly ChosenQuestion[] =>
    plan.filter(({ id }) => !isPut(meeting, id)).map(complete);
  const merged = withSentAhead(meeting, mergePlans(open(command.base), rest ?? [], open(command.plan)));
  const skipped = new Set(meeting.plan.filter((question) => question.skipped).map(({ id }) => id));
  const plan = [
    ...(put ?? []),
    ...(merged.length === 0 ? [] : planned(merged)).map((question) => ({
      ...question,
      skipped: skipped.has(question.id),
    })),
  ];
  if (plan.length === 0) throw new DialogueError('PlanEmpty');
  if (plan.length > PLAN_LIMIT) throw new DialogueError('PlanTooLong', `more than ${PLAN_LIMIT}`);
  const known = new Set(meeting.themes.map((theme) => theme.number));
  return {
    ...meeting,
    plan,
    title: command.title === undefined ? meeting.title : titleOf(command.title),
    themes: [...meeting.themes, ...command.themes.filter((theme) => !known.has(theme.number))],
  };
}

/** What was sent out beforehand stands in the channel: it can be moved, but neither goes nor is reworded. */
function withSentAhead(meeting: Meeting, plan: readonly ChosenQuestion[]): readonly ChosenQuestion[] {
  const sent = meeting.plan.filter(({ id }) => aheadOf(meeting, id) !== undefined && !isPut(meeting, id));
  return [
    ...plan.map((question) => {
      const stands = sent.find(({ id }) => id === question.id);
      return stands === undefined ? question : { ...stands, minutes: question.minutes };
    }),
    ...sent.filter(({ id }) => !plan.some((question) => question.id === id)),
  ];
}
