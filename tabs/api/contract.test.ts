import { expect, it } from 'vitest';
import { addresses as contract } from '#contract/addresses';
import * as requests from '#contract/requests';
import { ANSWER_LIMIT as answerLimit } from '#dialogue/answer';
import { COMMITTEE_LIMIT as committeeLimit } from '#dialogue/decideSetup';
import * as plans from '#dialogue/plan';
import { addresses } from './addresses.ts';
import { ANSWER_LIMIT, QUESTION_LIMIT, TITLE_LIMIT } from './limits.ts';
import * as planLimits from './planLimits.ts';
import { COMMITTEE_LIMIT } from './setupLimits.ts';

const ids = ['19:a/b#c@thread.tacv2', 'r001!p!q', 'm1/2'] as const;

it('calls the addresses that the contract names', () => {
  const called = (table: typeof contract) => Object.entries(table).map(([name, at]) => [name, at(...ids)]);
  expect(called(addresses)).toEqual(called(contract));
});

it('tells the limits that the contract sets', () => {
  const { title } = requests.OpenMeeting.shape;
  expect(ANSWER_LIMIT).toBe(answerLimit);
  expect(QUESTION_LIMIT).toBe(requests.QUESTION_LIMIT);
  expect(title.safeParse('x'.repeat(TITLE_LIMIT)).success).toBe(true);
  expect(title.safeParse('x'.repeat(TITLE_LIMIT + 1)).success).toBe(false);
});

it('tells the limits of a plan that the rules set', () => {
  const { PLAN_LIMIT, ANGLE_LIMIT, DEFAULT_MINUTES, MINUTES } = planLimits;
  expect({ PLAN_LIMIT, ANGLE_LIMIT, DEFAULT_MINUTES, MINUTES }).toEqual({
    PLAN_LIMIT: plans.PLAN_LIMIT,
    ANGLE_LIMIT: plans.ANGLE_LIMIT,
    DEFAULT_MINUTES: plans.DEFAULT_MINUTES,
    MINUTES: plans.MINUTES,
  });
});

it('tells how long a committee’s list may be, and its name as long as a title', () => {
  expect(COMMITTEE_LIMIT).toBe(committeeLimit);
  const { name } = requests.ChangeSetup.shape;
  expect(name.safeParse('x'.repeat(TITLE_LIMIT)).success).toBe(true);
  expect(name.safeParse('x'.repeat(TITLE_LIMIT + 1)).success).toBe(false);
});
