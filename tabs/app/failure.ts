import { ApiError, Offline } from '../api/errors.ts';
import type { CommitteeView } from '../api/views.ts';
import type { PanelText } from './texts.ts';

/** What to say about something that was not done: who was first and with what, or why not and what to do now. */
export function describeFailure(error: Error, text: PanelText): string {
  if (error instanceof Offline) return text('failed.offline');
  if (!(error instanceof ApiError)) return text('problem.identity');
  return (error.view && firstWas(error, error.view, text)) ?? text.error(error.code);
}

function firstWas({ code }: ApiError, view: CommitteeView, text: PanelText): string | undefined {
  const { item } = view;
  const first = FIRST[code];
  // Two may have the same name; what is put and opened is so by whoever leads.
  return item && first?.(item, text, (name) => (item.lead.mine && name === view.you.name ? text('first.you') : name));
}

type Item = NonNullable<CommitteeView['item']>;
type First = (item: Item, text: PanelText, called: (name: string) => string) => string | undefined;

const put: First = ({ round }, text, called) =>
  round && text('first.put', { name: called(round.putBy), at: new Date(round.putAt) });

const FIRST: Partial<Record<ApiError['code'], First>> = {
  QuestionAlreadyPut: put,
  RoundStillOpen: put,
  RoundClosed: ({ round }, text) => round?.closedAt && text('first.closed', { at: new Date(round.closedAt) }),
  MeetingEnded: ({ endedAt }, text) => endedAt && text('first.ended', { at: new Date(endedAt) }),
  MeetingAlreadyOpen: (item, text, called) =>
    text('first.opened', { name: called(item.lead.name), title: item.title, at: new Date(item.openedAt) }),
  AnswerChanged: ({ round }, text) => text(round?.mine === undefined ? 'first.answerGone' : 'first.answer'),
  PlanChanged: (_, text) => text('first.plan'),
  PostSettled: (_, text) => text('first.settled'),
};
