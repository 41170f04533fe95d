import type { PlannedView } from '../../api/views.ts';
import { type Choice, toChoice } from './choices.ts';

/** The questions that stand in the channel beforehand and are not put yet: they can be moved and timed, but neither go nor are reworded. */
export const sentAhead = (plan: readonly PlannedView[]): readonly PlannedView[] =>
  plan.filter(({ status, ahead }) => ahead !== undefined && (status === 'waiting' || status === 'skipped'));

/** The choices with every question that was sent out among them, also one that somebody had taken out before. */
export const withAll = (choices: readonly Choice[], sent: readonly PlannedView[]): readonly Choice[] => [
  ...choices,
  ...sent.filter(({ id }) => !choices.some((choice) => choice.id === id)).map(toChoice),
];

/** The choices as they can be saved: what was sent out as it was sent, with its new minutes. */
export const asSent = (choices: readonly Choice[], sent: readonly PlannedView[]): readonly Choice[] =>
  withAll(choices, sent).map((choice) => {
    const stands = sent.find(({ id }) => id === choice.id);
    return stands === undefined ? choice : { ...toChoice(stands), minutes: choice.minutes };
  });
