import { type Answer, isLate, isLiving } from './answer.ts';
import type { Instant } from './instant.ts';
import { type Meeting, type MeetingTheme, questionOf, type Round } from './meeting.ts';
import { MODES } from './modes.ts';
import { type Post, questionPostKey } from './post.ts';

export interface DigestAnswer {
  readonly name?: string | undefined;
  /** Absent where Teams brought a message back without telling its text. */
  readonly text?: string | undefined;
  readonly source: Answer['source'];
  readonly late: boolean;
}

export interface DigestQuestion {
  readonly text: string;
  readonly theme?: MeetingTheme | undefined;
  readonly status: 'put' | 'skipped' | 'notReached';
  readonly answers: readonly DigestAnswer[];
  /** How many different people answered. */
  readonly people: number;
  /** Fewer answers came than the mode shows; then `answers` is empty. */
  readonly tooFew: boolean;
  /** False where nobody knows whether the question stands in the channel, so replies there may be missing. */
  readonly checked: boolean;
}

/** What an item came to, in the order of its plan. */
export interface Digest {
  readonly title: string;
  readonly date: Instant;
  readonly questions: readonly DigestQuestion[];
  readonly answers: number;
}

/** Gathers an item: its answers, what was skipped, and what could not be checked. */
export function digestOf(meeting: Meeting, answers: readonly Answer[], posts: readonly Post[]): Digest {
  const questions = meeting.plan.map((question): DigestQuestion => {
    const round = meeting.rounds.find((other) => other.question === question.id);
    const theme = meeting.themes.find((other) => other.number === question.theme);
    const text = questionOf(meeting, question.id)?.text ?? '';
    if (round === undefined) {
      const status = question.skipped ? 'skipped' : 'notReached';
      return { text, theme, status, answers: [], people: 0, tooFew: false, checked: true };
    }
    return { text, theme, status: 'put', ...gathered(round, answers), checked: isChecked(round, posts) };
  });
  return {
    title: meeting.title,
    date: meeting.openedAt,
    questions,
    answers: questions.reduce((sum, question) => sum + question.answers.length, 0),
  };
}

function gathered(round: Round, all: readonly Answer[]): Pick<DigestQuestion, 'answers' | 'people' | 'tooFew'> {
  const answers = all
    .filter((answer) => answer.round === round.id && isLiving(answer))
    .sort((left, right) => left.postedAt.localeCompare(right.postedAt));
  const people = new Set(answers.map((answer) => answer.author?.person ?? answer.key)).size;
  if (answers.length < MODES[round.mode].minimum) return { answers: [], people: 0, tooFew: true };
  return {
    answers: answers.map((answer) => ({
      name: answer.author?.name,
      text: answer.text,
      source: answer.source,
      late: isLate(answer, round),
    })),
    people,
    tooFew: false,
  };
}

function isChecked(round: Round, posts: readonly Post[]): boolean {
  const state = posts.find((other) => other.key === questionPostKey(round.id))?.state;
  return state?.status === 'sent' || state?.status === 'gone' || (state?.status === 'dropped' && !state.uncertain);
}
