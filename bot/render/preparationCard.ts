import type { BotText } from './botText.ts';
import { cardOf, richText } from './cards.ts';
import type { Message } from './message.ts';
import { heading } from './plainText.ts';
import { asked, type AskedQuestion, largerLine, SUMMARY_LIMIT } from './questionCard.ts';

export interface PreparedQuestion extends AskedQuestion {
  /** How many can read along; undefined where that is not known. */
  readonly readers?: number | undefined;
  /** How many the committee has listed, where it has. */
  readonly listed?: number | undefined;
  /**
   * `put`: by now, in a thread of its own; `notPut`: its item has ended without it; `dropped`: its item was thrown away
   * before it was opened.
   */
  readonly state: 'waiting' | 'put' | 'notPut' | 'dropped';
}

/** A question that is sent out beforehand: replies under it are kept, and shown when the question is put. */
export function preparationCard(question: PreparedQuestion, text: BotText): Message {
  const { readers, state } = question;
  const isOver = state === 'notPut' || state === 'dropped';
  const told =
    readers === undefined ? text('preparation.readersUnknown') : text('preparation.readers', { count: readers });
  return {
    card: cardOf([
      richText(text(isOver ? 'preparation.headOver' : 'preparation.head'), { weight: 'Bolder' }),
      ...asked(question, text),
      richText(state === 'waiting' ? told : text(`preparation.${state}`), { isSubtle: true }),
      ...(state === 'waiting' ? largerLine(question, text) : []),
    ]),
    summary: text('preparation.summary', { question: heading(question.text, SUMMARY_LIMIT) }),
  };
}
