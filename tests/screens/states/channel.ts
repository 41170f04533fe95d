import { aHistory, aHistoryItem } from '../../../tabs/channel/history/testing/history.ts';
import { aView, at } from '../../../tabs/testing/views.ts';
import type { State } from '../State.ts';
import { answers, LEAD, LONG_WORD, plan, viewOf } from './samples.ts';

/** Every second Thursday, until two weeks before the item that is open; what was done at a time of day then. */
const earlier = (weeks: number, time: string): string => {
  const day = new Date(at(time));
  day.setDate(day.getDate() - 7 * weeks);
  return day.toISOString();
};
const items = Array.from({ length: 24 }, (_, index) =>
  aHistoryItem({
    meeting: `udvalg.${index}`,
    openedAt: earlier(2 * index + 2, '10:29'),
    endedAt: earlier(2 * index + 2, '10:45'),
    title: index === 1 ? `Punkt om ${LONG_WORD}` : `Punkt ${24 - index}: hvordan vi tager imod nye kolleger`,
    answers: index,
    digest: index % 5 === 4 ? undefined : 'https://teams.microsoft.com/l/message/x/2',
  }),
);
const many = {
  'GET history': {
    status: 200,
    body: aHistory({
      items,
      taken: [{ material: 'fremtidens-arbejdsfaellesskaber', question: '3/1', at: earlier(2, '10:29') }],
    }),
  },
};

/** The tab in the channel: the item, and the history beside it. */
export const CHANNEL: readonly State[] = [
  {
    name: 'channel-empty',
    page: 'channel',
    shows: 'history.empty',
    view: aView({ item: undefined }),
    answers: { 'GET history': { status: 200, body: aHistory({ items: [] }) } },
  },
  { name: 'channel-loading', page: 'channel', shows: 'history', answers: { 'GET history': 'never' } },
  {
    name: 'channel-history-unreachable',
    page: 'channel',
    shows: 'history.failed',
    view: viewOf({ answers: answers(2) }),
    answers: { 'GET history': 'unreachable' },
  },
  {
    name: 'channel-question',
    page: 'channel',
    shows: 'history.search',
    view: viewOf({ answers: answers(6) }),
    answers: many,
  },
  {
    name: 'channel-lead',
    page: 'channel',
    shows: 'history.search',
    view: viewOf({ answers: answers(6) }, { lead: LEAD, plan: plan('open') }),
    answers: many,
    steps: ({ see }) => see('lead.close'),
  },
  {
    name: 'channel-search',
    page: 'channel',
    shows: ['history.found', { count: 1, words: 'udvalgsformand' }],
    view: aView({ item: undefined }),
    answers: many,
    steps: ({ fill }) => fill('history.search', 'udvalgsformand'),
  },
  {
    name: 'channel-search-nothing',
    page: 'channel',
    shows: ['history.found', { count: 0, words: LONG_WORD + LONG_WORD }],
    view: aView({ item: undefined }),
    answers: many,
    steps: ({ fill }) => fill('history.search', LONG_WORD + LONG_WORD),
  },
  {
    name: 'channel-taken',
    page: 'channel',
    shows: 'history.taken.never',
    view: aView({ item: undefined }),
    answers: many,
    steps: ({ page, words }) => page.getByText(words('history.taken')).click(),
  },
  {
    name: 'channel-minutes-copied',
    page: 'channel',
    shows: 'history.copied',
    view: aView({ item: undefined }),
    steps: ({ page, words }) => page.getByRole('button', { name: words('history.copy') }).click(),
  },
  {
    name: 'channel-minutes-draft',
    page: 'channel',
    shows: 'history.copyYourself',
    view: aView({ item: undefined }),
    teams: { clipboard: 'refused' },
    steps: ({ page, words }) => page.getByRole('button', { name: words('history.copy') }).click(),
  },
  {
    name: 'channel-minutes-fetching',
    page: 'channel',
    shows: 'history.fetching',
    view: aView({ item: undefined }),
    answers: { 'GET minutes': 'never' },
    steps: ({ page, words }) => page.getByRole('button', { name: words('history.copy') }).click(),
  },
  {
    name: 'channel-minutes-saved',
    page: 'channel',
    shows: ['history.saved', { name: 'referatpunkt-2026-05-14.docx' }],
    view: aView({ item: undefined }),
    steps: ({ page, words }) => page.getByRole('button', { name: words('history.document') }).click(),
  },
  {
    name: 'channel-minutes-failed',
    page: 'channel',
    shows: 'history.notFetched',
    view: aView({ item: undefined }),
    answers: { 'GET minutes': 'unreachable' },
    steps: ({ page, words }) => page.getByRole('button', { name: words('history.copy') }).click(),
  },
];
