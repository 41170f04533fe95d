import { describe, expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { decide, openMeeting } from './decide.ts';
import type { DialogueErrorCode } from './errors.ts';
import { committeeOf } from './ids.ts';
import type { Meeting } from './meeting.ts';
import { PLAN_LIMIT } from './plan.ts';
import { anna, at, chosen, frozen, lone, opened, opening, theme } from './testing/samples.ts';

type Wish = Command extends infer One ? (One extends Command ? Omit<One, 'id' | 'at' | 'by'> : never) : never;

let moment = 0;
const command = (wish: Wish, id = `command-${(moment += 1)}`): Command => ({
  ...wish,
  id,
  at: at(moment * 1_000),
  by: lone,
});

const put = (question: string): Wish => ({ type: 'putQuestion', question });
const close = (round: string): Wish => ({ type: 'closeRound', round });
const end: Wish = { type: 'endMeeting', cause: 'facilitator' };
/** Begun from the plan as it was opened, or from another. */
const plan = (numbers: readonly number[], base: readonly number[] = [1, 2, 3]): Wish => ({
  type: 'changePlan',
  base: base.map(chosen),
  plan: numbers.map(chosen),
  themes: [theme],
});

const after = (wishes: readonly Wish[], meeting: Meeting = opened()): Meeting =>
  wishes.reduce((known, wish) => decide(frozen(known), command(wish)).meeting, meeting);

const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

describe('openMeeting', () => {
  it('opens an item that names its committee and is led by whoever opened it', () => {
    const meeting = opened();
    expect(meeting).toMatchObject({ status: 'open', lead: lone, rounds: [], names: 'shown', openedAt: at(0) });
    expect(committeeOf(meeting.id)).toBe(meeting.committee);
    expect(meeting.plan.map(({ id, skipped, mode, minutes }) => ({ id, skipped, mode, minutes }))).toEqual([
      { id: '3/1', skipped: false, mode: 'open', minutes: 8 },
      { id: '3/2', skipped: false, mode: 'open', minutes: 8 },
      { id: '3/3', skipped: false, mode: 'open', minutes: 8 },
    ]);
  });

  it('takes a question that was chosen twice once', () => {
    expect(opened({ plan: [chosen(1), chosen(1)] }).plan).toHaveLength(1);
  });

  it.each([
    ['PlanEmpty', []],
    ['PlanTooLong', numbers(1, PLAN_LIMIT + 1).map(chosen)],
  ] as const)('refuses with %s', (code, questions) => {
    expect(() => openMeeting(opening({ plan: questions }))).toThrow(expect.objectContaining({ code }));
  });
});

describe('decide', () => {
  it('puts a question: its round is open, and its post goes out with it', () => {
    const decision = decide(opened(), command(put('3/2')));
    expect(decision.meeting.rounds).toMatchObject([
      { id: 'r001', status: 'open', question: '3/2', putBy: 'Lone Ravn' },
    ]);
    expect(decision.posts).toEqual([{ key: 'r001!p!q', kind: 'question', round: 'r001', state: { status: 'due' } }]);
  });

  it('closes a round, and puts the next', () => {
    const meeting = after([put('3/1'), close('r001'), put('3/2')]);
    expect(meeting.rounds.map(({ id, status }) => `${id} ${status}`)).toEqual(['r001 closed', 'r002 open']);
  });

  it('skips a question, and takes it up again', () => {
    const skipped = after([{ type: 'skipQuestion', question: '3/2' }]);
    expect(skipped.plan.map((question) => question.skipped)).toEqual([false, true, false]);
    expect(after([{ type: 'takeUpQuestion', question: '3/2' }], skipped).plan.some(({ skipped: yes }) => yes)).toBe(
      false,
    );
    expect(after([put('3/2')], skipped).plan.some(({ skipped: yes }) => yes)).toBe(false);
  });

  it('changes the plan, but not what was put nor what was skipped', () => {
    const known = after([put('3/2'), close('r001'), { type: 'skipQuestion', question: '3/3' }]);
    const other = { number: 4, title: 'En stærk fortælling', direction: [] };
    const renamed = { ...theme, title: 'Et nyt navn' };
    const changed = decide(known, {
      ...command(plan([4, 3])),
      type: 'changePlan',
      base: [1, 2, 3].map(chosen),
      plan: [{ ...chosen(2), text: 'Noget andet?' }, chosen(4), chosen(3)],
      themes: [renamed, other],
    }).meeting;
    expect(changed.plan.map(({ id, skipped }) => `${id} ${String(skipped)}`)).toEqual([
      '3/2 false',
      '3/4 false',
      '3/3 true',
    ]);
    expect(changed.plan[0]?.text).toBe('Spørgsmål 2?');
    expect(changed.themes).toEqual([theme, other]);
  });

  it('ends an item: what is open is closed, and one digest goes out', () => {
    const { meeting, posts } = decide(after([put('3/1')]), command({ type: 'endMeeting', cause: 'time' }));
    expect(meeting).toMatchObject({ status: 'ended', endedBy: 'time', rounds: [{ status: 'closed' }] });
    expect(posts).toEqual([{ key: 'z!p!digest!1', kind: 'digest', state: { status: 'due' } }]);
  });

  it('makes no digest of an item where nothing was asked', () => {
    expect(decide(opened(), command(end)).posts).toEqual([]);
  });

  it('remembers when somebody led on', () => {
    const led = command(put('3/1'));
    expect(decide(opened(), led).meeting.commandAt).toBe(led.at);
  });

  it('does a command that comes twice once', () => {
    const twice = command(put('3/1'));
    const once = decide(opened(), twice).meeting;
    expect(decide(once, twice)).toEqual({ meeting: once, posts: [] });
    expect(decide(once, { ...twice, by: anna, at: at(99_000) }).meeting).toBe(once);
  });

  it('knows a command again also when it ended the item', () => {
    const ending = command(end);
    const ended = decide(after([put('3/1')]), ending).meeting;
    expect(decide(ended, ending)).toEqual({ meeting: ended, posts: [] });
  });

  it('remembers the last sixteen commands', () => {
    const wishes = numbers(0, 20).map((index): Wish => ({
      type: index % 2 === 0 ? 'skipQuestion' : 'takeUpQuestion',
      question: '3/1',
    }));
    expect(after(wishes).commands).toHaveLength(16);
  });

  const REFUSALS: readonly (readonly [DialogueErrorCode, string, readonly Wish[], Wish])[] = [
    ['MeetingEnded', 'putting a question after the end', [end], put('3/1')],
    ['MeetingEnded', 'ending twice', [end], end],
    ['PlanEmpty', 'a plan without questions', [], plan([])],
    ['PlanTooLong', 'a plan that is too long', [], plan(numbers(1, PLAN_LIMIT + 1))],
    ['PlanTooLong', 'a plan too long with what was put', [put('3/1')], plan(numbers(2, PLAN_LIMIT))],
    ['MeetingAlreadyOpen', 'opening what is open', [], { type: 'openPlanned' }],
    ['QuestionUnknown', 'putting what is not in the plan', [], put('9/9')],
    ['QuestionUnknown', 'skipping what is not in the plan', [], { type: 'skipQuestion', question: '9/9' }],
    ['QuestionUnknown', 'taking up what is not in the plan', [], { type: 'takeUpQuestion', question: '9/9' }],
    ['QuestionAlreadyPut', 'putting a question twice', [put('3/1'), close('r001')], put('3/1')],
    ['QuestionAlreadyPut', 'skipping what was put', [put('3/1')], { type: 'skipQuestion', question: '3/1' }],
    ['QuestionAlreadyPut', 'taking up what was put', [put('3/1')], { type: 'takeUpQuestion', question: '3/1' }],
    ['RoundStillOpen', 'putting the next while one is open', [put('3/1')], put('3/2')],
    ['RoundStillOpen', 'putting the same while it is open', [put('3/1')], put('3/1')],
    ['RoundNotFound', 'closing what was never put', [], close('r001')],
    ['RoundClosed', 'closing twice', [put('3/1'), close('r001')], close('r001')],
    ['RoundClosed', 'closing an earlier round', [put('3/1'), close('r001'), put('3/2')], close('r001')],
  ];

  it.each(REFUSALS)('refuses with %s: %s', (code, _, before, wish) => {
    const meeting = frozen(after(before));
    expect(() => decide(meeting, command(wish))).toThrow(expect.objectContaining({ name: 'DialogueError', code }));
  });
});
