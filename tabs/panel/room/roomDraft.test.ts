import { expect, it } from 'vitest';
import { newLine, readLine, storedLine } from './roomDraft.ts';

it('gives a line back with its id and its question', () => {
  const line = { ...newLine(), words: 'Vi hilser ikke.', round: 'r001' };
  expect(readLine(storedLine(line))).toEqual(line);
});

it('keeps nothing of an empty line', () => {
  expect(storedLine(newLine())).toBe('');
  expect(readLine('').words).toBe('');
});

it.each(['Vi hilser ikke.', '17', '{"words":"Vi hilser"}', '{"words":1,"id":"a"}'])('takes %s for words', (stored) => {
  expect(readLine(stored).words).toBe(stored);
});
