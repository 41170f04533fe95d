import { at } from '../../../tabs/testing/views.ts';
import type { State } from '../State.ts';
import { answers, REPLY_LINK, viewOf } from './samples.ts';

const mine = { text: 'En makker den første uge.', at: at('10:38'), late: false, revision: 1 };
const closed = { status: 'closed', closedAt: at('10:40') } as const;

/** What members see once answering is closed. */
export const CLOSED: readonly State[] = [
  {
    name: 'question-closed',
    page: 'panel',
    shows: ['answers.closed', { count: 3 }],
    view: viewOf({ ...closed, answers: answers(3) }),
  },
  {
    name: 'question-closed-read',
    page: 'panel',
    shows: ['answers.closed.all', { count: 3 }],
    view: viewOf({ ...closed, readBack: 'complete', answers: answers(3) }),
  },
  {
    name: 'question-closed-not-allowed',
    page: 'panel',
    shows: 'answers.notAllowed',
    view: viewOf({
      ...closed,
      readBack: 'notAllowed',
      answers: [...answers(2), ...answers(1, { id: 'picture', source: 'thread', text: '', link: REPLY_LINK })],
    }),
  },
  {
    name: 'question-closed-unavailable',
    page: 'panel',
    shows: 'answers.unavailable',
    view: viewOf({ ...closed, readBack: 'unavailable', answers: answers(3) }),
  },
  {
    name: 'question-closed-whole',
    page: 'panel',
    shows: 'answers.less',
    view: viewOf({ ...closed, answers: answers(3) }),
    // Where the answers stand beside it nothing is folded.
    widths: [280],
    steps: ({ press }) => press('question.whole'),
  },
  {
    name: 'question-closed-answered',
    page: 'panel',
    shows: ['answer.stored.closed', { at: new Date(mine.at) }],
    view: viewOf({ ...closed, mine, answers: answers(3) }),
  },
];
