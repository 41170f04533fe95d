import { expect, it } from 'vitest';
import danish from '../../../content/text/mine.da.json' with { type: 'json' };
import english from '../../../content/text/mine.en.json' with { type: 'json' };
import panel from '../../../content/text/panel.da.json' with { type: 'json' };

const placesOf = (sentence: unknown): string[] =>
  [...new Set(JSON.stringify(sentence).match(/\{\w+(?:\|\w+)?\}/g))].toSorted();

const placesIn = (texts: object) => Object.entries(texts).map(([key, sentence]) => [key, placesOf(sentence)]);

it('says the same things in both languages, with the same values', () => {
  expect(placesIn(english)).toEqual(placesIn(danish));
});

it('says nothing that the panel says itself', () => {
  expect(Object.keys(danish).filter((key) => key in panel)).toEqual([]);
});
