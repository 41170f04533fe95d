import { describe, expect, it } from 'vitest';
import type { ChosenQuestion } from './commands.ts';
import { decide, openMeeting } from './decide.ts';
import type { Meeting } from './meeting.ts';
import { ANGLE_LIMIT, MINUTES, planned, titleOf } from './plan.ts';
import { at, chosen, frozen, lone, opened, opening, theme } from './testing/samples.ts';

const one = (more: Partial<ChosenQuestion>): readonly ChosenQuestion[] => [{ ...chosen(1), ...more }];
const refusedWith = (code: string): unknown => expect.objectContaining({ name: 'DialogueError', code });

let ids = 0;
const change = (
  meeting: Meeting,
  base: readonly ChosenQuestion[],
  plan: readonly ChosenQuestion[],
  title?: string,
  baseTitle?: string,
) =>
  decide(frozen(meeting), {
    type: 'changePlan',
    id: `command-${(ids += 1)}`,
    at: at(1_000),
    by: lone,
    base,
    plan,
    themes: [theme],
    title,
    baseTitle,
  }).meeting;

describe('the minutes of a question', () => {
  it.each([
    [undefined, 8],
    [MINUTES.least, 1],
    [MINUTES.most, 240],
    [5, 5],
  ])('that were chosen as %s are %s', (minutes, expected) => {
    expect(planned(one({ minutes })).map((question) => question.minutes)).toEqual([expected]);
  });

  it.each([0, -1, 241, 10_000, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('are not %s', (minutes) => {
    expect(() => planned(one({ minutes }))).toThrow(refusedWith('MinutesOutOfRange'));
    expect(() => openMeeting(opening({ plan: one({ minutes }) }), 'planned')).toThrow(refusedWith('MinutesOutOfRange'));
    expect(() => change(opened(), [chosen(1)], one({ minutes }))).toThrow(refusedWith('MinutesOutOfRange'));
  });
});

describe('the angle of a question', () => {
  it('is what was written, without the blanks around it', () => {
    expect(planned(one({ angle: ' Hos os i dag \n' }))[0]?.angle).toBe('Hos os i dag');
  });

  it.each(['', '   ', '\n\t'])('is none where it is blank (%j)', (angle) => {
    expect(planned(one({ angle }))[0]?.angle).toBeUndefined();
  });

  it('is at most as long as the limit, blanks around it not counted', () => {
    const longest = 'x'.repeat(ANGLE_LIMIT);
    expect(planned(one({ angle: ` ${longest} ` }))[0]?.angle).toBe(longest);
    expect(() => planned(one({ angle: `${longest}x` }))).toThrow(refusedWith('AngleTooLong'));
    expect(() => change(opened(), [chosen(1)], one({ angle: `${longest}x` }))).toThrow(refusedWith('AngleTooLong'));
  });
});

describe('the title of an item', () => {
  it.each(['', ' ', '\n\t '])('is not blank (%j)', (title) => {
    expect(() => titleOf(title)).toThrow(refusedWith('TitleEmpty'));
    expect(() => openMeeting(opening({ title }))).toThrow(refusedWith('TitleEmpty'));
    expect(() => change(opened(), [], [chosen(1)], title)).toThrow(refusedWith('TitleEmpty'));
  });

  it('stays as it was where the plan alone is changed', () => {
    const begun = [1, 2, 3].map(chosen);
    expect(change(opened(), begun, [chosen(1)]).title).toBe('Trivsel');
    expect(change(opened(), begun, [chosen(1)], ' Velkomst ').title).toBe('Velkomst');
  });

  it.each([
    ['mine, where they left it', 'Trivsel', 'Velkomst', 'Trivsel', 'Velkomst'],
    ['theirs, where I left it', 'Deres', 'Trivsel', 'Trivsel', 'Deres'],
    ['what both call it', 'Velkomst', 'Velkomst', 'Trivsel', 'Velkomst'],
  ])('is %s', (_, stored, mine, base, expected) => {
    const meeting = { ...opened(), title: stored };
    expect(change(meeting, [1, 2, 3].map(chosen), [chosen(1)], ` ${mine} `, base).title).toBe(expected);
  });

  it('is refused where both gave it another', () => {
    const meeting = { ...opened(), title: 'Deres' };
    expect(() => change(meeting, [], [chosen(1)], 'Mit', 'Trivsel')).toThrow(refusedWith('PlanChanged'));
  });
});

describe('a plan that is changed', () => {
  it('keeps of each question its minutes, angle and sentence', () => {
    const added = { ...chosen(4), minutes: 3, angle: 'Hos os', sentence: 1 };
    expect(change(opened(), [], [added]).plan.find(({ id }) => id === '3/4')).toEqual({
      ...added,
      mode: 'open',
      skipped: false,
    });
  });

  it('keeps beside it what somebody else added meanwhile', () => {
    const theirs = change(opened(), [1, 2, 3].map(chosen), [1, 2, 3, 4].map(chosen));
    const mine = change(theirs, [1, 2, 3].map(chosen), [5, 1, 2, 3].map(chosen));
    expect(mine.plan.map(({ id }) => id)).toEqual(['3/5', '3/1', '3/2', '3/3', '3/4']);
  });

  const put = decide(opened(), {
    type: 'putQuestion',
    question: '3/2',
    id: 'command-put',
    at: at(500),
    by: lone,
  }).meeting;

  it('leaves what was put meanwhile where and as it was put', () => {
    const begun = [1, 2, 3].map(chosen);
    const kept = change(put, begun, [chosen(1), chosen(2)]);
    expect(kept.plan).toEqual([put.plan[1], put.plan[0]]);
    expect(change(put, begun, [chosen(1)]).plan).toEqual(kept.plan);
  });

  it.each([{ minutes: 3 }, { angle: 'Nyt' }, { sentence: 1 }])(
    'tells whoever gave what was put meanwhile other words or minutes: %j',
    (more) => {
      const mine = [chosen(1), { ...chosen(2), ...more }];
      expect(() => change(put, [1, 2, 3].map(chosen), mine)).toThrow(refusedWith('PlanChanged'));
      // Whoever knows that it was put, and sends it as it was put, has changed nothing.
      expect(change(put, [], [chosen(1), chosen(2)]).plan.map(({ id }) => id)).toEqual(['3/2', '3/1', '3/3']);
    },
  );

  it('is refused, and not called empty, where each of two took out what the other left', () => {
    const begun = [1, 2].map(chosen);
    const theirs = change(opened({ plan: begun }), begun, [chosen(1)]);
    expect(() => change(theirs, begun, [chosen(2)])).toThrow(refusedWith('PlanChanged'));
    expect(() => change(theirs, begun, [])).toThrow(refusedWith('PlanEmpty'));
  });

  it('has one question once, and is refused where it is there in two versions', () => {
    const [one, other] = [0, 1].map((sentence) => ({ ...chosen(4), sentence }));
    if (one === undefined || other === undefined) throw new Error('two versions');
    expect(planned([one, chosen(1), one]).map(({ id }) => id)).toEqual(['3/4', '3/1']);
    expect(() => planned([one, other])).toThrow(refusedWith('QuestionTwice'));
    expect(() => change(opened(), [1, 2, 3].map(chosen), [chosen(1), one, other])).toThrow(
      refusedWith('QuestionTwice'),
    );
  });

  it('is refused where both gave one question other minutes, and nothing is changed', () => {
    const begun = [1, 2, 3].map(chosen);
    const theirs = change(opened(), begun, [{ ...chosen(1), minutes: 5 }, chosen(2), chosen(3)]);
    expect(() => change(theirs, begun, [{ ...chosen(1), minutes: 6 }, chosen(2), chosen(3)])).toThrow(
      refusedWith('PlanChanged'),
    );
    expect(theirs.plan[0]?.minutes).toBe(5);
  });
});
