import { expect, it } from 'vitest';
import { ANGLE_LIMIT, PLAN_LIMIT } from '../../api/planLimits.ts';
import { isSound, minutesOf, tooMany, totalOf } from './checks.ts';
import { aChoice } from './choices.ts';

const choice = aChoice({ id: '1/1', text: 'x' });

it.each(['1', '8', ' 240 '])('reads %j as minutes', (written) => {
  expect(minutesOf(written)).toBe(Number(written));
});

it.each(['', '0', '241', '10000', '10.000', '8,5', '-3', 'otte', '1e2', '0x10'])(
  'does not read %j as minutes',
  (written) => {
    expect(minutesOf(written)).toBeUndefined();
  },
);

it('adds up the minutes that can be read', () => {
  expect(totalOf([choice, { ...choice, minutes: '12' }, { ...choice, minutes: 'otte' }])).toBe(20);
});

it('holds back a plan with minutes nobody can have, an angle too long, or too many questions', () => {
  expect(isSound([choice])).toBe(true);
  expect(isSound([choice, { ...choice, minutes: '0' }])).toBe(false);
  expect(isSound([{ ...choice, angle: 'x'.repeat(ANGLE_LIMIT) + ' ' }])).toBe(true);
  expect(isSound([{ ...choice, angle: 'x'.repeat(ANGLE_LIMIT + 1) }])).toBe(false);
  const many = Array.from({ length: 200 }, () => choice);
  expect(isSound(many)).toBe(false);
  expect(tooMany(many)).toBe(200 - PLAN_LIMIT);
});
