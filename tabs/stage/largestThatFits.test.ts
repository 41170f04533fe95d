import { describe, expect, it } from 'vitest';
import { largestThatFits } from './largestThatFits.ts';

describe('largestThatFits', () => {
  it.each([40, 41, 67, 95, 96])('finds %i, the largest that fits', (wanted) => {
    expect(largestThatFits({ least: 40, most: 96 }, (size) => size <= wanted)).toBe(wanted);
  });

  it('gives the least where nothing fits, and where the window is too small for a range', () => {
    expect(largestThatFits({ least: 40, most: 96 }, () => false)).toBe(40);
    expect(largestThatFits({ least: 28, most: 20 }, () => true)).toBe(28);
  });
});
