import { describe, expect, it } from 'vitest';
import { DialogueError } from '#dialogue/errors';
import type { DialogueMaterial } from '#dialogue/material';
import { materials } from '#compiled/materials';
import { type Choice, choosePlan } from './choosePlan.ts';

const SLUG = 'fremtidens-arbejdsfaellesskaber';
const choose = (choices: readonly Choice[], slug = SLUG, from: readonly DialogueMaterial[] = materials) =>
  choosePlan(from, slug, choices);
const OWN = { id: 'own/command-1', own: 'Hvad siger I selv?' };

describe('a plan', () => {
  it('carries the texts of the material as they stand today, in the order they were chosen', () => {
    const { plan } = choose([{ question: '3/2' }, { question: '1/1' }]);
    const themes = materials[0]?.themes ?? [];
    const textOf = (number: number, index: number) =>
      themes.find((theme) => theme.number === number)?.questions[index]?.text;
    expect(plan.map(({ id, text, theme }) => [id, text, theme])).toEqual([
      ['3/2', textOf(3, 1), 3],
      ['1/1', textOf(1, 0), 1],
    ]);
    for (const { text } of plan) expect(text).toMatch(/\S/);
  });

  it('carries the points of a question', () => {
    const question = materials
      .flatMap(({ themes }) => themes.flatMap(({ questions }) => questions))
      .find(({ points }) => points.length > 0);
    expect(choose([{ question: question?.id ?? '' }]).plan[0]?.points).toEqual(question?.points);
  });

  it('carries the themes that it touches, in the order of the material, each once', () => {
    const { themes } = choose([{ question: '3/1' }, { question: '3/2' }, OWN, { question: '1/1' }]);
    expect(themes.map(({ number }) => number)).toEqual([1, 3]);
    expect(themes.every(({ title, direction }) => title !== '' && direction.length > 0)).toBe(true);
  });

  it('carries what language the themes are written in, which the material says', () => {
    const english = materials.map((material) => ({ ...material, language: 'en' }));
    const languages = choose([{ question: '3/1' }, OWN], SLUG, english).themes.map(({ language }) => language);
    expect(languages).toEqual(['en']);
  });

  it('takes the committee’s own question in its own words, of no theme', () => {
    expect(choose([OWN])).toEqual({ plan: [{ id: OWN.id, text: OWN.own, points: [] }], themes: [] });
  });

  it.each([
    ['a question that is not there', SLUG, '3/99', 'QuestionUnknown'],
    ['a theme that is not there', SLUG, '99/1', 'QuestionUnknown'],
    ['a question without its number', SLUG, '3', 'QuestionUnknown'],
    ['a material that is not there', 'another', '3/1', 'MaterialUnknown'],
    ['a name of every object', '__proto__', '3/1', 'MaterialUnknown'],
  ])('is refused for %s', (_, slug, question, code) => {
    expect(() => choose([{ question: '3/1' }, { question }], slug)).toThrow(DialogueError);
    expect(() => choose([{ question: '3/1' }, { question }], slug)).toThrow(expect.objectContaining({ code }));
  });

  it('takes questions only from the material that was chosen', () => {
    const other: DialogueMaterial = { ...(materials[0] as DialogueMaterial), slug: 'other', themes: [] };
    expect(() => choose([{ question: '3/1' }], 'other', [...materials, other])).toThrow(/^QuestionUnknown: 3\/1/);
  });

  it('carries minutes and angle as they were chosen, for both kinds of question', () => {
    const added = { minutes: 3, angle: 'Hos os' };
    const { plan } = choose([{ question: '3/2', ...added }, { ...OWN, ...added }, { question: '1/1' }]);
    expect(plan.map(({ minutes, angle }) => [minutes, angle])).toEqual([
      [3, 'Hos os'],
      [3, 'Hos os'],
      [undefined, undefined],
    ]);
  });

  it('carries one sentence of a question word for word, without what stands under the whole', () => {
    const whole = choose([{ question: '4/4' }]).plan[0]?.text ?? '';
    const parts = [0, 1, 2].map((sentence) => choose([{ question: '4/4', sentence }]).plan[0]);
    expect(parts.map((part) => part?.text).join(' ')).toBe(whole);
    expect(parts[1]).toEqual({
      id: '4/4',
      theme: 4,
      text: 'Hvordan fejrer vi vores succeser sammen?',
      points: [],
      sentence: 1,
    });
    const withPoints = materials
      .flatMap(({ themes }) => themes.flatMap(({ questions }) => questions))
      .find(({ points }) => points.length > 0);
    expect(choose([{ question: withPoints?.id ?? '', sentence: 0 }]).plan[0]?.points).toEqual([]);
  });

  it.each([3, 99])('is refused for sentence %i of a question that has three', (sentence) => {
    expect(() => choose([{ question: '4/4', sentence }])).toThrow(/^QuestionUnknown: 4\/4/);
  });
});
