import { describe, expect, it } from 'vitest';
import { type Announced, distanceFrom, mayBeThreadOf } from './held.ts';
import { millisecondsOf } from './instant.ts';
import { at } from './testing/samples.ts';

const MINUTE = 60_000;
const announced: Announced = {
  post: { table: 'Meetings', partition: 'meeting', key: 'r001!p!q' },
  first: at(0),
  last: at(10 * MINUTE),
};
const rootAt = (moment: number): string => String(millisecondsOf(at(moment)));

describe('mayBeThreadOf', () => {
  it.each([-5 * MINUTE, 0, 7 * MINUTE, 15 * MINUTE])('holds for a root made %i ms after the announcement', (moment) => {
    expect(mayBeThreadOf(rootAt(moment), announced)).toBe(true);
  });

  it.each([-5 * MINUTE - 1, 15 * MINUTE + 1])('does not hold for one made %i ms after', (moment) => {
    expect(mayBeThreadOf(rootAt(moment), announced)).toBe(false);
  });

  it('does not hold for a root that is no time', () => expect(mayBeThreadOf('x', announced)).toBe(false));
});

describe('distanceFrom', () => {
  it.each([
    [-3, 3],
    [0, 0],
    [10 * MINUTE, 0],
    [10 * MINUTE + 7, 7],
  ])('a root made %i ms after the announcement is %i', (moment, distance) => {
    expect(distanceFrom(rootAt(moment), announced)).toBe(distance);
  });
});
