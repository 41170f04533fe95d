import { expect, it } from 'vitest';
import da from '../../content/text/panel.da.json' with { type: 'json' };
import en from '../../content/text/panel.en.json' with { type: 'json' };
import { languageOf, loadTexts } from './texts.ts';

const placesOf = (sentence: unknown): string[] =>
  [...new Set(JSON.stringify(sentence).match(/\{\w+(?:\|\w+)?\}/g))].toSorted();

it('says the same things in both languages', () => {
  expect(Object.keys(en)).toEqual(Object.keys(da));
});

it('puts the same values into a sentence in both languages', () => {
  const placesIn = (texts: object) => Object.entries(texts).map(([key, sentence]) => [key, placesOf(sentence)]);
  expect(placesIn(en)).toEqual(placesIn(da));
});

it('reads Danish where Teams is Danish, and English elsewhere', () => {
  expect(['da-dk', 'da', 'DA-DK', 'en-us', 'sv-se', 'dav'].map(languageOf)).toEqual([
    'da',
    'da',
    'da',
    'en',
    'en',
    'en',
  ]);
});

it('tells a refusal it has no sentence for as unexpected', async () => {
  const text = await loadTexts('en');
  const unknown = 'MadeLater' as Parameters<typeof text.error>[0];
  expect(text.error('RoundClosed')).toBe(text('error.RoundClosed'));
  expect(text.error(unknown)).toBe(text('error.Unexpected'));
});
