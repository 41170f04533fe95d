import { expect, it } from 'vitest';
import { asLine, firstWords } from './firstWords.ts';

it.each([
  ['Vi har en række styrkepositioner, fx', 'Vi har en række styrkepositioner\u00a0…'],
  ['Hvad skal vi gøre med:', 'Hvad skal vi gøre med\u00a0…'],
  ['Hvad gør vi,\nf.eks.:', 'Hvad gør vi\u00a0…'],
  ['Kan vi bruge en fax?', 'Kan vi bruge en fax?'],
  ['Hvad gør vi, fx i maj?', 'Hvad gør vi, fx i maj?'],
])('makes a line of »%s«', (text, line) => {
  expect(asLine(text)).toBe(line);
  expect(firstWords(text)).toBe(line);
});

it('cuts a long one between words', () => {
  expect(firstWords('Hvordan kan vi styrke, og hvornår?', 24)).toBe('Hvordan kan vi styrke\u00a0…');
});
