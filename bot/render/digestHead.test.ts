// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Digest, DigestQuestion } from '#dialogue/digest';
import { botText } from './botText.ts';
import { digestCards } from './digestCards.ts';
import { wordsIn } from './testing/inspect.ts';

// What the head of a digest vouches for.
const text = botText('da');
const answer = { name: 'Anna Holm', text: 'En fast makker', source: 'thread', late: false } as const;
const asked = { text: 'Hvad nu?', status: 'put', answers: [answer, answer], people: 1, unnamed: 0 } as const;
const question = (more: Partial<DigestQuestion> = {}): DigestQuestion => ({
  ...asked,
  tooFew: false,
  checked: true,
  readBack: 'complete',
  ...more,
});

function draw(...questions: readonly DigestQuestion[]): readonly string[] {
  const digest: Digest = { title: 'Punkt', date: '2026-05-14T08:00:00.000Z', names: 'shown', questions, answers: 2 };
  return wordsIn(digestCards(digest, {}, text)).split('\n');
}

it.each([
  [undefined, 'digest.known', false],
  ['complete', 'digest.all', false],
  ['notAllowed', 'digest.notAll', true],
  ['unavailable', 'digest.notAll', true],
] as const)('says how many are there of a thread that is %s', (readBack, head, isToldWhy) => {
  const words = draw(question({ readBack }));
  expect(words[0]).toContain(text(head, { count: 2 }));
  expect(words.includes(text('digest.notRead'))).toBe(isToldWhy);
});

it('does not ask for the thread of what was not put', () => {
  const skipped = question({ answers: [], status: 'skipped', readBack: undefined });
  expect(draw(question(), skipped)[0]).toContain(text('digest.all', { count: 2 }));
});
