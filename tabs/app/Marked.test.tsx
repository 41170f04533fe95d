import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Marked } from './Marked.tsx';

const shown = (part: string, lang: string | undefined): string =>
  render(<Marked words="Next: “Hvad nu?”" part={part} lang={lang} />).container.innerHTML;

it('marks the part of a sentence that is in another language, and leaves the rest', () => {
  expect(shown('Hvad nu?', 'da')).toBe('Next: “<span lang="da">Hvad nu?</span>”');
});

it.each([
  ['whose language nobody knows', 'Hvad nu?', undefined],
  ['that does not stand there', 'Hvad så?', 'da'],
  ['that is empty', '', 'da'],
])('marks no part %s', (_, part, lang) => {
  expect(shown(part, lang)).toBe('Next: “Hvad nu?”');
});
