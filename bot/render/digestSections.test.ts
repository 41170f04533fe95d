import { expect, it } from 'vitest';
import type { Digest, DigestAnswer } from '#dialogue/digest';
import { botText } from './botText.ts';
import { type AnswerBlock, answerElements, digestSections } from './digestSections.ts';

const text = botText('da');
const answer: DigestAnswer = { name: 'Anna Holm', text: 'Ja', source: 'own', late: false };

const sections = (answers: readonly DigestAnswer[], more: Partial<Digest> = {}, angle?: string) =>
  digestSections(
    {
      title: 'Velkomst',
      date: '2026-05-14T08:00:00.000Z',
      names: 'shown',
      questions: [
        { text: 'Hvad nu?', angle, status: 'put', answers, people: 1, unnamed: 0, tooFew: false, checked: true },
      ],
      answers: answers.length,
      ...more,
    },
    text,
  );
const elementsOf = (block: AnswerBlock | undefined) => block && answerElements(block.label, block.text, block.link);
const labels = (answers: readonly DigestAnswer[], more?: Partial<Digest>): readonly string[] =>
  sections(answers, more).flatMap((section) => section.answers.map(({ label }) => label));

it('numbers answers where names are hidden, and names nobody', () => {
  const answers = [answer, { ...answer, name: undefined }, { ...answer, source: 'room', late: true }] as const;
  expect(labels(answers, { names: 'hidden' })).toEqual(['Svar 1', 'Svar 2', 'Svar 3 · sagt i mødet · kommet senere']);
});

it.each([
  ['leadership', 'Ledelsessiden'],
  ['employees', 'Medarbejdersiden'],
] as const)('says whose own wording it is: %s', (side, label) => {
  const room = { ...answer, side, name: undefined, source: 'room' } as const;
  expect(labels([{ ...answer, side }, room])).toEqual([`Anna Holm · ${label}`, `${label} · sagt i mødet`]);
  expect(labels([{ ...answer, side }], { names: 'hidden' })).toEqual([`Svar 1 · ${label}`]);
});

it('shows the angle above the question, which stays', () => {
  const words = JSON.stringify(sections([answer], {}, 'Sommerens\nvikarer')[0]?.opening);
  expect(words.indexOf('Dagens vinkel: Sommerens vikarer')).toBeGreaterThan(0);
  expect(words.indexOf('Hvad nu?')).toBeGreaterThan(words.indexOf('Dagens vinkel'));
  expect(JSON.stringify(sections([answer]))).not.toContain('vinkel');
});

it.each([
  ['', 'digest.noText'],
  [undefined, 'digest.textMissing'],
] as const)('leads to an answer of which there is nothing to read (%j)', (said, key) => {
  const link = 'https://teams.microsoft.com/l/message/c/2?parentMessageId=1';
  const [section] = sections([{ ...answer, source: 'thread', text: said, link }, answer]);
  const [wordless, other] = section?.answers ?? [];
  const run = { text: text(key), selectAction: { type: 'Action.OpenUrl', url: link } };
  expect(elementsOf(wordless)).toMatchObject([{}, { inlines: [run] }]);
  expect(JSON.stringify(elementsOf(other))).not.toContain('selectAction');
});
