import { expect, it } from 'vitest';
import { slotAt } from './slotAt.ts';

/** Parts one below the other, of these heights. */
const stacked = (...heights: readonly number[]) =>
  heights.map((height, index) => ({ height, top: heights.slice(0, index).reduce((sum, each) => sum + each, 0) }));

it('leaves a part where it is while the pointer is over it', () => {
  expect([101, 150, 199].map((y) => slotAt(stacked(100, 100, 100), 1, y))).toEqual([1, 1, 1]);
});

it('moves it past each neighbour in whose place the pointer is', () => {
  expect([99, 0, -500].map((y) => slotAt(stacked(100, 100, 100), 2, y))).toEqual([0, 0, 0]);
  expect([199, 101].map((y) => slotAt(stacked(100, 100, 100), 2, y))).toEqual([1, 1]);
  expect([100, 199, 200, 900].map((y) => slotAt(stacked(100, 100, 100), 0, y))).toEqual([1, 1, 2, 2]);
});

it('rests under a pointer that rests, whatever the heights', () => {
  const heights = [40, 300, 90, 160];
  for (const from of heights.keys()) {
    for (let y = -50; y < 700; y += 5) {
      const to = slotAt(stacked(...heights), from, y);
      const rest = heights.toSpliced(from, 1);
      const then = stacked(...rest.toSpliced(to, 0, heights[from] ?? 0));
      expect(slotAt(then, to, y), `from ${from} at ${y}`).toBe(to);
    }
  }
});
