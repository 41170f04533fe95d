import { expect, it } from 'vitest';
import { aPlanned } from '../../testing/views.ts';
import { type Choice, changeable, moved, ownChoice, toChosen, toggled } from './choices.ts';

const [a, b, c]: Choice[] = ['a', 'b', 'c'].map((id) => ({ id: `1/${id}`, text: id }));
const all = [a, b, c].filter((choice) => choice !== undefined);
const order = (choices: readonly Choice[]) => choices.map(({ text }) => text).join('');

it('moves a question up and down, and not beyond the ends', () => {
  expect(order(moved(all, 1, -1))).toBe('bac');
  expect(order(moved(all, 1, 1))).toBe('acb');
  expect(order(moved(all, 0, -1))).toBe('abc');
  expect(order(moved(all, 2, 1))).toBe('abc');
});

it('chooses a question, and takes it out again', () => {
  const choice = { id: '1/d', text: 'd' };
  expect(order(toggled(all, choice))).toBe('abcd');
  expect(order(toggled(toggled(all, choice), choice))).toBe('abc');
});

it('sends the material’s questions by id and the committee’s own with their text', () => {
  expect(toChosen([{ id: '3/1', text: 'x' }, ownChoice('Vores', 'id-12345')])).toEqual([
    { question: '3/1' },
    { id: 'own/id-12345', own: 'Vores' },
  ]);
});

it('leaves what was put out of what can be changed', () => {
  const plan = (['open', 'closed', 'waiting', 'skipped'] as const).map((status) => aPlanned({ id: status, status }));
  expect(changeable(plan).map(({ id }) => id)).toEqual(['waiting', 'skipped']);
});
