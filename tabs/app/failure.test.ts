import { expect, it } from 'vitest';
import { isOfFirst } from './failure.ts';

it('tells that somebody was first from what somebody may not do, or what is gone', () => {
  expect((['QuestionAlreadyPut', 'RoundClosed', 'NotFacilitator', 'PlanChanged'] as const).every(isOfFirst)).toBe(true);
  expect((['NotRecorder', 'AnswerNotFound', 'QuestionSentAhead'] as const).some(isOfFirst)).toBe(false);
});
