import type { MineAnswer } from '../../api/views.ts';
import { DOT } from '../../app/dot.ts';
import { isSameDay } from '../../app/isSameDay.ts';
import { dayOf } from './dayOf.ts';
import type { MineText } from './useMineText.ts';

/** How and when an answer was given, in one line; its day stands elsewhere. */
export function aboutAnswer(answer: MineAnswer, text: MineText): string {
  const { postedAt, writtenBy, editedAt, late } = answer;
  return [
    givenLine(answer, text),
    ...(writtenBy === undefined ? [] : [text('answers.writtenBy', { name: writtenBy })]),
    ...(editedAt === undefined ? [] : [editedLine(postedAt, editedAt, text)]),
    ...(late ? [text('answers.late')] : []),
  ].join(DOT);
}

/** Which way an answer came, and at what time. */
export const givenLine = (
  { source, paper, postedAt }: Pick<MineAnswer, 'source' | 'paper' | 'postedAt'>,
  text: MineText,
): string => text(`mine.given.${paper ? 'paper' : source}`, { at: new Date(postedAt) });

/** With its day where that is another one than the answer's. */
const editedLine = (postedAt: string, editedAt: string, text: MineText): string =>
  isSameDay(postedAt, editedAt)
    ? text('mine.edited', { at: new Date(editedAt) })
    : text('mine.edited.on', { date: dayOf(editedAt, text), at: new Date(editedAt) });
