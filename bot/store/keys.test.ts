import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addresses, answerOfKey, decodedKey, isPostKey, ranges, shapeOf } from './keys.ts';

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 20 })
  .map((units) => String.fromCharCode(...units));
const anything = fc.oneof(anyText, anyUnits, fc.constantFrom('/\\#?%~!', '~0041', '~007e'));

describe('keys', () => {
  it('give any text back, and hold only what the service takes', () => {
    fc.assert(
      fc.property(anything, anything, (partition, key) => {
        const at = addresses.post({ table: 'Committees', partition }, key);
        expect(decodedKey(at.partition)).toBe(partition);
        expect(decodedKey(at.key)).toBe(key);
        expect(at.partition + at.key).toMatch(/^(?![^]*[/\\#?%])[ -~]*$/);
      }),
    );
  });

  it('tell an answer and its round, whatever its key is made of', () => {
    fc.assert(
      fc.property(anything, (key) => {
        const at = addresses.answer('m', 'r012', key);
        expect(answerOfKey(at.key)).toEqual({ round: 'r012', key });
        expect(isPostKey(at.key)).toBe(false);
      }),
    );
  });

  it('are different for different things', () => {
    const ids = fc.constantFrom('a', 'a!b', 'b', 'a!', '!a', 'b!c', '~0021');
    fc.assert(
      fc.property(ids, ids, ids, ids, (root, answer, otherRoot, otherAnswer) => {
        const same = root === otherRoot && answer === otherAnswer;
        const keys = [addresses.held('c', root, answer).key, addresses.held('c', otherRoot, otherAnswer).key];
        expect(keys[0] === keys[1]).toBe(same);
        const range = ranges.held('c', root);
        expect(range.from <= (keys[1] ?? '') && (keys[1] ?? '') < range.to).toBe(root === otherRoot);
      }),
    );
  });

  it('tell which rows are posts', () => {
    const keys = ['r001!p!q', 'r001!p!e!person', 'z!p!digest!1', 'r001!a!t1', 'head', 'q!1', 'r001!a!t!p!'];
    expect(keys.filter(isPostKey)).toEqual(['r001!p!q', 'r001!p!e!person', 'z!p!digest!1']);
  });

  it('put what is due of one partition into one of sixteen buckets', () => {
    const bucketOf = (partition: string) =>
      addresses.due({ at: '2026-05-14T08:30:00.000Z', ending: partition }).partition;
    const used = new Set(Array.from({ length: 500 }, (_, index) => bucketOf(`meeting.${index}`)));
    const listed = ranges.due('2026-05-14T08:30:00.000Z').map(({ partition }) => partition);
    expect([...used].toSorted()).toEqual(listed.toSorted());
    expect(listed).toHaveLength(16);
  });

  it('are shown in errors without what they were made of', () => {
    const keys = ['head', 'r003!a!m1111-2222', 'r003!p!e!1111-2222', 'z!p!digest!1', 't!1700', 'Anna Holm'];
    expect(keys.map(shapeOf)).toEqual(['head', 'r003!a!…', 'r003!p!e!…', 'z!p!digest!…', 't!…', '…']);
  });
});
