import { expect, it } from 'vitest';
import { latestThatFit, showsAsMuch } from './latestThatFit.ts';

/** Of 10 px a line and 10 px around it. */
const anAnswer = (lines: number) => ({ lines, line: 10, around: 10 });

it('shows all where all have room', () => {
  expect(latestThatFit([anAnswer(1), anAnswer(2)], 50, 10)).toEqual({ seen: 2, whole: 2, lines: 5, room: 'enough' });
  expect(latestThatFit([], 50, 10)).toEqual({ seen: 0, whole: 0, lines: 5, room: 'enough' });
});

it('shows as many of the latest as have room whole, beneath the line that says so', () => {
  const answers = [anAnswer(1), anAnswer(1), anAnswer(1)];
  expect(latestThatFit(answers, 59, 19)).toEqual({ seen: 2, whole: 2, lines: 5, room: 'enough' });
  expect(latestThatFit(answers, 59, 20)).toEqual({ seen: 1, whole: 1, lines: 5, room: 'enough' });
});

it('leaves room for others beside a very long answer', () => {
  expect(latestThatFit([anAnswer(40), anAnswer(1)], 80, 10)).toEqual({ seen: 2, whole: 1, lines: 5, room: 'enough' });
});

it('shows the beginning of the latest where it has no room', () => {
  expect(latestThatFit([anAnswer(1), anAnswer(9)], 50, 10)).toEqual({ seen: 1, whole: 0, lines: 3, room: 'enough' });
  expect(latestThatFit([anAnswer(9)], 50, 10)).toEqual({ seen: 1, whole: 0, lines: 4, room: 'enough' });
  expect(latestThatFit([anAnswer(1), anAnswer(1)], 25, 10)).toEqual({ seen: 1, whole: 0, lines: 1, room: 'scant' });
});

it('takes less for as much neither where an answer is left out nor where one is cut', () => {
  const all = latestThatFit([anAnswer(1), anAnswer(2)], 50, 10);
  expect(showsAsMuch(all, all)).toBe(true);
  expect(showsAsMuch(latestThatFit([anAnswer(1), anAnswer(2)], 49, 10), all)).toBe(false);
  expect(showsAsMuch(latestThatFit([anAnswer(1), anAnswer(6)], 99, 10), all)).toBe(false);
  expect(showsAsMuch(latestThatFit([anAnswer(9)], 40, 10), latestThatFit([anAnswer(9)], 50, 10))).toBe(false);
});
