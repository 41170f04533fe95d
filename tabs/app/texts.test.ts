import { describe, expect, it } from 'vitest';
import facilitatorDanish from '../../content/text/facilitator.da.json' with { type: 'json' };
import facilitatorEnglish from '../../content/text/facilitator.en.json' with { type: 'json' };
import historyDanish from '../../content/text/history.da.json' with { type: 'json' };
import historyEnglish from '../../content/text/history.en.json' with { type: 'json' };
import mineDanish from '../../content/text/mine.da.json' with { type: 'json' };
import mineEnglish from '../../content/text/mine.en.json' with { type: 'json' };
import panelDanish from '../../content/text/panel.da.json' with { type: 'json' };
import panelEnglish from '../../content/text/panel.en.json' with { type: 'json' };
import planDanish from '../../content/text/plan.da.json' with { type: 'json' };
import planEnglish from '../../content/text/plan.en.json' with { type: 'json' };
import { languageOf, loadTexts } from './texts.ts';

const placesOf = (sentence: unknown): string[] =>
  [...new Set(JSON.stringify(sentence).match(/\{\w+(?:\|\w+)?\}/g))].toSorted();

describe.each([
  ['panel', panelDanish, panelEnglish],
  ['facilitator', facilitatorDanish, facilitatorEnglish],
  ['history', historyDanish, historyEnglish],
  ['own data', mineDanish, mineEnglish],
  ['plan', planDanish, planEnglish],
])('the texts of the %s', (_, danish, english) => {
  it('say the same things in both languages', () => {
    expect(Object.keys(english)).toEqual(Object.keys(danish));
  });

  it('put the same values into a sentence in both languages', () => {
    const placesIn = (texts: object) => Object.entries(texts).map(([key, sentence]) => [key, placesOf(sentence)]);
    expect(placesIn(english)).toEqual(placesIn(danish));
  });
});

it('has each sentence in one file alone', () => {
  const keys = [panelDanish, facilitatorDanish, historyDanish, mineDanish, planDanish].flatMap((texts) =>
    Object.keys(texts),
  );
  expect(new Set(keys).size).toBe(keys.length);
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
