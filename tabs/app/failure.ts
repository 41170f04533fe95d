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
  return item && FIRST[code]?.(item, text);
}

/** Whether somebody was first, as a refusal with the view tells: then nothing is wrong. */
export const isOfFirst = (code: ApiError['code']): boolean => code in FIRST;

type Item = NonNullable<CommitteeView['item']>;
type First = (item: Item, text: PanelText) => string | undefined;

const put: First = ({ round }, text) =>
  round && text('first.put', { name: round.putByYou ? text('first.you') : round.putBy, at: new Date(round.putAt) });

const FIRST: Partial<Record<ApiError['code'], First>> = {
  QuestionAlreadyPut: put,
  RoundStillOpen: put,
  RoundClosed: ({ round }, text) => round?.closedAt && text('first.closed', { at: new Date(round.closedAt) }),
  MeetingEnded: ({ endedAt }, text) => endedAt && text('first.ended', { at: new Date(endedAt) }),
  // Without a name: who leads it by now may not be who opened it.
  MeetingAlreadyOpen: ({ title, openedAt }, text) => text('first.opened', { title, at: new Date(openedAt) }),
  NotFacilitator: ({ lead }, text) => (lead.mine ? undefined : text('first.lead', { name: lead.name })),
  AnswerChanged: ({ round }, text) => text(round?.mine === undefined ? 'first.answerGone' : 'first.answer'),
  PlanChanged: (_, text) => text('first.plan'),
  PostSettled: (_, text) => text('first.settled'),
};
