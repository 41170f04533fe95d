import type { Digest, DigestAnswer, DigestQuestion } from '#dialogue/digest';
import type { Instant } from '#dialogue/instant';
import type { PlannedQuestion } from '#dialogue/meeting';
import { type BotText, ZONE } from './botText.ts';
import { gapOf } from './digestSections.ts';
import { heading, shown } from './plainText.ts';

/**
 * A part of the minutes. A `point` may have several lines, everything else is one line; all of it is plain text of
 * whatever length. `blank` is a label after which the minute-taker writes.
 */
export interface MinutesBlock {
  readonly type: 'title' | 'heading' | 'words' | 'point' | 'blank';
  readonly text: string;
}

/** Break a line like a line feed where they are pasted. */
const BREAKS = /[\u2028\u2029]/g;
/** Not characters, and forbidden in XML: Word refuses a document that holds one. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;

/** A question as the digest has it, with what the plan alone has. */
interface Asked extends DigestQuestion {
  readonly points: readonly string[];
}

/**
 * What an ended item leaves for the committee's minutes: neutral, and without anybody's name.
 * `plan` is the item's, which the digest follows question by question.
 */
export function minutesOf(
  digest: Digest,
  plan: readonly Pick<PlannedQuestion, 'points'>[],
  text: BotText,
): readonly MinutesBlock[] {
  const put = digest.questions
    .map((question, index): Asked => ({ ...question, points: plan[index]?.points ?? [] }))
    .filter(({ status }) => status === 'put');
  return [
    block('title', text('minutes.title', { title: line(digest.title) })),
    block('words', text('minutes.date', { at: new Date(digest.date), year: yearOf(digest.date) })),
    block('heading', text('minutes.background')),
    block('words', text('minutes.talked', { count: put.length })),
    ...put.flatMap((question, index) => background(question, put, index, text)),
    ...put.flatMap((question, index) => views(question, put.length > 1 ? index + 1 : undefined, text)),
    ...digest.questions
      .filter(({ status }) => status === 'sentAhead')
      .flatMap((question) => viewsBeforehand(question, text)),
    ...listed(digest, 'skipped', text('digest.skipped')),
    ...listed(digest, 'notReached', text('digest.notReached')),
    block('blank', text('minutes.conclusion')),
  ];
}

const block = (type: MinutesBlock['type'], text: string): MinutesBlock => ({ type, text });

/** People's text on lines. A tab would begin another cell where it is pasted into a sheet, and there a formula may begin. */
const words = (text: string): string =>
  shown(text.replaceAll(BREAKS, '\n')).replaceAll('\t', ' ').replaceAll(NO_CHARACTERS, '').trim();

const line = (text: string): string => heading(words(text), Infinity);

const yearOf = (instant: Instant): string =>
  new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: ZONE }).format(new Date(instant));

/** The question as it was put, under its theme where that is another than the one before. */
function background(question: Asked, all: readonly Asked[], index: number, text: BotText): readonly MinutesBlock[] {
  const before = all[index - 1];
  const begins = index === 0 || before?.theme?.number !== question.theme?.number;
  const asked = line(question.text);
  return [
    ...(begins ? [block('words', themeLine(question, text))] : []),
    ...(question.angle === undefined ? [] : [block('words', text('minutes.angle', { angle: line(question.angle) }))]),
    block(
      'words',
      all.length > 1
        ? text('minutes.question.numbered', { number: index + 1, question: asked })
        : text('minutes.question', { question: asked }),
    ),
    ...question.points.map((point) => block('point', words(point))),
  ];
}

const themeLine = ({ theme }: DigestQuestion, text: BotText): string =>
  theme === undefined
    ? text('minutes.ownQuestion')
    : text('digest.theme', { number: theme.number, title: line(theme.title) });

/** `number`: of the question, where there are several. */
function views(question: DigestQuestion, number: number | undefined, text: BotText): readonly MinutesBlock[] {
  const title = number === undefined ? text('minutes.views') : text('minutes.views.numbered', { number });
  return [block('heading', title), ...viewBlocks(question, text)];
}

/** What was written under a question that was sent out and never put. */
const viewsBeforehand = (question: DigestQuestion, text: BotText): readonly MinutesBlock[] => [
  block('heading', text('minutes.sentAhead')),
  block('words', text('minutes.sentAhead.question', { question: line(question.text) })),
  ...viewBlocks(question, text),
];

function viewBlocks(question: DigestQuestion, text: BotText): readonly MinutesBlock[] {
  const gap = gapOf(question);
  return [
    ...(gap === undefined ? [] : [block('words', text(gap))]),
    ...(question.answers.length === 0
      ? [block('words', text(question.tooFew ? 'digest.tooFew' : 'minutes.noViews'))]
      : question.answers.map((answer) => block('point', view(answer, text)))),
  ];
}

/** A side is nobody's name, and its wording is what it has agreed on. */
function view({ text: said, late, side }: DigestAnswer, text: BotText): string {
  const known = said === undefined ? text('digest.textMissing') : words(said);
  const views = known === '' ? text('digest.noText') : known;
  const told = side === undefined ? views : text('minutes.side', { side: text(`side.${side}`), view: views });
  return late ? text('minutes.late', { view: told }) : told;
}

function listed(digest: Digest, status: DigestQuestion['status'], title: string): readonly MinutesBlock[] {
  const questions = digest.questions.filter((question) => question.status === status);
  return questions.length === 0
    ? []
    : [block('heading', title), ...questions.map(({ text }) => block('point', line(text)))];
}
