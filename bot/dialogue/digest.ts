import { type Answer, isLate, isLiving, isPreparation } from './answer.ts';
import type { Instant } from './instant.ts';
import { aheadOf, type Meeting, type MeetingTheme, type Names, type Round } from './meeting.ts';
import { MODES } from './modes.ts';
import type { Side } from './setup.ts';
import { type Post, questionPostKey } from './post.ts';

export interface DigestAnswer {
  readonly name?: string | undefined;
  /** The side whose own wording it is. */
  readonly side?: Side | undefined;
  /** Absent where Teams brought a message back without telling its text. */
  readonly text?: string | undefined;
  readonly source: Answer['source'];
  readonly late: boolean;
  /** It was an answer to the question as it was sent out beforehand. */
  readonly prepared?: true | undefined;
}

export interface DigestQuestion {
  readonly text: string;
  /** *Dagens vinkel*. */
  readonly angle?: string | undefined;
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
  readonly names: Names;
  readonly questions: readonly DigestQuestion[];
  readonly answers: number;
}

/** Gathers an item: its answers, what was skipped, and what could not be checked. */
export function digestOf(meeting: Meeting, answers: readonly Answer[], posts: readonly Post[]): Digest {
  const questions = meeting.plan.map((question): DigestQuestion => {
    const round = meeting.rounds.find((other) => other.question === question.id);
    const theme = meeting.themes.find((other) => other.number === question.theme);
    const { text, angle } = question;
    if (round === undefined) {
      const status = question.skipped ? 'skipped' : 'notReached';
      return { text, angle, theme, status, answers: [], people: 0, tooFew: false, checked: true };
    }
    return {
      text,
      angle,
      theme,
      status: 'put',
      ...gathered(meeting, round, answers),
      checked: isChecked(round, posts),
    };
  });
  return {
    title: meeting.title,
    date: meeting.openedAt,
    names: meeting.names,
    questions,
    answers: questions.reduce((sum, question) => sum + question.answers.length, 0),
  };
}

function gathered(
  meeting: Meeting,
  round: Round,
  all: readonly Answer[],
): Pick<DigestQuestion, 'answers' | 'people' | 'tooFew'> {
  const answers = all
    .filter((answer) => answer.round === round.id && isLiving(answer))
    .sort((left, right) => left.postedAt.localeCompare(right.postedAt));
  const people = new Set(answers.map((answer) => answer.author?.person ?? answer.key)).size;
  if (answers.length < MODES[round.mode].minimum) return { answers: [], people: 0, tooFew: true };
  return {
    answers: answers.map((answer) => ({
      name: meeting.names === 'shown' ? answer.author?.name : undefined,
      side: answer.side,
      text: answer.text,
      source: answer.source,
      late: isLate(answer, round),
      prepared: (aheadOf(meeting, round.question) !== undefined && isPreparation(answer, round.putAt)) || undefined,
    })),
    people,
    tooFew: false,
  };
}

function isChecked(round: Round, posts: readonly Post[]): boolean {
  const state = posts.find((other) => other.key === questionPostKey(round.id))?.state;
  return state?.status === 'sent' || state?.status === 'gone' || (state?.status === 'dropped' && !state.uncertain);
}
