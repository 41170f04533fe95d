import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { committeeOf, invertedTicks, meetingIdOf, roundIdOf } from './ids.ts';

const moment = fc.integer({ min: 0, max: 9_999_999_999_999 });

describe('meetingIdOf', () => {
  it('names its committee, in characters that a table takes as a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), moment, (committee, milliseconds) => {
        const id = meetingIdOf(committee, milliseconds);
        expect(id).toMatch(/^[\w-]+\.\d{13}$/);
        expect(committeeOf(id)).toBe(committee);
      }),
    );
  });

  it('sorts newer meetings of a committee first', () => {
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        fc.pre(one < other);
        expect(meetingIdOf('19:a', other) < meetingIdOf('19:a', one)).toBe(true);
        expect(invertedTicks(other) < invertedTicks(one)).toBe(true);
      }),
    );
  });
});

describe('committeeOf', () => {
  it.each([
    '',
    'x',
    'MTk6YQ',
    'MTk6YQ.12',
    'MTk6YQ==.8221254399999',
    'A.8221254399999',
    'MTk6YR.8221254399999',
    '../x.8221254399999',
  ])('finds no committee in %j', (id) => expect(committeeOf(id)).toBeUndefined());
});

describe('roundIdOf', () => {
  it('sorts as the rounds were put', () => {
    const ids = [1, 2, 9, 10, 40].map(roundIdOf);
    expect(ids[0]).toBe('r001');
    expect([...ids].sort()).toEqual(ids);
  });
});
