import { aView, at } from '../../../tabs/testing/views.ts';
import type { State } from '../State.ts';
import { answers, LONG_ANSWER, LONG_WORD, plan, REPLY_LINK, round, second, viewOf, viewOfItem } from './samples.ts';

const mine = { text: 'En makker den første uge.', at: at('10:38'), late: false, revision: 1 };
const closed = { status: 'closed', closedAt: at('10:40') } as const;
const refused = (code: string, status: number) => ({ status, body: { code, message: 'refused' } });
const WORDS = 'En rundvisning er ikke nok.';

/** What members of a committee see in the panel. */
export const MEMBER: readonly State[] = [
  {
    name: 'loading',
    page: 'panel',
    shows: 'loading',
    answers: { 'GET view': 'never' },
    // What the page is about is not known yet.
    allows: ['page-has-heading-one'],
  },
  { name: 'nothing-open-member', page: 'panel', shows: 'nothing.member', view: aView({ item: undefined }) },
  { name: 'before-first-member', page: 'panel', shows: 'item.soon', view: viewOfItem({ plan: plan() }) },
  { name: 'question-empty', page: 'panel', shows: 'answers.empty', view: viewOf() },
  {
    name: 'question-direction-unfolded',
    page: 'panel',
    shows: 'answers.empty',
    view: viewOf(),
    steps: ({ page, words }) => page.getByText(words('theme.direction')).click(),
  },
  {
    name: 'question-own',
    page: 'panel',
    shows: ['answers', { count: 1 }],
    view: viewOf({
      theme: undefined,
      question: { text: `Hvad betyder ${LONG_WORD} for os?`, points: ['Ét punkt', LONG_WORD] },
      answers: answers(1),
    }),
  },
  {
    name: 'question-writing-long',
    page: 'panel',
    shows: ['answers', { count: 4 }],
    view: viewOf({ answers: answers(4) }),
    steps: ({ fill }) => fill('answer.label', LONG_ANSWER),
  },
  {
    name: 'question-too-long',
    page: 'panel',
    shows: ['answer.tooLong', { limit: 20_000 }],
    view: viewOf(),
    steps: ({ fill }) => fill('answer.label', 'ord '.repeat(5_001)),
  },
  {
    name: 'question-answered',
    page: 'panel',
    shows: ['answer.stored', { at: new Date(mine.at) }],
    view: viewOf({ mine, answers: answers(2) }),
  },
  {
    name: 'answer-editing',
    page: 'panel',
    shows: 'answer.edit.label',
    view: viewOf({ mine, answers: answers(2) }),
    steps: ({ press }) => press('answer.edit'),
  },
  {
    name: 'answer-deleting',
    page: 'panel',
    shows: 'answer.delete.sure',
    view: viewOf({ mine, answers: answers(2) }),
    steps: ({ press }) => press('answer.delete'),
  },
  {
    name: 'answers-long',
    page: 'panel',
    shows: 'answers.whole',
    view: viewOf({ answers: [...answers(1, { text: LONG_ANSWER }), ...answers(3).slice(1)] }),
  },
  {
    name: 'answers-long-unfolded',
    page: 'panel',
    shows: 'answers.less',
    view: viewOf({ answers: answers(1, { text: LONG_ANSWER }) }),
    steps: ({ press }) => press(['answers.whole.label', { name: 'Jens Bro' }]),
  },
  { name: 'answers-30', page: 'panel', shows: ['answers', { count: 30 }], view: viewOf({ answers: answers(30) }) },
  {
    name: 'answers-said-edited-late-nameless',
    page: 'panel',
    shows: 'answers.textMissing',
    view: viewOf({
      ...closed,
      answers: [
        ...answers(1, { source: 'room', edited: true }),
        ...answers(1, { id: 'late', late: true, name: undefined, postedAt: at('10:41') }),
        ...answers(1, { id: 'textless', source: 'thread', text: undefined, link: REPLY_LINK }),
      ],
    }),
  },
  {
    name: 'question-answered-in-thread',
    page: 'panel',
    shows: ['answer.inThread', { at: new Date(at('10:34')) }],
    view: viewOf({ answers: answers(1, { mine: true, source: 'thread', postedAt: at('10:34') }) }),
  },
  {
    name: 'answer-late-writing',
    page: 'panel',
    shows: 'answer.willBeLate',
    view: viewOf({ ...closed, answers: answers(3) }),
    steps: ({ press }) => press('answer.comeLate'),
  },
  {
    name: 'answer-late',
    page: 'panel',
    shows: ['answer.late', { at: new Date(at('10:42')) }],
    view: viewOf({
      ...closed,
      mine: { ...mine, at: at('10:42'), late: true },
      answers: [...answers(2), ...answers(1, { id: 'late', late: true, name: 'Bo', postedAt: at('10:41') })],
    }),
  },
  {
    name: 'answer-edit-too-late',
    page: 'panel',
    shows: 'answer.edit.tooLate',
    view: viewOf({ mine, answers: answers(2) }),
    steps: async ({ press, fill, show }) => {
      await press('answer.edit');
      await fill('answer.edit.label', `${mine.text} ${WORDS}`);
      await show(viewOf({ ...closed, mine, answers: answers(2) }));
    },
  },
  {
    name: 'answer-elsewhere',
    page: 'panel',
    shows: 'answer.elsewhere.replaces',
    view: viewOf(),
    steps: async ({ fill, show }) => {
      await fill('answer.label', WORDS);
      await show(viewOf({ mine, answers: answers(1) }));
    },
  },
  {
    name: 'answer-unsent',
    page: 'panel',
    shows: 'answer.unsent.send',
    view: viewOf(),
    steps: async ({ fill, show }) => {
      await fill('answer.label', WORDS);
      await show(viewOfItem({ plan: plan('closed', 'open'), round: second(), version: at('10:43') }));
    },
  },
  {
    name: 'answer-sending',
    page: 'panel',
    shows: 'sending',
    view: viewOf(),
    answers: { 'PUT answer': 'never' },
    steps: async ({ fill, press }) => {
      await fill('answer.label', WORDS);
      await press('answer.submit');
    },
  },
  {
    name: 'answer-offline',
    page: 'panel',
    shows: 'answer.offline',
    view: viewOf({ answers: answers(2) }),
    answers: { 'PUT answer': 'unreachable' },
    steps: async ({ fill, press }) => {
      await fill('answer.label', WORDS);
      await press('answer.submit');
    },
  },
  {
    name: 'answer-refused',
    page: 'panel',
    shows: 'error.TooMany',
    view: viewOf({ answers: answers(2) }),
    answers: { 'PUT answer': refused('TooMany', 429) },
    steps: async ({ fill, press }) => {
      await fill('answer.label', WORDS);
      await press('answer.submit');
    },
  },
  {
    name: 'answer-conflict',
    page: 'panel',
    shows: 'first.answer',
    view: viewOf(),
    steps: async ({ fill, press, answer, show }) => {
      await fill('answer.label', WORDS);
      const view = viewOf({ mine, answers: answers(1) });
      answer('PUT answer', { status: 409, body: { code: 'AnswerChanged', message: 'refused', view } });
      await press('answer.submit');
      await show(view);
    },
  },
  {
    name: 'stale-offline',
    page: 'panel',
    shows: 'stale.offline',
    view: viewOf({ answers: answers(2) }),
    steps: async ({ see, answer, poll }) => {
      await see(['answers', { count: 2 }]);
      answer('GET view', 'unreachable');
      await poll();
    },
  },
  {
    name: 'stale-server',
    page: 'panel',
    shows: 'stale.other',
    view: viewOf({ answers: answers(2) }),
    steps: async ({ see, answer, poll }) => {
      await see(['answers', { count: 2 }]);
      answer('GET view', refused('Unavailable', 503));
      await poll();
    },
  },
  ...(['sending', 'unknown', 'blocked', 'dropped'] as const).map((status): State => ({
    name: `post-${status}`,
    page: 'panel',
    shows: `post.question.${status}`,
    view: viewOf({ post: { ...round().post, status, link: undefined } }),
  })),
];
