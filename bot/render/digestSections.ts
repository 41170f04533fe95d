import type { Digest, DigestAnswer, DigestQuestion } from '#dialogue/digest';
import type { Names } from '#dialogue/meeting';
import type { BotText } from './botText.ts';
import { type Element, openLink, richText } from './cards.ts';
import { heading, shown } from './plainText.ts';

/** An answer in the digest, before it is known how much of it fits on a page. */
export interface AnswerBlock {
  /** The line over the text: the name, and how the answer came. */
  readonly label: string;
  readonly text: string;
  /** Where it can be seen, where the text only says that there is nothing to read. */
  readonly link?: string | undefined;
}

/** A part of the digest that begins together and may go on over a page's end. */
export interface Section {
  readonly opening: readonly Element[];
  /** Stands over the opening where the section is the first of a page. */
  readonly atTop: readonly Element[];
  /** Stands at the top of the next page where the section goes on. */
  readonly again: readonly Element[];
  readonly answers: readonly AnswerBlock[];
}

/** The digest's questions in the order of the plan, then what was out beforehand only, what was skipped and what was not reached. */
export function digestSections(digest: Digest, text: BotText): readonly Section[] {
  const put = digest.questions.filter((question) => question.status === 'put');
  const several = new Set(put.map((question) => question.theme?.number)).size > 1;
  // An item that is called what its only theme is called says it once.
  const only = put[0]?.theme;
  const named = several || (only !== undefined && only.title !== digest.title);
  return [
    ...put.map((question, index) => {
      const begins = named && (index === 0 || put[index - 1]?.theme?.number !== question.theme?.number);
      return questionSection(question, begins, digest.names, text);
    }),
    ...digest.questions
      .filter(({ status }) => status === 'sentAhead')
      .map((question) => questionSection(question, false, digest.names, text)),
    ...listed('digest.skipped', 'skipped', digest, text),
    ...listed('digest.notReached', 'notReached', digest, text),
  ];
}

function questionSection(question: DigestQuestion, beginsTheme: boolean, names: Names, text: BotText): Section {
  const title = (rest = ''): Element =>
    richText(`${heading(question.text)}${rest}`, { weight: 'Bolder' }, { spacing: 'Medium', separator: true });
  const ahead = question.status === 'sentAhead' ? [richText(text('digest.sentAhead'), {}, { spacing: 'None' })] : [];
  const gap = gapOf(question);
  const unchecked = gap === undefined ? [] : [richText(text(gap))];
  return {
    opening: [
      ...(beginsTheme ? [themeLine(question, text)] : []),
      ...angleLines(question, text),
      title(),
      ...ahead,
      richText(countsOf(question, names, text), { isSubtle: true }, { spacing: 'None' }),
      ...unchecked,
    ],
    atTop: [],
    again: [title(` (${text('digest.continued')})`)],
    answers: question.answers.map((answer, index) => answerBlock(answer, whose(answer, index, names, text), text)),
  };
}

/** What may be missing, and why. */
export function gapOf({ checked, readBack }: DigestQuestion): 'digest.unchecked' | 'digest.notRead' | undefined {
  if (!checked) return 'digest.unchecked';
  return readBack === undefined || readBack === 'complete' ? undefined : 'digest.notRead';
}

const themeLine = ({ theme }: DigestQuestion, text: BotText): Element =>
  richText(
    theme === undefined
      ? text('digest.ownQuestion')
      : text('digest.theme', { number: theme.number, title: heading(theme.title) }),
    { isSubtle: true },
    { spacing: 'Large' },
  );

/** How many answers and people. An answer without a name is nobody's in particular, and is not counted as a person's. */
function countsOf(question: DigestQuestion, names: Names, text: BotText): string {
  if (question.tooFew) return text('digest.tooFew');
  if (question.answers.length === 0) return text('digest.noAnswers');
  const { people, unnamed, answers } = question;
  if (names === 'hidden') return text('digest.answers', { count: answers.length });
  const without = text('digest.unnamed', { count: unnamed });
  if (people === 0) return without;
  const counted = {
    answers: text('digest.answers', { count: answers.length - unnamed }),
    people: text('digest.people', { count: people }),
  };
  return unnamed === 0
    ? text('digest.counts', counted)
    : text('digest.countsUnnamed', { ...counted, unnamed: without });
}

const angleLines = ({ angle }: DigestQuestion, text: BotText): readonly Element[] =>
  angle === undefined ? [] : [richText(text('question.angle', { angle: heading(angle) }), {}, { spacing: 'Medium' })];

/** Who says it: the name, or where names are hidden a number to talk about it by; and the side whose own wording it is. */
function whose(answer: DigestAnswer, index: number, names: Names, text: BotText): readonly string[] {
  const side = answer.side === undefined ? [] : [text(`side.${answer.side}`)];
  if (names === 'hidden') return [text('digest.numbered', { number: index + 1 }), ...side];
  if (answer.name !== undefined) return [heading(answer.name), ...side];
  return answer.source === 'room' ? side : [text('digest.noName'), ...side];
}

function answerBlock(answer: DigestAnswer, name: readonly string[], text: BotText): AnswerBlock {
  const room = answer.source === 'room';
  const label = [
    ...name,
    ...(room ? [text(answer.paper ? 'digest.paper' : 'digest.room')] : []),
    ...(answer.late ? [text('digest.late')] : []),
    ...(answer.prepared ? [text('digest.prepared')] : []),
  ];
  const words = shown(answer.text ?? text('digest.textMissing')).trim();
  return { label: label.join(' · '), text: words === '' ? text('digest.noText') : words, link: answer.link };
}

/** A section a line, so that a long list may go on over a page's end. */
function listed(
  title: 'digest.skipped' | 'digest.notReached',
  status: DigestQuestion['status'],
  digest: Digest,
  text: BotText,
): readonly Section[] {
  const lines = digest.questions
    .filter((question) => question.status === status)
    .map((question) => richText(`• ${heading(question.text)}`, {}, { spacing: 'Small' }));
  const head = richText(text(title), { weight: 'Bolder' }, { spacing: 'Large', separator: true });
  const again = [richText(`${text(title)} (${text('digest.continued')})`, { weight: 'Bolder' })];
  return lines.map((line, index) =>
    index === 0
      ? { opening: [head, line], atTop: [], again, answers: [] }
      : { opening: [line], atTop: again, again, answers: [] },
  );
}

/** How an answer, or a part of it, stands on a page. */
export const answerElements = (label: string, words: string, link?: string): readonly Element[] => [
  richText(label, { isSubtle: true }, { spacing: 'Medium' }),
  richText(words, link === undefined ? {} : { selectAction: openLink(words, link) }, { spacing: 'None' }),
];
