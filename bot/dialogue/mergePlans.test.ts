import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChosenQuestion } from './commands.ts';
import { DialogueError } from './errors.ts';
import { mergePlans } from './mergePlans.ts';
import { chosen, frozen } from './testing/samples.ts';

type Plan = readonly ChosenQuestion[];

const NUMBERS = [1, 2, 3, 4, 5, 6, 7];
const question = (number: number, more: Partial<ChosenQuestion> = {}): ChosenQuestion =>
  // Odd ones are the committee's own, with their words.
  number % 2 === 0
    ? { ...chosen(number), minutes: 8, ...more }
    : { id: `own/${number}`, text: `Ord ${number}`, points: [], minutes: 8, ...more };
const numberOf = ({ id }: ChosenQuestion): number => Number(id.split('/')[1]);
const ids = (plan: Plan): string[] => plan.map(({ id }) => id);

/** What somebody makes of one question. Few possibilities, so that two often do the same, and often not. */
const change = fc.constantFrom<(one: ChosenQuestion) => readonly ChosenQuestion[]>(
  (one) => [one],
  (one) => [one],
  (one) => [one],
  () => [],
  (one) => [{ ...one, minutes: 5 }],
  (one) => [{ ...one, minutes: 9 }],
  (one) => [{ ...one, angle: 'Hos os' }],
  (one) => [{ ...one, sentence: 1 }],
  (one) => (one.theme === undefined ? [{ ...one, text: 'Andre ord' }] : [one]),
);

/** What somebody makes of a plan: changes, takes out, adds, and may move. */
const madeOf = (base: Plan): fc.Arbitrary<Plan> => {
  const others = NUMBERS.filter((number) => !base.some((one) => numberOf(one) === number));
  return fc
    .record({
      changes: fc.array(change, { minLength: base.length, maxLength: base.length }),
      added: fc.array(fc.tuple(fc.constantFrom(...others, 0), fc.nat({ max: 7 }), fc.constantFrom(8, 5)), {
        maxLength: 3,
      }),
      moves: fc.boolean(),
      order: fc.shuffledSubarray(NUMBERS, { minLength: NUMBERS.length }),
    })
    .map(({ changes, added, moves, order }) => {
      const plan = base.flatMap((one, index) => changes[index]?.(one) ?? [one]);
      for (const [number, place, minutes] of added)
        if (number > 0 && !plan.some((one) => numberOf(one) === number))
          plan.splice(place, 0, question(number, { minutes }));
      return moves ? plan.toSorted((a, b) => order.indexOf(numberOf(a)) - order.indexOf(numberOf(b))) : plan;
    });
};

const three = fc
  .shuffledSubarray(NUMBERS, { maxLength: 5 })
  .map((numbers): Plan => numbers.map((number) => question(number)))
  .chain((base) => fc.record({ base: fc.constant(base), theirs: madeOf(base), mine: madeOf(base) }));

/** Undefined where it is refused. */
function merged({ base, theirs, mine }: { base: Plan; theirs: Plan; mine: Plan }): Plan | undefined {
  try {
    return mergePlans(frozen(base), frozen(theirs), frozen(mine));
  } catch (error) {
    if (error instanceof DialogueError && error.code === 'PlanChanged') return undefined;
    throw error;
  }
}

const always = (check: (plans: { base: Plan; theirs: Plan; mine: Plan }, result: Plan) => void): void =>
  fc.assert(
    fc.property(three, (plans) => {
      const result = merged(plans);
      if (result !== undefined) check(plans, result);
    }),
    { numRuns: 1_000 },
  );

const find = (plan: Plan, id: string): ChosenQuestion | undefined => plan.find((one) => one.id === id);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
/** In the order in which they stand in `order`. */
const within = (order: readonly string[], some: readonly string[]): string[] => order.filter((id) => some.includes(id));
const isMoved = (base: Plan, plan: Plan): boolean => !same(within(ids(base), ids(plan)), within(ids(plan), ids(base)));

describe('two people’s changes of one plan', () => {
  it('keep whatever either added, once', () =>
    always(({ base, theirs, mine }, result) => {
      const added = [...ids(theirs), ...ids(mine)].filter((id) => find(base, id) === undefined);
      expect(ids(result)).toEqual(expect.arrayContaining(added));
      expect(new Set(ids(result)).size).toBe(result.length);
    }));

  it('keep what either did to a question that the other left alone', () =>
    always(({ base, theirs, mine }, result) => {
      for (const { id } of [...base, ...theirs, ...mine]) {
        const [before, other, own] = [find(base, id), find(theirs, id), find(mine, id)];
        if (same(before, other)) expect(find(result, id)).toEqual(own);
        if (same(before, own)) expect(find(result, id)).toEqual(other);
      }
    }));

  it('keep a question that one took out and the other changed, and let go of what both took out', () =>
    always(({ base, theirs, mine }, result) => {
      for (const before of base) {
        const [other, own] = [find(theirs, before.id), find(mine, before.id)];
        if (other !== undefined && own !== undefined) continue;
        const left = other ?? own;
        expect(find(result, before.id)).toEqual(same(left, before) ? undefined : left);
      }
    }));

  it('are refused just where both did different things to one question', () =>
    fc.assert(
      fc.property(three, ({ base, theirs, mine }) => {
        const both = mine.filter(({ id }) => find(theirs, id) !== undefined);
        const quarrel = both.some((own) => {
          const [before, other] = [find(base, own.id), find(theirs, own.id)];
          return !same(own, other) && !same(own, before) && !same(other, before);
        });
        expect(merged({ base, theirs, mine }) === undefined).toBe(quarrel);
      }),
      { numRuns: 1_000 },
    ));

  it('are just the one’s where the other changed nothing', () =>
    fc.assert(
      fc.property(three, ({ base, mine }) => {
        expect(merged({ base, theirs: base, mine })).toEqual(mine);
        expect(merged({ base, theirs: mine, mine: base })).toEqual(mine);
      }),
    ));

  it('are one change where both did the same', () =>
    fc.assert(
      fc.property(three, ({ base, mine }) => {
        expect(merged({ base, theirs: mine, mine })).toEqual(mine);
      }),
    ));

  it('change nothing when they are brought together once more', () =>
    always(({ base, mine }, result) => {
      expect(merged({ base, theirs: result, mine })).toEqual(result);
    }));

  it('stand in the order of whoever moved something: mine where I did, theirs where they did', () =>
    always(({ base, theirs, mine }, result) => {
      const [winner, other] = isMoved(base, mine) ? [mine, theirs] : [theirs, mine];
      expect(within(ids(result), ids(winner))).toEqual(within(ids(winner), ids(result)));
      // What stands in both orders alike stands so in the result.
      if (!isMoved(winner, other)) expect(within(ids(result), ids(other))).toEqual(within(ids(other), ids(result)));
    }));
});

it('puts what one added behind the question that it was added behind', () => {
  const base = [2, 4, 6].map((number) => question(number));
  const theirs = [question(2), question(1), question(4), question(6)];
  const mine = [question(2), question(4), question(3), question(6)];
  expect(ids(mergePlans(base, theirs, mine))).toEqual(['3/2', 'own/1', '3/4', 'own/3', '3/6']);
});

it('takes a question of the material for the same where only its words were corrected since', () => {
  const base = [question(2)];
  const theirs = [{ ...question(2), text: 'Rettet?' }];
  expect(mergePlans(base, theirs, [question(2, { minutes: 5 })]).map(({ minutes }) => minutes)).toEqual([5]);
});

it('names the question that both changed, and none of its words', () => {
  const [base, theirs, mine] = ['Vores?', 'Jeres hemmelige?', 'Mine hemmelige?'].map((text) => [question(1, { text })]);
  expect(() => mergePlans(base ?? [], theirs ?? [], mine ?? [])).toThrow(/^PlanChanged: own\/1$/);
});
