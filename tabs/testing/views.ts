import type { AnswerView, CommitteeView, ItemView, PlannedView, RoundView } from '../api/views.ts';

/** Views as the server would send them, with as much changed as a test is about. */
export const COMMITTEE = '19:udvalg/1@thread.tacv2';

export const at = (time: string): string => new Date(`2026-05-14T${time}:00`).toISOString();

export const aView = (change: Partial<CommitteeView> = {}): CommitteeView => ({
  committee: { id: COMMITTEE, name: 'Lokaludvalget' },
  readers: 12,
  names: 'shown',
  you: { name: 'Anna Holm', mayOpen: false },
  item: anItem(),
  ...change,
});

export const anItem = (change: Partial<ItemView> = {}): ItemView => ({
  id: 'udvalg.7',
  committee: COMMITTEE,
  version: at('10:30'),
  status: 'open',
  title: 'Velkomst',
  lead: { name: 'Lone Krogh', mine: false },
  names: 'shown',
  screen: 'question',
  plan: [aPlanned({ id: '3/1', status: 'open' }), aPlanned({ id: '3/2', text: 'Hvad vil I prøve?' })],
  openedAt: at('10:29'),
  unsettled: [],
  ...change,
});

export const aPlanned = (change: Partial<PlannedView> = {}): PlannedView => ({
  id: '3/1',
  text: 'Hvordan kan vi lokalt styrke den gode velkomst?',
  points: [],
  theme: { number: 3, title: 'En attraktiv arbejdsplads' },
  minutes: 8,
  status: 'waiting',
  ...change,
});

export const aRound = (change: Partial<RoundView> = {}): RoundView => ({
  id: 'r001',
  status: 'open',
  position: 1,
  of: 2,
  question: { text: 'Hvordan kan vi lokalt styrke den gode velkomst?', points: [] },
  theme: { number: 3, title: 'En attraktiv arbejdsplads', direction: ['Vi vil være et godt sted at være.'] },
  putAt: at('10:31'),
  putBy: 'Lone Krogh',
  answers: [],
  post: { key: 'r001!p!q', status: 'sent', link: 'https://teams.microsoft.com/l/message/x/1' },
  ...change,
});

export const anAnswer = (change: Partial<AnswerView> = {}): AnswerView => ({
  id: 't1',
  name: 'Jens Bro',
  mine: false,
  source: 'thread',
  text: 'Vi mangler en fast makker.',
  postedAt: at('10:42'),
  edited: false,
  late: false,
  ...change,
});

/** An item in which a question is put. */
export const aViewOf = (round: Partial<RoundView>, item: Partial<ItemView> = {}): CommitteeView =>
  aView({ item: anItem({ round: aRound(round), ...item }) });
