import { QUESTION_LIMIT } from '../../api/limits.ts';
import { ANGLE_LIMIT, MINUTES, PLAN_LIMIT } from '../../api/planLimits.ts';
import type { Choice } from './choices.ts';

/** How many minutes were written; undefined where it is no number of minutes that a question can have. */
export function minutesOf(written: string): number | undefined {
  const minutes = /^\d{1,3}$/.test(written.trim()) ? Number(written) : 0;
  return minutes >= MINUTES.least && minutes <= MINUTES.most ? minutes : undefined;
}

/** The minutes of a plan together, as far as they can be read. */
export const totalOf = (choices: readonly Choice[]): number =>
  choices.reduce((sum, { minutes }) => sum + (minutesOf(minutes) ?? 0), 0);

export const isAngleTooLong = ({ angle }: Choice): boolean => angle.trim().length > ANGLE_LIMIT;

export const isOwnTooLong = (own: string): boolean => own.trim().length > QUESTION_LIMIT;

/** How many questions have to go, since a plan has no room for them. */
export const tooMany = (choices: readonly Choice[]): number => Math.max(0, choices.length - PLAN_LIMIT);

/** Whether nothing that was written about a question is wrong. */
export const isFit = (choice: Choice): boolean => minutesOf(choice.minutes) !== undefined && !isAngleTooLong(choice);

/** Whether the server will take the plan; what it would not take is said beside the field. */
export const isSound = (choices: readonly Choice[]): boolean => tooMany(choices) === 0 && choices.every(isFit);
