import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Sentence } from './text.ts';

// What people are owed by a sentence, whatever its words.

type Texts = Readonly<Record<string, Sentence>>;

const read = (part: string, language: string): Texts =>
  JSON.parse(readFileSync(new URL(`${part}.${language}.json`, import.meta.url), 'utf8')) as Texts;
const formsOf = (sentence: Sentence | undefined): readonly string[] =>
  typeof sentence === 'object' ? Object.values(sentence) : [sentence ?? ''];

const SAID = {
  da: {
    deletable: /Du kan .*slette det når som helst\./,
    knownByWords: /nogen kan måske genkende dig på det, du skriver\./,
    safe: /Du kan trygt .* kun .*én gang\.$/,
    ifChosen: /^Vælger du /,
    where: /⋯ ved teamets navn/,
    link: /Kan du se .* i kanalen, går det hurtigere: Indsæt linket til de[tn] herunder\.$/,
    toTheChannel: /Intet bliver sendt til kanalen/,
    standard: /Føj den til en almindelig kanal/,
  },
  en: {
    deletable: /You can .*delete it at any time\./,
    knownByWords: /somebody may recognise you by what you write\./,
    safe: /It is safe to .* only .* once\.$/,
    ifChosen: /^If you choose /,
    where: /⋯ at the team’s name/,
    link: /If you can see it in the channel, it goes faster: paste the link to it below\.$/,
    toTheChannel: /Nothing is sent to the channel/,
    standard: /Add it to a standard channel/,
  },
} as const;

describe.each(['da', 'en'] as const)('what is said (%s)', (language) => {
  const said = SAID[language];
  const parts = ['panel', 'plan', 'room', 'facilitator'];
  const texts: Texts = Object.fromEntries(parts.flatMap((part) => Object.entries(read(part, language))));
  const expectEach = (keys: readonly string[], words: RegExp): void => {
    for (const key of keys)
      for (const form of formsOf(texts[key])) expect([key, form]).toEqual([key, expect.stringMatching(words)]);
  };

  it('of an answer that is saved: that it can be deleted', () =>
    expectEach(['answer.stored', 'answer.stored.closed', 'answer.late'], said.deletable));

  it('where names are hidden: that one may be known all the same', () => {
    expectEach(['answer.readers.hidden', 'answer.readers.hidden.unknown'], said.knownByWords);
    expectEach(['behalf.hidden.leadership', 'behalf.hidden.employees'], said.ifChosen);
  });

  it('where nobody knows what arrived: that pressing again is safe', () =>
    expectEach(['answer.offline', 'failed.offline', 'error.Unavailable'], said.safe));

  it('where somebody else must do something: where that is done', () => {
    expectEach(['error.PermissionMissing'], said.where);
    expectEach(['problem.otherChannel'], said.standard);
  });

  it('where nobody knows whether a message came: what to do where it did', () => {
    const kinds = ['question', 'digest', 'other', 'preparation'];
    expectEach(
      kinds.map((kind) => `settle.${kind}.unknown`),
      said.link,
    );
  });

  it('of deleting what somebody else wrote down, the same on both pages', () =>
    expect(read('mine', language)['mine.delete.sure.room']).toBe(texts['room.mine.sure']));

  it('of what a digest has no room for: what is pressed to read it', () => {
    const press = read('history', language)['history.copy'];
    for (const form of formsOf(read('bot', language)['digest.more']))
      expect(form).toMatch(new RegExp(`[»“]${formsOf(press).join('')}[«”]`));
  });

  it('before an item is opened: whether the channel gets anything', () =>
    expectEach(['open.words'], said.toTheChannel));
});

it('calls answering closed by one name on the page in English', () => {
  const texts = { ...read('panel', 'en'), ...read('stage', 'en'), ...read('facilitator', 'en') };
  for (const key of ['answers.closed', 'stage.closed'])
    for (const form of formsOf(texts[key]))
      expect([key, form]).toEqual([key, expect.stringMatching(/^Answering is closed\./)]);
  expect(texts['lead.close']).toBe('Close answering');
});
