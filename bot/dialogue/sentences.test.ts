import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { materials } from '#compiled/materials';
import { sentencesOf } from './sentences.ts';

const questions = materials.flatMap(({ themes }) => themes.flatMap((theme) => theme.questions));

describe('the sentences of a question of the material', () => {
  it('are there for each of the sixteen', () => expect(questions).toHaveLength(16));

  it.each(questions.map(({ id, text }) => [id, text] as const))('are together just the question: %s', (_, text) => {
    const sentences = sentencesOf(text);
    expect(sentences.join(' ')).toBe(text);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\p{L}[?.]?$/u);
  });

  it('are several where the question has several', () => {
    const several = questions.map(({ id, text }) => [id, sentencesOf(text).length] as const).filter(([, n]) => n > 1);
    expect(several).toEqual([
      ['2/1', 2],
      ['3/2', 2],
      ['3/4', 2],
      ['4/3', 2],
      ['4/4', 3],
    ]);
  });
});

describe('the sentences of any text', () => {
  it('lose none of its words, and none is blank', () => {
    const words = fc.array(
      fc.constantFrom('Hvad', 'nu', '2.5', 'fx', 'så?', 'Ja.', 'Nej!', '…', '?!', ' ', '\n', '😀'),
    );
    fc.assert(
      fc.property(words, (all) => {
        const text = all.join(' ');
        const sentences = sentencesOf(text);
        expect(sentences.join(' ').split(/\s+/).filter(Boolean)).toEqual(text.split(/\s+/).filter(Boolean));
        for (const sentence of sentences) expect(sentence).toBe(sentence.trim());
        expect(sentences).not.toContain('');
      }),
    );
  });

  it.each([
    ['Hvad nu?', ['Hvad nu?']],
    ['Hvad nu? Og så', ['Hvad nu?', 'Og så']],
    ['Er 2.5 mio. nok?! Ja …', ['Er 2.5 mio.', 'nok?!', 'Ja …']],
    ['Linje\nbrudt. Næste', ['Linje\nbrudt.', 'Næste']],
    [' \n ', []],
  ])('of %j are %j', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences));
});
