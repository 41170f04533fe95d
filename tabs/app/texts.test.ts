import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ErrorCode } from '#contract/responses';
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
import roomDanish from '../../content/text/room.da.json' with { type: 'json' };
import roomEnglish from '../../content/text/room.en.json' with { type: 'json' };
import setupDanish from '../../content/text/setup.da.json' with { type: 'json' };
import setupEnglish from '../../content/text/setup.en.json' with { type: 'json' };
import stageDanish from '../../content/text/stage.da.json' with { type: 'json' };
import stageEnglish from '../../content/text/stage.en.json' with { type: 'json' };
import trialDanish from '../../content/text/trial.da.json' with { type: 'json' };
import trialEnglish from '../../content/text/trial.en.json' with { type: 'json' };
import { loadSetupText } from '../config/useSetupText.ts';
import { languageOf, loadTexts } from './texts.ts';

const placesOf = (sentence: unknown): string[] =>
  [...new Set(JSON.stringify(sentence).match(/\{\w+(?:\|\w+)?\}/g))].toSorted();

describe.each([
  ['panel', panelDanish, panelEnglish],
  ['facilitator', facilitatorDanish, facilitatorEnglish],
  ['history', historyDanish, historyEnglish],
  ['own data', mineDanish, mineEnglish],
  ['plan', planDanish, planEnglish],
  ['room', roomDanish, roomEnglish],
  ['setup', setupDanish, setupEnglish],
  ['big screen', stageDanish, stageEnglish],
  ['trial', trialDanish, trialEnglish],
])('the texts of the %s', (_, danish, english) => {
  it('say the same things in both languages', () => {
    expect(Object.keys(english)).toEqual(Object.keys(danish));
  });

  it('put the same values into a sentence in both languages', () => {
    const placesIn = (texts: object) => Object.entries(texts).map(([key, sentence]) => [key, placesOf(sentence)]);
    expect(placesIn(english)).toEqual(placesIn(danish));
  });
});

const DANISH = {
  ...panelDanish,
  ...facilitatorDanish,
  ...historyDanish,
  ...mineDanish,
  ...planDanish,
  ...roomDanish,
  ...setupDanish,
  ...stageDanish,
  ...trialDanish,
};

it('has each sentence in one file alone', () => {
  const all = [
    panelDanish,
    facilitatorDanish,
    historyDanish,
    mineDanish,
    planDanish,
    roomDanish,
    setupDanish,
    stageDanish,
    trialDanish,
  ];
  expect(Object.keys(DANISH)).toHaveLength(all.flatMap((texts) => Object.keys(texts)).length);
});

it('has a sentence for every refusal', () => {
  // Told by the compiler, which names what is missing.
  expectTypeOf<Exclude<`error.${ErrorCode}`, keyof typeof DANISH>>().toBeNever();
  for (const [key, sentence] of Object.entries(DANISH))
    if (key.startsWith('error.')) expect([key, sentence]).toEqual([key, expect.stringMatching(/[.!?]$/)]);
});

it('says where a digest that is not in the channel can be had instead, by the name that stands there', () => {
  expect(panelDanish['post.digest.dropped']).toContain(`»${historyDanish.history}«`);
  expect(panelEnglish['post.digest.dropped']).toContain(`“${historyEnglish.history}”`);
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

it('says other things of answering where Teams gives the app only what mentions it, in each part', async () => {
  const text = await loadSetupText(await loadTexts('da', 'off'));
  expect(text('answers.empty')).toContain('nævner @MED\u2011dialog i tråden');
  expect(text('who.bot')).toMatch(/^Teams sender kun appen de beskeder/);
  expect(text('loading')).toBe(panelDanish.loading);
  expect((await loadSetupText(await loadTexts('da')))('who.bot')).toBe(setupDanish['who.bot']);
});

it('tells a refusal it has no sentence for as unexpected', async () => {
  const text = await loadTexts('en');
  const unknown = 'MadeLater' as Parameters<typeof text.error>[0];
  expect(text.error('RoundClosed')).toBe(text('error.RoundClosed'));
  expect(text.error(unknown)).toBe(text('error.Unexpected'));
});
