import type { IExecuteAction, IOpenUrlAction, ITextInput } from '@microsoft/teams.cards';
import type { Names } from '#dialogue/meeting';
import type { PostRef } from '#dialogue/post';
import type { BotText } from './botText.ts';
import { cardOf, type Element, openLink, richText } from './cards.ts';
import type { Message } from './message.ts';
import { heading } from './plainText.ts';

/** Verb of the card's Action.Execute, and the input whose text comes back in its data. */
export const ANSWER_VERB = 'answer';
export const ANSWER_INPUT = 'answer';

/** A question as it stands in the channel. */
export interface AskedQuestion {
  readonly text: string;
  /** *Dagens vinkel*: the committee's own words, shown above the question. */
  readonly angle?: string | undefined;
  readonly points: readonly string[];
  readonly theme?: { readonly number: number; readonly title: string } | undefined;
  /** What came to it while it was out beforehand. Without a `link` it stands there no more. */
  readonly prepared?: { readonly answers: number; readonly link?: string | undefined } | undefined;
}

export interface OpenQuestion extends AskedQuestion {
  /** How many can read along; undefined where that is not known. */
  readonly readers?: number | undefined;
  /** How many are on the committee's own list; undefined until there is one. */
  readonly listed?: number | undefined;
  /** Whether names stand at answers in what the app shows. */
  readonly names: Names;
  /** Longest answer, in characters. */
  readonly limit: number;
  /** The post that this card is: comes back as `data.post` when somebody answers. */
  readonly ref: PostRef;
}

/** Room for a question in a notification, in characters. */
export const SUMMARY_LIMIT = 200;

/** A question that is open for answers. */
export function questionCard(question: OpenQuestion, text: BotText): Message {
  const input: ITextInput = {
    type: 'Input.Text',
    id: ANSWER_INPUT,
    label: text('question.input'),
    isMultiline: true,
    maxLength: question.limit,
  };
  const { table, partition, key } = question.ref;
  const answer: IExecuteAction = {
    type: 'Action.Execute',
    verb: ANSWER_VERB,
    title: text('question.answer'),
    data: { post: { table, partition, key } },
  };
  return {
    card: cardOf([...asked(question, text), ...preparedLine(question, text), ...readersLines(question, text), input], {
      actions: [answer, ...toPrepared(question, text)],
    }),
    summary: text('question.summary', { question: heading(question.text, SUMMARY_LIMIT) }),
  };
}

/** Who can read an answer, and whether the name stands there. */
function readersLines({ readers, names, ...question }: OpenQuestion, text: BotText): Element[] {
  const [known, unknown] =
    names === 'shown'
      ? (['question.readers', 'question.readersUnknown'] as const)
      : (['question.hidden', 'question.hiddenUnknown'] as const);
  const line = readers === undefined ? text(unknown) : text(known, { count: readers });
  return [richText(line, { isSubtle: true }), ...largerLine({ readers, ...question }, text)];
}

/** A warning where more can read along than the committee has listed. */
export function largerLine({ readers, listed }: Pick<OpenQuestion, 'readers' | 'listed'>, text: BotText): Element[] {
  if (readers === undefined || listed === undefined || readers <= listed) return [];
  return [richText(text('question.larger', { readers, listed }), {}, { spacing: 'Small' })];
}

/** The same question once it is closed for answers. */
export function closedQuestionCard(question: AskedQuestion, answers: number, text: BotText): Message {
  const closed = richText(text('question.closed', { count: answers }), { weight: 'Bolder' });
  const actions = toPrepared(question, text);
  return {
    card: cardOf(
      [...asked(question, text), ...preparedLine(question, text), closed],
      actions.length > 0 ? { actions } : {},
    ),
    summary: text('question.closedSummary', { question: heading(question.text, SUMMARY_LIMIT) }),
  };
}

/** Replies to a question that was sent out beforehand stand in a thread of their own. */
const preparedLine = ({ prepared }: AskedQuestion, text: BotText): Element[] =>
  prepared === undefined ? [] : [richText(text('question.prepared', { count: prepared.answers }))];

const toPrepared = ({ prepared }: AskedQuestion, text: BotText): IOpenUrlAction[] =>
  prepared?.link === undefined ? [] : [openLink(text('question.prepared.read'), prepared.link)];

/** Theme, question and points. */
export function asked({ theme, angle, text: question, points }: AskedQuestion, text: BotText): Element[] {
  const lead =
    theme === undefined
      ? []
      : [richText(text('question.theme', { number: theme.number, title: heading(theme.title) }), { isSubtle: true })];
  const today = angle === undefined ? [] : [richText(text('question.angle', { angle }), {}, { spacing: 'Small' })];
  return [
    ...lead,
    ...today,
    richText(question.trim(), { size: 'Large', weight: 'Bolder' }, { spacing: 'Small' }),
    ...points.map((point) => richText(`• ${point}`, {}, { spacing: 'Small' })),
  ];
}
