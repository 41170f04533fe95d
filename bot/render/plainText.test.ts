import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtWord, heading, shown } from './plainText.ts';

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

describe('shown', () => {
  it('keeps what people wrote, with one kind of line break', () => {
    expect(shown('Æøå\r\n👩🏽‍⚕️\rtab\there')).toBe('Æøå\n👩🏽‍⚕️\ntab\there');
  });

  it('leaves out what shows nothing and can break a reader', () => {
    expect(shown('a\u0000b\u0007c\u0085d\ud800')).toBe('abcd\ufffd');
  });
});

describe('heading', () => {
  it('stands on one line and ends with dots where it is cut', () => {
    expect(heading(' en\n\ttitel ')).toBe('en titel');
    expect(heading('et to tre fire', 8)).toBe('et to …');
  });
});

describe('cutAtWord', () => {
  it('leaves a short text whole', () => expect(cutAtWord('et to', 5)).toEqual(['et to', '']));

  it('cuts between words', () => {
    expect(cutAtWord('et to tre', 6)).toEqual(['et to', 'tre']);
    expect(cutAtWord('et to tre', 5)).toEqual(['et to', 'tre']);
  });

  it('cuts a word that is too long, but no character', () => {
    expect(cutAtWord('abcdef', 4)).toEqual(['abcd', 'ef']);
    expect(cutAtWord('abc👍def', 4)).toEqual(['abc', '👍def']);
  });

  it('loses no word and keeps to the limit', () => {
    const words = fc.array(fc.stringMatching(/^[a-zæøå]{1,8}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 80 }), (some, limit) => {
        const [kept, rest] = cutAtWord(some.join(' '), limit);
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect([...wordsOf(kept), ...wordsOf(rest)]).toEqual(some);
      }),
    );
  });
});
