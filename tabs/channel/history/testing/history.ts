import type { HistoryView } from '#contract/responses';
import { at } from '../../../testing/views.ts';
import type { HistoryItem } from '../../../api/views.ts';

export const aHistoryItem = (change: Partial<HistoryItem> = {}): HistoryItem => ({
  meeting: 'udvalg.7',
  title: 'Velkomst',
  openedAt: at('10:29'),
  endedAt: at('10:45'),
  questions: [
    {
      id: '3/1',
      text: 'Hvordan kan vi lokalt styrke den gode velkomst?',
      theme: { number: 3, title: 'En attraktiv arbejdsplads', language: 'da' },
    },
  ],
  answers: 9,
  digest: 'https://teams.microsoft.com/l/message/x/2',
  ...change,
});

export const aHistory = (change: Partial<HistoryView> = {}): HistoryView => ({
  items: [aHistoryItem()],
  taken: [],
  ...change,
});
