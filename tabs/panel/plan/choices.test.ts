import { expect, it } from 'vitest';
import { aMaterial } from '../../testing/materials.ts';
import { aPlanned } from '../../testing/views.ts';
import {
  aChoice,
  type Choice,
  changeable,
  materialOf,
  moved,
  ownChoice,
  toChosen,
  toggled,
  wordsOf,
} from './choices.ts';

const all: readonly Choice[] = ['a', 'b', 'c'].map((id) => aChoice({ id: `1/${id}`, text: id }));
const order = (choices: readonly Choice[]) => choices.map(({ text }) => text).join('');

it('moves a question to another place, and not beyond the ends', () => {
  expect(order(moved(all, 1, 0))).toBe('bac');
  expect(order(moved(all, 0, 2))).toBe('bca');
  expect(order(moved(all, 0, -1))).toBe('abc');
  expect(order(moved(all, 2, 3))).toBe('abc');
});

it('chooses a question, and takes it out again', () => {
  const question = { id: '1/d', text: 'd' };
  expect(order(toggled(all, question))).toBe('abcd');
  expect(order(toggled(toggled(all, question), question))).toBe('abc');
});

it('sends questions by id and the committee’s own with their text, each with what was added to it', () => {
  const adapted: Choice = { ...aChoice({ id: '3/1', text: 'x' }), minutes: '12', angle: ' Hos os? ', sentence: 1 };
  expect(toChosen([adapted, ownChoice('Vores', 'id-12345')])).toEqual([
    { question: '3/1', minutes: 12, angle: 'Hos os?', sentence: 1 },
    { id: 'own/id-12345', own: 'Vores', minutes: 8 },
  ]);
});

it('leaves what was put out of what can be changed', () => {
  const plan = (['open', 'closed', 'waiting', 'skipped'] as const).map((status) => aPlanned({ id: status, status }));
  expect(changeable(plan).map(({ id }) => id)).toEqual(['waiting', 'skipped']);
});

it('knows the material of a plan also by one sentence of a question', () => {
  const other = { ...aMaterial, slug: 'andet', themes: [] };
  expect(materialOf([other, aMaterial], [{ id: '1/2', text: 'tema 1?' }])?.slug).toBe('proeve');
  expect(materialOf([other, aMaterial], [{ id: '1/2', text: 'Noget andet' }])?.slug).toBe('andet');
});

it('says the one sentence that is asked, or all of them', () => {
  const question = { id: '1/1', text: 'Den ene. Den anden?', points: [], sentences: ['Den ene.', 'Den anden?'] };
  expect(wordsOf(aChoice(question), question)).toBe('Den ene. Den anden?');
  expect(wordsOf({ ...aChoice(question), sentence: 1 }, question)).toBe('Den anden?');
  expect(wordsOf({ ...aChoice({ id: '1/1', text: 'Den anden?' }), sentence: 1 }, undefined)).toBe('Den anden?');
});
