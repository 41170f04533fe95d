import { assert, constantFrom, option, property, record, uniqueArray } from 'fast-check';
import { expect, it } from 'vitest';
import { DialogueError } from '#dialogue/errors';
import { mergePlans } from '#dialogue/mergePlans';
import type { ChosenQuestion } from '#dialogue/commands';
import { aChoice, type Choice } from './choices.ts';
import { rebase } from './rebase.ts';

const [a, b, c] = ['1/1', '1/2', '1/3'].map((id) => aChoice({ id, text: `Spørgsmål ${id}?` })) as [
  Choice,
  Choice,
  Choice,
];

it('keeps both where each changed something else', () => {
  const theirs = [{ ...a, minutes: '12' }, b, c];
  const mine = [b, { ...a }, { ...b, id: 'own/mit-eget', text: 'Mit eget?' }];
  const { choices, theirs: conflicts } = rebase([a, b], theirs, mine);
  expect(choices).toEqual([b, c, { ...a, minutes: '12' }, mine[2]]);
  expect(conflicts).toEqual([]);
});

it('keeps mine in the form, and theirs beside it, where both changed the same question', () => {
  const theirs = { ...a, angle: 'Deres?' };
  const mine = { ...a, angle: 'Min?' };
  expect(rebase([a, b], [theirs, b], [mine, b])).toEqual({ choices: [mine, b], theirs: [theirs] });
});

const plan = uniqueArray(
  record({
    id: constantFrom('1/1', '1/2', '1/3', '1/4'),
    minutes: constantFrom('8', '12'),
    angle: constantFrom('', 'Hos os?'),
    sentence: option(constantFrom(0, 1), { nil: undefined }),
  }),
  { selector: ({ id }) => id },
);

it('does what the server does, and finds a conflict where the server finds one', () => {
  assert(
    property(plan, plan, plan, (...plans) => {
      const [base, theirs, mine] = plans.map((each) =>
        each.map((one) => ({ ...aChoice({ id: one.id, text: '' }), ...one })),
      );
      if (base === undefined || theirs === undefined || mine === undefined) throw new Error('three plans');
      const here = rebase(base, theirs, mine);
      expect(merged(base, theirs, mine)).toEqual(
        here.theirs.length > 0 ? 'PlanChanged' : here.choices.map(({ id }) => id),
      );
      // Saved again, it stands as it is in the form.
      expect(merged(theirs, theirs, here.choices)).toEqual(here.choices.map(({ id }) => id));
    }),
  );
});

function merged(...plans: [readonly Choice[], readonly Choice[], readonly Choice[]]): readonly string[] | string {
  try {
    const [base, theirs, mine] = plans;
    return mergePlans(base.map(known), theirs.map(known), mine.map(known)).map(({ id }) => id);
  } catch (error) {
    return error instanceof DialogueError ? error.code : String(error);
  }
}

const known = ({ id, text, minutes, angle, sentence }: Choice): ChosenQuestion => ({
  id,
  text,
  points: [],
  theme: 1,
  minutes: Number(minutes),
  angle: angle === '' ? undefined : angle,
  sentence,
});
