import { type Answer, isLate, isLiving, isPreparation, peopleIn } from './answer.ts';
import type { Instant } from './instant.ts';
import type { RoundId } from './ids.ts';
import { aheadOf, type Meeting, type MeetingTheme, type Names, type PlannedQuestion, type Round } from './meeting.ts';
import { type Mode, MODES } from './modes.ts';
import type { Side } from './setup.ts';
import { aheadPostKey, type Post, questionPostKey } from './post.ts';
import { type ChannelAddress, replyLink } from './postView.ts';
import type { ReadBack } from './readBack.ts';

export interface DigestAnswer {
  readonly name?: string | undefined;
  /** The side whose own wording it is. */
  readonly side?: Side | undefined;
  /** Absent where Teams brought a message back without telling its text. */
  readonly text?: string | undefined;
  /** Leads to a reply of which there is nothing to read. */
  readonly link?: string | undefined;
  readonly source: Answer['source'];
  readonly late: boolean;
  /** What was said in the room was handed in on paper. */
  readonly paper?: true | undefined;
  /** It was an answer to the question as it was sent out beforehand. */
  readonly prepared?: true | undefined;
}

export interface DigestQuestion {
  readonly text: string;
  /** *Dagens vinkel*. */
  readonly angle?: string | undefined;
  readonly theme?: MeetingTheme | undefined;
  /** `sentAhead`: not put, but out beforehand, with answers, or where they may be missing. */
  readonly status: 'put' | 'sentAhead' | 'skipped' | 'notReached';
  readonly answers: readonly DigestAnswer[];
  /** How many different people are known to have answered. */
  readonly people: number;
  /** How many of the answers are of nobody known: what was said in the room without a name. */
  readonly unnamed: number;
  /** Fewer answers came than the mode shows; then `answers` is empty. */
  readonly tooFew: boolean;
  /** False where nobody knows whether the question stands in the channel, so replies there may be missing. */
  readonly checked: boolean;
  /** What came of reading its thread back; undefined until that was tried, and where there is none. */
  readonly readBack?: ReadBack['status'] | undefined;
}

/** What an item came to, in the order of its plan. */
export interface Digest {
  readonly title: string;
  readonly date: Instant;
  readonly names: Names;
  readonly questions: readonly DigestQuestion[];
  readonly answers: number;
}

/** What is stored of an item's rounds. */
export interface DigestRows {
  readonly answers: readonly Answer[];
  readonly posts: readonly Post[];
  readonly readBacks: readonly ReadBack[];
}

/**
 * How much a digest can vouch for. `all`: what stands in the threads has been read back, and is in it. `known`: that has
 * not been tried (yet). `notAll`: something is known to be unknown.
 */
export type Coverage = 'all' | 'known' | 'notAll';

export function coverageOf({ questions }: Digest): Coverage {
  const asked = questions.filter(({ status }) => status === 'put' || status === 'sentAhead');
  if (!asked.every(isWithoutGap)) return 'notAll';
  return asked.every(({ readBack }) => readBack === 'complete') ? 'all' : 'known';
}

const isWithoutGap = ({ checked, readBack, answers }: DigestQuestion): boolean =>
  checked && (readBack ?? 'complete') === 'complete' && answers.every(({ text }) => text !== undefined);

/**
 * Gathers an item: its answers, what was skipped, and what could not be checked.
 * @param address where its channel is, for links to replies of which there is nothing to read
 */
export function digestOf(meeting: Meeting, rows: DigestRows, address?: ChannelAddress): Digest {
  const questions = meeting.plan.map((question): DigestQuestion => {
    const { text, angle } = question;
    const theme = meeting.themes.find((other) => other.number === question.theme);
    const round = meeting.rounds.find((other) => other.question === question.id);
    const read = { ...rows, linkTo: (answer: Answer) => address && replyLink(meeting, rows.posts, answer, address) };
    const found = round === undefined ? notPut(meeting, question, read) : ofRound(meeting, round, read);
    return { text, angle, theme, ...found };
  });
  return {
    title: meeting.title,
    date: meeting.openedAt,
    names: namesIn(meeting),
    questions,
    answers: questions.reduce((sum, question) => sum + question.answers.length, 0),
  };
}

/** Until a question is put nobody has fixed that names are shown. */
const namesIn = (meeting: Meeting): Names => (meeting.rounds.length === 0 ? 'hidden' : meeting.names);

type Found = Omit<DigestQuestion, 'text' | 'angle' | 'theme'>;

interface Read extends DigestRows {
  readonly linkTo: (answer: Answer) => string | undefined;
}

const ofRound = (meeting: Meeting, round: Round, { answers, posts, readBacks, linkTo }: Read): Found => ({
  status: 'put',
  ...gathered(answersIn(answers, round.id), round.mode, (answer) => ({
    name: meeting.names === 'shown' ? answer.author?.name : undefined,
    link: linkTo(answer),
    late: isLate(answer, round),
    prepared: (aheadOf(meeting, round.question) !== undefined && isPreparation(answer, round.putAt)) || undefined,
  })),
  checked: isChecked(questionPostKey(round.id), posts),
  readBack: readBackOf(readBacks, round.id),
});

/** What was written under a question that was sent out beforehand is gathered, though it was never put. */
function notPut(meeting: Meeting, question: PlannedQuestion, { posts, readBacks, linkTo, ...rows }: Read): Found {
  const ahead = aheadOf(meeting, question.id);
  const answers = ahead === undefined ? [] : answersIn(rows.answers, ahead.round);
  const checked = ahead === undefined || isChecked(aheadPostKey(ahead.round), posts);
  const readBack = ahead && readBackOf(readBacks, ahead.round);
  const name = (answer: Answer) => (namesIn(meeting) === 'shown' ? answer.author?.name : undefined);
  const status = question.skipped ? 'skipped' : 'notReached';
  return {
    status: answers.length === 0 && checked && (readBack ?? 'complete') === 'complete' ? status : 'sentAhead',
    ...gathered(answers, question.mode, (answer) => ({
      name: name(answer),
      link: linkTo(answer),
      late: false,
      prepared: true,
    })),
    tooFew: answers.length > 0 && answers.length < MODES[question.mode].minimum,
    checked,
    readBack,
  };
}

const readBackOf = (readBacks: readonly ReadBack[], round: RoundId): ReadBack['status'] | undefined =>
  readBacks.find((one) => one.round === round)?.status;

/** The living answers of a round, oldest first. */
const answersIn = (all: readonly Answer[], round: RoundId): readonly Answer[] =>
  all
    .filter((answer) => answer.round === round && isLiving(answer))
    .sort((left, right) => left.postedAt.localeCompare(right.postedAt));

function gathered(
  answers: readonly Answer[],
  mode: Mode,
  shown: (answer: Answer) => Pick<DigestAnswer, 'name' | 'link' | 'late' | 'prepared'>,
): Pick<DigestQuestion, 'answers' | 'people' | 'unnamed' | 'tooFew'> {
  if (answers.length < MODES[mode].minimum) return { answers: [], people: 0, unnamed: 0, tooFew: true };
  return {
    answers: answers.map((answer) => ({
      side: answer.side,
      text: answer.text,
      source: answer.source,
      paper: answer.paper,
      ...shown(answer),
    })),
    ...peopleIn(answers),
    tooFew: false,
  };
}

function isChecked(key: string, posts: readonly Post[]): boolean {
  const state = posts.find((other) => other.key === key)?.state;
  return state?.status === 'sent' || state?.status === 'gone' || (state?.status === 'dropped' && !state.uncertain);
}
