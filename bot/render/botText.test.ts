import { describe, expect, it } from 'vitest';
import type { Sentence } from '#text/text';
import da from '../../content/text/bot.da.json' with { type: 'json' };
import en from '../../content/text/bot.en.json' with { type: 'json' };
import { botText } from './botText.ts';

const danish: Record<string, Sentence> = da;
const english: Record<string, Sentence> = en;

const formsOf = (sentence: Sentence | undefined): Record<string, string> =>
  typeof sentence === 'object' ? sentence : { only: sentence ?? '' };

const placesOf = (form: string): string[] => [...form.matchAll(/\{[^}]*\}/g)].map(([place]) => place);

/** A plural form may name its number in words. */
const withoutCount = (form: string): string[] => [
  ...new Set(
    placesOf(form)
      .filter((place) => place !== '{count}')
      .sort(),
  ),
];

describe('what the bot says', () => {
  it('has the same sentences in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(danish).sort());
  });

  it.each(Object.keys(danish))('%s has the same forms and places in both languages', (key) => {
    const [left, right] = [formsOf(danish[key]), formsOf(english[key])];
    expect(Object.keys(right)).toEqual(Object.keys(left));
    for (const form of Object.keys(left)) {
      expect(withoutCount(right[form] ?? '')).toEqual(withoutCount(left[form] ?? ''));
    }
    expect(placesOf(right['other'] ?? '')).toEqual(placesOf(left['other'] ?? ''));
  });

  it('writes every place as text() reads it', () => {
    for (const sentence of [...Object.values(danish), ...Object.values(english)]) {
      for (const form of Object.values(formsOf(sentence))) {
        expect(form.replaceAll(/\{\w+(\|(time|date))?\}/g, '')).not.toMatch(/[{}]/);
        expect(form.trim()).toBe(form);
        expect(form).not.toBe('');
      }
    }
  });

  it('tells the time as clocks in Denmark show it', () => {
    const at = new Date('2026-05-14T08:42:00Z');
    expect(botText('da')('answer.saved', { at })).toMatch(/^Dit svar er gemt kl\.\u00a010\.42\. /);
    expect(botText('en')('answer.saved', { at })).toMatch(/^Your answer was saved at 10:42\. /);
  });
});
