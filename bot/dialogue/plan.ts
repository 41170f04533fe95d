import { isBlank } from './answer.ts';
import type { ChosenQuestion, Command } from './commands.ts';
import { DialogueError } from './errors.ts';
import type { QuestionId } from './ids.ts';
import { aheadOf, type Meeting, type PlannedQuestion } from './meeting.ts';
import { mergePlans } from './mergePlans.ts';
import { asksTheSame, isSame } from './sameQuestion.ts';

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
  if (isBlank(words)) throw new DialogueError('TitleEmpty');
  return words;
}

/**
 * Makes a plan of what was chosen; a question that was chosen twice alike stands there once.
 * @throws DialogueError `PlanEmpty`, `PlanTooLong`, `QuestionTwice`, `MinutesOutOfRange`, `AngleTooLong`
 */
export function planned(chosen: readonly ChosenQuestion[]): readonly PlannedQuestion[] {
  if (chosen.length === 0) throw new DialogueError('PlanEmpty');
  if (chosen.length > PLAN_LIMIT) throw new DialogueError('PlanTooLong', `more than ${PLAN_LIMIT}`);
  return once(chosen.map(complete)).map((question) => ({ ...question, mode: 'open', skipped: false }));
}

type Complete = ChosenQuestion & Pick<PlannedQuestion, 'minutes'>;

function complete(question: ChosenQuestion): Complete {
  const { minutes = DEFAULT_MINUTES } = question;
  if (!Number.isInteger(minutes) || minutes < MINUTES.least || minutes > MINUTES.most) {
    throw new DialogueError('MinutesOutOfRange', question.id);
  }
  const angle = question.angle?.trim();
  if (angle !== undefined && angle.length > ANGLE_LIMIT) throw new DialogueError('AngleTooLong', question.id);
  return { ...question, minutes, angle: angle === undefined || isBlank(angle) ? undefined : angle };
}

/** Of one question in two versions nobody could say which is meant. @throws DialogueError `QuestionTwice` */
function once(chosen: readonly Complete[]): readonly Complete[] {
  const unique = new Map<string, Complete>();
  for (const question of chosen) {
    const other = unique.get(question.id);
    if (other !== undefined && !isSame(other, question)) throw new DialogueError('QuestionTwice', question.id);
    unique.set(question.id, question);
  }
  return [...unique.values()];
}

/**
 * Changes what is left of a plan: questions that were put stay where and as they are, for the plan is also the record of
 * what was asked. What others changed since `base` stands beside it.
 * @throws DialogueError `PlanChanged`, `QuestionSentAhead`, and what `planned` refuses
 */
export function changePlan(meeting: Meeting, command: Command & { type: 'changePlan' }): Meeting {
  const [base, mine] = [command.base.map(complete), once(command.plan.map(complete))];
  const isOpen = ({ id }: { readonly id: string }): boolean => !isPut(meeting, id);
  const put = meeting.plan.filter((question) => !isOpen(question));
  refuseOvertaken(put, base, mine);
  const stored = meeting.plan.filter(isOpen);
  const merged = asSent(meeting, mergePlans(base.filter(isOpen), stored, mine.filter(isOpen)));
  const skipped = new Set(stored.filter((question) => question.skipped).map(({ id }) => id));
  const rest = merged.length === 0 ? [] : planned(merged);
  const plan = [...put, ...rest.map((question) => ({ ...question, skipped: skipped.has(question.id) }))];
  // Where each left something, but each took out what the other left, they decide it between them.
  if (plan.length === 0) throw new DialogueError(mine.length === 0 ? 'PlanEmpty' : 'PlanChanged');
  if (plan.length > PLAN_LIMIT) throw new DialogueError('PlanTooLong', `more than ${PLAN_LIMIT}`);
  const known = new Set(meeting.themes.map((theme) => theme.number));
  return {
    ...meeting,
    plan,
    title: mergeTitle(meeting.title, command),
    themes: [...meeting.themes, ...command.themes.filter((theme) => !known.has(theme.number))],
  };
}

/**
 * What was put is changed by nobody. Who leaves it out of their plan may have seen that; who has other words for it than
 * they began with has not.
 * @throws DialogueError `PlanChanged`
 */
function refuseOvertaken(
  put: readonly PlannedQuestion[],
  base: readonly ChosenQuestion[],
  mine: readonly ChosenQuestion[],
): void {
  for (const question of put) {
    const [before, now] = [base, mine].map((plan) => plan.find(({ id }) => id === question.id));
    if (now !== undefined && !isSame(question, now) && !isSame(before, now)) {
      throw new DialogueError('PlanChanged', question.id);
    }
  }
}

/** As with a question: who changed it wins over who did not. @throws DialogueError `TitleEmpty`, `PlanChanged` where both did */
function mergeTitle(stored: string, { title, baseTitle }: Command & { type: 'changePlan' }): string {
  if (title === undefined) return stored;
  const mine = titleOf(title);
  if (baseTitle === undefined || baseTitle === stored || mine === stored) return mine;
  if (mine === baseTitle) return stored;
  throw new DialogueError('PlanChanged', 'title');
}

/**
 * What was sent out beforehand stands in the channel: it can be moved and get other minutes, but neither goes nor is
 * reworded.
 * @throws DialogueError `QuestionSentAhead`
 */
function asSent(meeting: Meeting, plan: readonly ChosenQuestion[]): readonly ChosenQuestion[] {
  const sent = meeting.plan.filter(({ id }) => aheadOf(meeting, id) !== undefined && !isPut(meeting, id));
  const gone = sent.find(({ id }) => !plan.some((question) => question.id === id));
  if (gone !== undefined) throw new DialogueError('QuestionSentAhead', gone.id);
  return plan.map((question) => {
    const stands = sent.find(({ id }) => id === question.id);
    if (stands === undefined) return question;
    if (!asksTheSame(stands, question)) throw new DialogueError('QuestionSentAhead', question.id);
    return { ...stands, minutes: question.minutes };
  });
}
