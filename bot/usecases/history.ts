import { digestOf } from '#dialogue/digest';
import type { MeetingId, QuestionId } from '#dialogue/ids';
import { hasDigest, type Meeting, questionOf } from '#dialogue/meeting';
import { isPut } from '#dialogue/plan';
import { digestPostKey } from '#dialogue/post';
import type { HistoryEntry, HistoryQuestion } from '#dialogue/team';
import type { Outbox } from './deps.ts';
import type { RoundRows } from './ports.ts';

type Ended = Meeting & { readonly status: 'ended' };

/** A line that can be made again from the item at any time. */
export function historyOf(
  meeting: Ended,
  rows: RoundRows,
  answers: number = digestOf(meeting, rows).answers,
): HistoryEntry {
  const state = rows.posts.find(({ key }) => key === digestPostKey(1))?.state;
  const others = meeting.plan.filter(({ id }) => !isPut(meeting, id));
  return {
    meeting: meeting.id,
    title: meeting.title,
    openedAt: meeting.openedAt,
    endedAt: meeting.endedAt,
    questions: meeting.rounds.map(({ question }) => historyQuestion(meeting, question)),
    others: others.length === 0 ? undefined : others.map(({ id }) => historyQuestion(meeting, id)),
    discarded: meeting.endedBy === 'discarded' || undefined,
    answers,
    digest: state?.status === 'sent' ? state.place.root : undefined,
  };
}

function historyQuestion(meeting: Meeting, id: QuestionId): HistoryQuestion {
  const planned = questionOf(meeting, id);
  const theme = meeting.themes.find(({ number }) => number === planned?.theme);
  return {
    id,
    text: planned?.text,
    angle: planned?.angle,
    theme: theme && { number: theme.number, title: theme.title, language: theme.language },
  };
}

/**
 * Writes an item's line when it ends, whatever becomes of its digest: somebody's answers are found by it. An item of
 * which no question was put or sent out has none to be found.
 */
export async function noteHistory({ store }: Pick<Outbox, 'store'>, id: MeetingId): Promise<void> {
  const meeting = (await store.readMeeting(id))?.value;
  if (meeting?.status !== 'ended' || !hasDigest(meeting)) return;
  await store.saveHistory(meeting.committee, historyOf(meeting, await store.readAllRounds(id)));
}
