import type { CommitteeView, NextView, PlannedView, PostView } from '../../../tabs/api/views.ts';
import { aView } from '../../../tabs/testing/views.ts';
import type { Scene, State } from '../State.ts';
import { LONG_WORD, plan } from './samples.ts';

export const you = { name: 'Anna Holm', mayOpen: true };
export const ANGLE = `Hos os: de to nye kolleger, der begynder den 1. juni i ${LONG_WORD}.`;
export const withNext = (change: Partial<NextView> = {}): CommitteeView =>
  aView({
    item: undefined,
    you,
    next: { id: 'udvalg.8', title: 'En attraktiv arbejdsplads', plan: plan(), unsettled: [], ...change },
  });

/** The plan with something else about its first question. */
export const firstWith = (change: Partial<PlannedView>): readonly PlannedView[] =>
  plan().map((question, index) => (index === 0 ? { ...question, ...change } : question));

const ahead: PostView = { key: 'r001!p!a', status: 'sent', link: 'https://teams.microsoft.com/l/message/x/1' };
const aheadIs = (status: NonNullable<PlannedView['ahead']>['status']): readonly PlannedView[] =>
  firstWith({ ahead: { key: ahead.key, status } });
const unsettled = (status: 'unknown' | 'blocked'): CommitteeView =>
  withNext({
    plan: aheadIs(status),
    unsettled: [{ post: { key: ahead.key, status }, of: 'preparation', number: 1 }],
  });

const askToSend = async ({ page, words }: Scene): Promise<void> =>
  page
    .getByRole('button', { name: words('ahead.send') })
    .first()
    .click();
/** An item that is prepared, as those see it who may open it. */
export const PREPARED: readonly State[] = [
  { name: 'prepared', page: 'panel', shows: 'open.confirm', view: withNext() },
  {
    name: 'prepared-adapted',
    page: 'panel',
    shows: ['picker.total', { count: 136 }],
    view: withNext({ title: `Velkomst i ${LONG_WORD}`, plan: firstWith({ angle: ANGLE, minutes: 120 }) }),
  },
  { name: 'prepared-sent', page: 'panel', shows: 'ahead.sent', view: withNext({ plan: firstWith({ ahead }) }) },
  {
    name: 'prepared-answered',
    page: 'panel',
    shows: ['ahead.replies', { count: 3 }],
    view: withNext({ plan: firstWith({ ahead: { ...ahead, replies: 3 } }) }),
  },
  { name: 'prepared-gone', page: 'panel', shows: 'ahead.gone', view: withNext({ plan: aheadIs('gone') }) },
  { name: 'prepared-sending', page: 'panel', shows: 'ahead.sending', view: withNext({ plan: aheadIs('sending') }) },
  { name: 'prepared-dropped', page: 'panel', shows: 'ahead.dropped', view: withNext({ plan: aheadIs('dropped') }) },
  { name: 'prepared-unknown', page: 'panel', shows: 'settle.preparation.unknown', view: unsettled('unknown') },
  { name: 'prepared-blocked', page: 'panel', shows: 'settle.preparation.blocked', view: unsettled('blocked') },
  { name: 'prepared-asking-to-send', page: 'panel', shows: 'ahead.sure', view: withNext(), steps: askToSend },
  {
    name: 'prepared-discarding',
    page: 'panel',
    shows: ['next.discard.sure', { title: 'En attraktiv arbejdsplads' }],
    view: withNext(),
    steps: ({ press }) => press('next.discard'),
  },
  {
    name: 'prepared-paper',
    page: 'panel',
    shows: 'paper.print',
    view: withNext({ plan: firstWith({ angle: ANGLE }) }),
    steps: ({ press }) => press('paper'),
  },
];
