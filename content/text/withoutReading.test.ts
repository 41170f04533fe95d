import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Sentence } from './text.ts';

// What is said where Teams gives the app only what mentions it.

type Texts = Readonly<Record<string, Sentence>>;
type Language = 'da' | 'en';

const folder = new URL('./', import.meta.url);
const read = (file: string): Texts => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Texts;
const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.includes('WithoutReading'));

const usual = (of: 'bot' | 'tabs', language: Language): Texts =>
  Object.assign(
    {},
    ...files
      .filter((file) => file.endsWith(`.${language}.json`) && file.startsWith('bot.') === (of === 'bot'))
      .map(read),
  ) as Texts;

const formsOf = (sentence: Sentence | undefined): Readonly<Record<string, string>> =>
  typeof sentence === 'object' ? sentence : { only: sentence ?? '' };
const placesOf = (form: string): readonly string[] => [...new Set(form.match(/\{[^}]*\}/g))].sort();

/** Sentences that speak of threads, and are as true in one form as in the other. */
const TRUE_IN_BOTH: Readonly<Record<'bot' | 'tabs', readonly string[]>> = {
  bot: ['digest.unchecked', 'digest.notRead', 'digest.noText'],
  tabs: [
    'question.thread.read',
    'answer.inThread',
    'answer.inThread.on',
    'answer.readers.hidden',
    'answer.readers.hidden.unknown',
    'answer.delete.sure',
    'answers.source.thread',
    'mine.given.thread',
    'answers.textMissing',
    'answers.noText',
    'answers.unavailable',
    'answers.notAllowed',
    'mine.does',
    'mine.doesNot',
    'mine.delete.sure.thread',
    'mine.deleteAll.sure',
    'mine.text.thread',
    'mine.text.waiting',
    'who.readers',
    'who.readers.unknown',
    'who.names.hidden',
    'who.delete.own',
    'setup.names.hidden.hint',
  ],
};

const SAYS_WHERE = { da: /tråd|alle beskeder/i, en: /thread|every message|all messages/i };

describe.each([
  ['bot', 'da'],
  ['bot', 'en'],
  ['tabs', 'da'],
  ['tabs', 'en'],
] as const)('what the %s say without channel reading (%s)', (of, language) => {
  const instead = read(`${of}WithoutReading.${language}.json`);
  const all = usual(of, language);

  it('is another sentence in the place of one that there is, with the same forms and values', () => {
    for (const [key, sentence] of Object.entries(instead)) {
      expect([key, Object.keys(formsOf(sentence))]).toEqual([key, Object.keys(formsOf(all[key]))]);
      for (const [form, words] of Object.entries(formsOf(sentence))) {
        expect([key, placesOf(words)]).toEqual([key, placesOf(formsOf(all[key])[form] ?? '')]);
        expect(words).not.toBe(formsOf(all[key])[form]);
      }
    }
  });

  it('is there for each sentence that says where one answers, or what the app gets', () => {
    const speaking = Object.entries(all)
      .filter(([, sentence]) => SAYS_WHERE[language].test(JSON.stringify(sentence)))
      .map(([key]) => key);
    expect(speaking.length).toBeGreaterThan(5);
    const known = [...TRUE_IN_BOTH[of], ...Object.keys(instead)];
    expect(speaking.filter((key) => !known.includes(key))).toEqual([]);
  });

  it('promises nowhere that a reply alone is an answer', () => {
    for (const [key, sentence] of Object.entries(instead))
      for (const words of Object.values(formsOf(sentence)))
        if (SAYS_WHERE[language].test(words) && key !== 'question.thread.answer')
          expect([key, words]).toEqual([
            key,
            expect.stringMatching(/@MED[-\u2011]dialog|nævner mig|mention me|mentions me/),
          ]);
  });

  it('is the same in both languages', () => {
    expect(Object.keys(instead)).toEqual(Object.keys(read(`${of}WithoutReading.da.json`)));
  });
});
