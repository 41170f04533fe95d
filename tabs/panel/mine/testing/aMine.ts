import type { MineAnswer, MineView } from '../../../api/views.ts';
import { at, COMMITTEE } from '../../../testing/views.ts';

/** A reply, edited, that came after closing. */
export const inThread: MineAnswer = {
  meeting: 'udvalg.7',
  round: 'r001',
  key: 't1778745601000',
  item: 'Velkomst',
  question: 'Hvordan kan vi styrke den gode velkomst?',
  source: 'thread',
  text: 'Vi mangler en fast makker.',
  postedAt: at('10:42'),
  editedAt: at('10:44'),
  late: true,
  link: 'https://teams.microsoft.com/l/message/x/1',
};
/** Written in the panel. */
export const inApp: MineAnswer = {
  ...inThread,
  round: 'r002',
  key: 'moid-anna',
  question: 'Hvad vil I prøve?',
  source: 'own',
  text: 'Makker den første uge',
  editedAt: undefined,
  late: false,
};

/** What the server would tell of Anna, with as much changed as a test is about. */
export const aMine = (change: Partial<MineView> = {}): MineView => ({
  committee: { id: COMMITTEE, name: 'Lokaludvalget' },
  person: { person: 'oid-anna', name: 'Anna Holm' },
  readAt: '2026-05-14T09:00:00.000Z',
  items: 1,
  answers: [inApp, inThread],
  deleted: [],
  led: [],
  wroteDown: [],
  listed: [],
  waiting: [],
  installed: false,
  teamsIds: [],
  ...change,
});
