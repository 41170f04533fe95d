import type { IExecuteAction, ITextInput } from '@microsoft/teams.cards';
import type { PostRef } from '#dialogue/post';
import type { BotText } from './botText.ts';
import { cardOf, type Element, richText } from './cards.ts';
import type { Message } from './message.ts';
import { heading } from './plainText.ts';

/** Verb of the card's Action.Execute, and the input whose text comes back in its data. */
export const ANSWER_VERB = 'answer';
export const ANSWER_INPUT = 'answer';

/** A question as it stands in the channel. */
export interface AskedQuestion {
  readonly text: string;
  readonly points: readonly string[];
  readonly theme?: { readonly number: number; readonly title: string } | undefined;
}

export interface OpenQuestion extends AskedQuestion {
  /** How many can read along; undefined where that is not known. */
  readonly readers?: number | undefined;
  /** Longest answer, in characters. */
  readonly limit: number;
  /** The post that this card is: comes back as `data.post` when somebody answers. */
  readonly ref: PostRef;
}

/** Room for a question in a notification, in characters. */
const SUMMARY_LIMIT = 200;

/** A question that is open for answers. */
export function questionCard(question: OpenQuestion, text: BotText): Message {
  const readers =
    question.readers === undefined
      ? text('question.readersUnknown')
      : text('question.readers', { count: question.readers });
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
    card: cardOf([...asked(question, text), richText(readers, { isSubtle: true }), input], { actions: [answer] }),
    summary: text('question.summary', { question: heading(question.text, SUMMARY_LIMIT) }),
  };
}

/** The same question once it is closed for answers. */
export function closedQuestionCard(question: AskedQuestion, answers: number, text: BotText): Message {
  const closed = richText(text('question.closed', { count: answers }), { weight: 'Bolder' });
  return {
    card: cardOf([...asked(question, text), closed]),
    summary: text('question.closedSummary', { question: heading(question.text, SUMMARY_LIMIT) }),
  };
}

function asked({ theme, text: question, points }: AskedQuestion, text: BotText): Element[] {
  const lead =
    theme === undefined
      ? []
      : [richText(text('question.theme', { number: theme.number, title: heading(theme.title) }), { isSubtle: true })];
  return [
    ...lead,
    richText(question.trim(), { size: 'Large', weight: 'Bolder' }, { spacing: 'Small' }),
    ...points.map((point) => richText(`• ${point}`, {}, { spacing: 'Small' })),
  ];
}
