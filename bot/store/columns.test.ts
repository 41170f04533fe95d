import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromColumns, sameColumns, toColumns } from './columns.ts';

const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), anyUnits, fc.constantFrom('', '~', '~0041', '\ud83d'));
/** As long as several properties, with a surrogate pair anywhere in it. */
const longText = fc
  .tuple(fc.constantFrom('a', 'æ', '😀', '\ud800'), fc.integer({ min: 14_990, max: 61_000 }), anyText)
  .map(([unit, length, end]) => `${end}${unit.repeat(length)}${end}`);

describe('columns', () => {
  it('give any fields back', () => {
    const fields = fc.record({ text: anyText, count: fc.integer(), list: fc.array(fc.record({ word: anyText })) });
    fc.assert(
      fc.property(fields, (value) => {
        expect(fromColumns(toColumns(value))).toEqual(value);
      }),
    );
  });

  it('give long texts back, in pieces that the service takes and that are whole characters', () => {
    fc.assert(
      fc.property(longText, (text) => {
        const columns = toColumns({ text, list: [text] });
        expect(fromColumns(columns)).toEqual({ text, list: [text] });
        for (const piece of Object.values(columns).map(String)) {
          expect(piece.length).toBeLessThanOrEqual(32_768);
          expect(piece.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leave out what is undefined, and tell it from an empty text', () => {
    expect(toColumns({ text: undefined, title: '' })).toEqual({ title: '' });
    expect(fromColumns({ title: '' })).toEqual({ title: '' });
  });

  it.each([
    ['a piece in the middle', { text: 'a', text_2: 'c' }],
    ['the first piece', { text_1: 'b' }],
    ['the end of JSON', { list_json: '["a' }],
  ])('are not taken for whole where %s is missing', (_, columns) => {
    expect(() => fromColumns(columns)).toThrow(SyntaxError);
  });

  it('are the same where names and values are', () => {
    expect(sameColumns({ a: '1', b: 2 }, { b: 2, a: '1' })).toBe(true);
    expect(sameColumns({ a: '1' }, { a: '1', b: 2 })).toBe(false);
    expect(sameColumns({ a: '1', b: 2 }, { a: '1', c: 2 })).toBe(false);
    expect(sameColumns({ a: '1' }, { a: '2' })).toBe(false);
  });
});
