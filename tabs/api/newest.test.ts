import { describe, expect, it } from 'vitest';
import { aView, anItem } from '../testing/views.ts';
import { newest } from './newest.ts';

const at = (second: number) => `2026-05-14T08:31:0${second}.000Z`;
const of = (version: number) => aView({ item: anItem({ version: at(version) }) });

describe('newest', () => {
  it('takes the first answer', () => expect(newest(undefined, of(1))).toEqual(of(1)));

  it('takes a newer answer about the same item', () => expect(newest(of(1), of(2))).toEqual(of(2)));

  it('keeps what is shown when an older answer comes late', () => expect(newest(of(2), of(1))).toEqual(of(2)));

  it('takes an answer of the same version, since what the person may do is no part of it', () => {
    const come = { ...of(1), readers: 13 };
    expect(newest(of(1), come)).toBe(come);
  });

  it('does not fall back to the item before', () => {
    const next = aView({ item: anItem({ id: 'next', openedAt: at(5), version: at(5) }) });
    const last = aView({ item: anItem({ id: 'last', openedAt: at(1), version: at(9) }) });
    expect(newest(next, last)).toBe(next);
    expect(newest(last, next)).toBe(next);
  });

  it('does not lose an item that was just opened', () => {
    const shown = of(1);
    expect(newest(shown, aView({ item: undefined }))).toBe(shown);
  });
});
