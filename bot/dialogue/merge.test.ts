import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Life, Seen } from './answer.ts';
import { merge } from './merge.ts';
import { anna, at, jens } from './testing/samples.ts';

const seen = (life: Life, moment: number, text?: string): Seen => ({
  key: 't1778745605000',
  source: 'thread',
  author: anna,
  life,
  text,
  at: at(moment),
  postedAt: at(moment),
});

const all = (sightings: readonly Seen[]): Seen | undefined =>
  sightings.reduce<Seen | undefined>((known, one) => merge(known, one), undefined);

/** Everything that Teams can tell of one message, few moments and few texts so that much coincides. */
const anySighting: fc.Arbitrary<Seen> = fc
  .record({
    life: fc.constantFrom<Life>('posted', 'edited', 'undeleted', 'textMissing', 'deleted', 'forgotten'),
    moment: fc.integer({ min: 0, max: 4 }),
    text: fc.constantFrom('a', 'b', '', 'æøå'),
    author: fc.constantFrom(anna, jens, { ...anna, name: 'Anna H.' }, undefined),
    posted: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ life, moment, text, author, posted }) => ({
    ...seen(life, moment, life === 'deleted' || life === 'textMissing' ? undefined : text),
    author,
    postedAt: at(posted),
  }));

const some = fc.array(anySighting, { minLength: 1, maxLength: 8 });

describe('merge', () => {
  it('takes the newest edit, and keeps when the message was posted', () => {
    const merged = all([seen('edited', 20, 'ny'), seen('posted', 10, 'gammel')]);
    expect(merged).toMatchObject({ text: 'ny', life: 'edited', at: at(20), postedAt: at(10) });
  });

  it('erases the text of a deleted message, whatever older sighting comes after', () => {
    const merged = all([seen('posted', 10, 'fortrudt'), seen('deleted', 30), seen('edited', 20, 'fortrudt igen')]);
    expect(merged).toMatchObject({ life: 'deleted', author: anna });
    expect(JSON.stringify(merged)).not.toContain('fortrudt');
  });

  it('brings a message back with its text', () => {
    const merged = all([seen('posted', 10, 'tekst'), seen('deleted', 20), seen('undeleted', 30, 'tekst')]);
    expect(merged).toMatchObject({ life: 'undeleted', text: 'tekst' });
  });

  it('marks a message that is back without its text, until the text is read', () => {
    const back = all([seen('posted', 10, 'tekst'), seen('deleted', 20), seen('textMissing', 30)]);
    expect(back?.life).toBe('textMissing');
    expect(back?.text).toBeUndefined();
    expect(all([seen('textMissing', 30), seen('undeleted', 30, 'tekst')])).toMatchObject({ text: 'tekst' });
  });

  it('forgets for good, text and author', () => {
    const merged = all([seen('forgotten', 10, 'tekst'), seen('edited', 90, 'tekst'), seen('undeleted', 95, 'tekst')]);
    expect(merged?.life).toBe('forgotten');
    expect(JSON.stringify(merged)).not.toMatch(/tekst|Anna|person-anna/);
  });

  it('learns the author from whichever sighting tells', () => {
    expect(merge({ ...seen('deleted', 20), author: undefined }, seen('posted', 10, 'x')).author).toEqual(anna);
  });

  it('gives the same for any order and any repetition', () => {
    const shuffled = some.chain((sightings) =>
      fc.tuple(
        fc.constant(sightings),
        fc.shuffledSubarray([...sightings, ...sightings], { minLength: sightings.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([sightings, again]) => {
        expect(all(again)).toEqual(all(sightings));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the same for any repetition of only some', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 7 }), (sightings, index) => {
        const again = sightings[index % sightings.length];
        const merged = all(sightings);
        expect(again && merged && merge(merged, again)).toEqual(merged);
      }),
    );
  });

  it('may join what was already joined', () => {
    fc.assert(
      fc.property(anySighting, anySighting, anySighting, (one, two, three) => {
        expect(merge(merge(one, two), three)).toEqual(merge(one, merge(two, three)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('changes nothing when joined with itself', () => {
    fc.assert(
      fc.property(anySighting, (one) => {
        const once = merge(undefined, one);
        expect(merge(once, once)).toEqual(once);
      }),
    );
  });

  it('keeps no text of a message that is gone', () => {
    fc.assert(
      fc.property(some, (sightings) => {
        const secret = sightings.map((one) =>
          one.text === undefined ? one : { ...one, text: `hemmeligt ${one.text}` },
        );
        const merged = all(secret);
        const gone = merged?.life === 'deleted' || merged?.life === 'forgotten' || merged?.life === 'textMissing';
        if (gone) expect(JSON.stringify(merged)).not.toContain('hemmeligt');
        if (merged?.life === 'forgotten') expect(merged.author).toBeUndefined();
      }),
    );
  });
});
