import { expect, it } from 'vitest';
import { resultOf, summaryOf } from '../faults/report.ts';
import { addTo, noTally, type Tally } from '../faults/tally.ts';

const failed = (seed: number): Tally => ({
  ...noTally(),
  meetings: 1,
  faults: { 'told again': 2 },
  failures: [{ seed, problems: ['missing: r001!p!q (due)'] }],
});

it('a failed item is told of with its problems and the command that plays it again', () => {
  const tally = noTally();
  addTo(tally, failed(12));
  addTo(tally, failed(7));
  expect(resultOf(tally, 1.26)).toMatchObject({ meetings: 2, faults: 4, seconds: 1.3, failed: [12, 7] });
  const lines = summaryOf(tally, 1.26).split('\n');
  expect(lines).toContain('  missing: r001!p!q (due)');
  expect(lines.filter((line) => line.startsWith('npm run faults'))).toEqual([
    'npm run faults -- --seed 7 --meetings 1',
    'npm run faults -- --seed 12 --meetings 1',
  ]);
  expect(lines.at(-1)).toBe('2 items FAILED');
});
