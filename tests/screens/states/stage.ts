import { aView, at } from '../../../tabs/testing/views.ts';
import type { State } from '../State.ts';
import { answers, LONG_ANSWER, LONG_WORD, plan, round, viewOf, viewOfItem } from './samples.ts';

const closed = { status: 'closed', closedAt: at('10:40') } as const;
const shown = { screen: 'answers' } as const;
const ended = {
  status: 'ended',
  endedAt: at('10:45'),
  plan: plan('closed', 'skipped', 'skipped'),
  round: round({ ...closed, answers: answers(2) }),
  digest: { key: 'z!p!digest!1', status: 'sent' },
} as const;

/** The big screen: alone on the meeting's stage, and over the channel's tab. */
export const STAGE: readonly State[] = [
  { name: 'stage-nothing-open', page: 'stage', shows: 'stage.nothing', view: aView({ item: undefined }) },
  { name: 'stage-before-first', page: 'stage', shows: 'item.soon', view: viewOfItem({ plan: plan() }) },
  { name: 'stage-question', page: 'stage', shows: ['stage.count', { count: 0 }], view: viewOf() },
  {
    name: 'stage-question-counting',
    page: 'stage',
    shows: ['stage.count', { count: 9 }],
    view: viewOf({
      answers: answers(9),
      endsAt: at('10:52'),
      question: { ...round().question, angle: `Hos os: nye kolleger i ${LONG_WORD}.` },
    }),
  },
  {
    name: 'stage-time-over',
    page: 'stage',
    shows: ['stage.count', { count: 3 }],
    view: viewOf({ answers: answers(3), endsAt: at('09:40') }, { openedAt: at('09:30') }),
    steps: ({ page }) =>
      page
        .getByRole('timer')
        .filter({ hasText: /^1 (?:time og|hour,) 5 min/ })
        .waitFor(),
  },
  { name: 'stage-answers-none', page: 'stage', shows: 'stage.empty', view: viewOf({}, shown) },
  {
    name: 'stage-answers',
    page: 'stage',
    // How many of them are seen is for the window to say.
    shows: ['stage.count', { count: 12 }],
    view: viewOf(
      { answers: [...answers(1, { side: 'leadership', id: 'side', name: 'Lone Krogh' }), ...answers(11)] },
      shown,
    ),
  },
  {
    name: 'stage-answers-long',
    page: 'stage',
    shows: 'stage.rest',
    view: viewOf({ answers: [...answers(2), ...answers(1, { id: 'long', text: LONG_ANSWER + LONG_ANSWER })] }, shown),
  },
  {
    name: 'stage-answers-names-hidden',
    page: 'stage',
    shows: ['stage.count', { count: 5 }],
    view: viewOf({ answers: answers(5, { name: undefined }) }, { ...shown, names: 'hidden' }),
  },
  {
    name: 'stage-closed',
    page: 'stage',
    shows: ['stage.closed', { count: 6 }],
    view: viewOf({ ...closed, answers: answers(6) }, { ...shown, plan: plan('closed') }),
  },
  { name: 'stage-ended', page: 'stage', shows: 'item.digest', view: viewOfItem(ended) },
  {
    name: 'stage-ended-nothing-put',
    page: 'stage',
    shows: 'item.noDigest',
    view: viewOfItem({ ...ended, plan: plan('skipped', 'skipped', 'skipped'), round: undefined, digest: undefined }),
  },
  {
    name: 'stage-stale',
    page: 'stage',
    shows: 'stage.stale.offline',
    view: viewOf({ answers: answers(2) }),
    steps: async ({ see, answer, poll }) => {
      await see(['stage.count', { count: 2 }]);
      answer('GET view', 'unreachable');
      await poll();
    },
  },
  {
    name: 'stage-outsider',
    page: 'stage',
    shows: 'problem.outsider',
    answers: { 'GET view': { status: 403, body: { code: 'NotMember', message: 'refused' } } },
  },
];
