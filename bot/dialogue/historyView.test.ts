import { expect, it } from 'vitest';
import { historyView } from './historyView.ts';
import type { DialogueMaterial } from './material.ts';
import type { HistoryEntry } from './team.ts';
import { at } from './testing/samples.ts';

const committee = { id: '19:udvalg/1@thread.tacv2' };
const address = { tenant: 'tenant', group: 'group' };

const material = (slug: string, theme: string): DialogueMaterial => ({
  slug,
  title: slug,
  publisher: '',
  language: 'da',
  purpose: '',
  source: '',
  themes: [
    {
      slug: 'tema',
      number: 3,
      title: theme,
      direction: [],
      heading: '',
      questions: [1, 2].map((place) => ({ id: `3/${place}`, text: `Spørgsmål ${place}?`, points: [] })),
      references: [],
    },
  ],
});

const put = (id: string, title = 'Trivsel') => ({ id, text: 'Som det blev stillet?', theme: { number: 3, title } });

const entry = (more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  meeting: 'm1',
  title: 'Punkt',
  openedAt: at(0),
  endedAt: at(1_000),
  questions: [put('3/1')],
  answers: 4,
  digest: '1700000000001',
  ...more,
});

it('tells of each item what was put and how many answered, with a link to the digest', () => {
  const [item] = historyView(committee, [entry()], [], address).items;
  expect(item).toEqual({
    meeting: 'm1',
    title: 'Punkt',
    openedAt: at(0),
    endedAt: at(1_000),
    questions: [put('3/1')],
    answers: 4,
    digest:
      'https://teams.microsoft.com/l/message/19%3Audvalg%2F1%40thread.tacv2/1700000000001?tenantId=tenant&groupId=group&parentMessageId=1700000000001',
  });
});

it('has no link where no digest stands in the channel', () => {
  const [item] = historyView(committee, [entry({ digest: undefined })], [], address).items;
  expect(item?.digest).toBeUndefined();
});

it('tells when a question was taken last, and nothing of those that were not', () => {
  const entries = [entry({ openedAt: at(9_000) }), entry({ openedAt: at(5_000) })];
  expect(historyView(committee, entries, [material('a', 'Trivsel')], address).taken).toEqual([
    { material: 'a', question: '3/1', at: at(9_000) },
  ]);
});

it('tells two materials apart that number their questions alike', () => {
  const materials = [material('a', 'Trivsel'), material('b', 'Velfærd')];
  const taken = historyView(committee, [entry({ questions: [put('3/1', 'Velfærd')] })], materials, address).taken;
  expect(taken.map(({ material: slug, question }) => [slug, question])).toEqual([['b', '3/1']]);
});

it('counts a question of an older row, of which the id alone is known', () => {
  const taken = historyView(committee, [entry({ questions: [{ id: '3/2' }] })], [material('a', 'Trivsel')], address);
  expect(taken.taken.map(({ question }) => question)).toEqual(['3/2']);
});
