import type { CommitteeView } from '../../../tabs/api/views.ts';
import { COMMITTEE, aView, at } from '../../../tabs/testing/views.ts';
import type { State } from '../State.ts';
import { answers, LONG_WORD, round, viewOf } from './samples.ts';

const asChair = (view: CommitteeView): CommitteeView => ({ ...view, you: { ...view.you, side: 'employees' } });
/** Where whoever leads has left the team, as somebody sees it who may do so much. */
const leftWith = (more: Partial<CommitteeView['you']>): CommitteeView => ({
  ...viewOf({ answers: answers(2) }),
  leadLeft: true,
  you: { name: 'Anna Holm', mayOpen: false, ...more },
});
/** When a question was answered that had been sent out beforehand. */
const DAYS_BEFORE = new Date('2026-05-12T08:12:00').toISOString();
const mine = { text: 'En makker den første uge.', at: at('10:38'), late: false, revision: 1 };

/** What a member sees where the committee or the item is not as most are. */
export const COMMITTEES: readonly State[] = [
  {
    name: 'names-hidden',
    page: 'panel',
    shows: 'answers.namesHidden',
    view: viewOf({ answers: answers(4, { name: undefined }) }, { names: 'hidden' }),
  },
  {
    name: 'names-hidden-answered',
    page: 'panel',
    shows: 'answers.you',
    view: viewOf({ mine, answers: answers(2, { name: undefined }) }, { names: 'hidden' }),
  },
  ...(['shown', 'hidden'] as const).map((names): State => ({
    name: `readers-unknown-names-${names}`,
    page: 'panel',
    shows: names === 'shown' ? 'answer.readers.unknown' : 'answer.readers.hidden.unknown',
    view: { ...viewOf({}, { names }), readers: undefined, names },
  })),
  {
    name: 'behalf-choosing',
    page: 'panel',
    shows: 'behalf.employees',
    view: asChair(viewOf()),
    steps: ({ page, words }) => page.getByRole('radio', { name: words('behalf.employees') }).check(),
  },
  {
    name: 'behalf-names-hidden',
    page: 'panel',
    shows: 'behalf.hidden.employees',
    view: asChair(viewOf({}, { names: 'hidden' })),
  },
  {
    name: 'behalf-answers',
    page: 'panel',
    shows: 'answers.side.leadership',
    view: viewOf({
      answers: [
        ...answers(1, { side: 'leadership', id: 'leadership', source: 'own', name: 'Lone Krogh' }),
        ...answers(1, { side: 'employees', id: 'employees', source: 'own', name: `Mette ${LONG_WORD}` }),
        ...answers(2),
      ],
    }),
  },
  {
    name: 'behalf-answers-names-hidden',
    page: 'panel',
    shows: 'answers.side.employees',
    view: viewOf(
      {
        answers: [
          ...answers(1, { side: 'employees', id: 'employees', source: 'own', name: undefined }),
          ...answers(2, { name: undefined }),
        ],
      },
      { names: 'hidden' },
    ),
  },
  {
    name: 'answers-prepared',
    page: 'panel',
    shows: 'answers.prepared',
    view: viewOf({
      answers: [
        ...answers(1, { id: 'before', prepared: true, postedAt: DAYS_BEFORE, name: 'Bo', source: 'thread' }),
        ...answers(1, {
          id: 'all',
          prepared: true,
          postedAt: at('08:40'),
          source: 'thread',
          edited: true,
          name: 'Lone Krogh',
        }),
        ...answers(2),
      ],
    }),
  },
  { name: 'countdown', page: 'panel', shows: ['question.left', { count: 7 }], view: viewOf({ endsAt: at('10:52') }) },
  {
    name: 'countdown-over',
    page: 'panel',
    shows: 'answer.submit',
    view: viewOf({ endsAt: at('10:40') }),
    steps: ({ page }) =>
      page
        .getByRole('timer')
        .filter({ hasText: /^5 min/ })
        .waitFor(),
  },
  {
    name: 'question-angle',
    page: 'panel',
    shows: 'question.angle',
    view: viewOf({ question: { ...round().question, angle: `Hos os: nye kolleger i ${LONG_WORD}.` } }),
  },
  {
    name: 'lead-may-take-over',
    page: 'panel',
    shows: ['takeOver.left', { name: 'Lone Krogh' }],
    view: leftWith({ mayTakeOver: true }),
  },
  {
    name: 'lead-has-left',
    page: 'panel',
    shows: ['takeOver.others', { name: 'Lone Krogh' }],
    view: leftWith({}),
  },
  {
    name: 'lead-taking-over-refused',
    page: 'panel',
    shows: ['takeOver.back', { name: viewOf().item?.lead.name ?? '' }],
    view: leftWith({ mayTakeOver: true }),
    answers: {
      'POST lead': {
        status: 403,
        body: { code: 'NotFacilitator', message: 'refused', view: viewOf({ answers: answers(2) }) },
      },
    },
    steps: async ({ press, show }) => {
      await press('takeOver.do');
      await show(viewOf({ answers: answers(2) }));
    },
  },
  {
    name: 'nothing-open-permission-missing',
    page: 'panel',
    shows: 'error.PermissionMissing',
    view: aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: false, permissionMissing: true } }),
  },
  ...(['Private', 'Shared'] as const).map((type): State => ({
    name: `problem-${type.toLowerCase()}-channel`,
    page: 'panel',
    shows: 'problem.otherChannel',
    teams: { channel: { id: COMMITTEE, type } },
  })),
];
