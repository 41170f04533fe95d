import { expect, it } from 'vitest';
import { Diary } from '../faults/real/diary.ts';
import { playReal } from '../faults/real/playReal.ts';
import type { Climate } from '../faults/real/storeWeather.ts';

/** As a whole run, but nobody is killed while Teams makes a message, or just before: that it is lost is known a minute later. */
const SHORT: Climate = {
  outageEvery: [60, 120],
  outageFor: [1_000, 2_000],
  killEvery: [15, 40],
  killAtCreate: [10_000, 10_000],
  killAtAnswer: [10_000, 10_000],
};

// `npm run faults -- --real` plays ten, with panels and cards, in the worst weather.
it('items lose nothing and say nothing twice while two real processes are killed and the tables are down', async () => {
  const steps: string[] = [];
  const diary = new Diary((line) => steps.push(line));
  const { failures, replies, posts, digests, faults } = await playReal({
    ...{ seed: 7, meetings: 2, climate: SHORT, diary, panels: false },
  });
  expect(failures, steps.join('\n')).toEqual([]);
  expect({ ...replies, ...posts }).toMatchObject({ lost: 0, doubled: 0, wrong: 0, missing: 0 });
  expect(replies.made).toBeGreaterThan(5);
  expect(replies.made).toBe(replies.stored + replies.unchecked);
  expect(digests).toEqual({ due: 2, made: 2, doubled: 0 });
  const killed = (faults['killed before a write'] ?? 0) + (faults['killed after a write'] ?? 0);
  expect(killed).toBeGreaterThan(0);
  // Of the two one was prepared, one handed over, and in one somebody typed what was said.
  for (const done of ['sees what was written beforehand', 'close by whoever led before: 403', 'types what is said'])
    expect(steps.some((step) => step.includes(done))).toBe(true);
  // Ids and numbers, and none of what people wrote.
  expect(steps.filter((step) => step.includes('om, hvordan vi gør'))).toEqual([]);
}, 180_000);
