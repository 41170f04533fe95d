import type { ChosenQuestion } from './commands.ts';

/** Whether a question asks the same as another with its id: of a material the words may have changed since, of a committee's own they are all there is. */
export const asksTheSame = (one: ChosenQuestion, other: ChosenQuestion): boolean =>
  (one.theme !== undefined || one.text === other.text) && one.angle === other.angle && one.sentence === other.sentence;

/** Whether both are not there, or ask the same in the same time. */
export const isSame = (one: ChosenQuestion | undefined, other: ChosenQuestion | undefined): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && asksTheSame(one, other) && one.minutes === other.minutes);
