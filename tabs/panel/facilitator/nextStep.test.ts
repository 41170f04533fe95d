import { expect, it } from 'vitest';
import { anItem, aPlanned, aRound } from '../../testing/views.ts';
import { firstWords } from '../question/firstWords.ts';
import { nextStep } from './nextStep.ts';

const plan = [aPlanned({ id: '3/1' }), aPlanned({ id: '3/2', status: 'skipped' }), aPlanned({ id: '3/3' })];

it('puts the first question of the plan', () => {
  expect(nextStep(anItem({ plan }))).toEqual({ type: 'put', question: plan[0], position: 1, isFirst: true });
});

it('closes what is open', () => {
  expect(nextStep(anItem({ plan, round: aRound() }))).toMatchObject({ type: 'close', round: { id: 'r001' } });
});

it('passes over what was put and what is skipped', () => {
  const done = [aPlanned({ id: '3/1', status: 'closed' }), ...plan.slice(1)];
  const item = anItem({ plan: done, round: aRound({ status: 'closed' }) });
  expect(nextStep(item)).toMatchObject({ type: 'put', position: 3, isFirst: false, question: { id: '3/3' } });
});

it('ends when nothing is left, without asking', () => {
  const done = plan.map((question) => ({ ...question, status: 'closed' as const }));
  const item = anItem({ plan: done, round: aRound({ status: 'closed' }) });
  expect(nextStep(item)).toEqual({ type: 'end', press: 'ends' });
  expect(nextStep({ ...item, round: undefined })).toEqual({ type: 'end', press: 'asks' });
});

it('shortens a question to whole words, and leaves a short one alone', () => {
  expect(firstWords('Hvad  vil\nI prøve?')).toBe('Hvad vil I prøve?');
  expect(firstWords('Hvordan kan vi lokalt, hver især, styrke', 30)).toBe('Hvordan kan vi lokalt, hver\u00a0…');
  expect(firstWords('Speciallægepraksis', 5)).toBe('Speci\u00a0…');
});
