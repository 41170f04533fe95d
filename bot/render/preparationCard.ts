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
  /** It has been put by now, in a thread of its own. */
  readonly isPut: boolean;
}

/** A question that is sent out beforehand: replies under it are kept, and shown when the question is put. */
export function preparationCard(question: PreparedQuestion, text: BotText): Message {
  const { readers, isPut } = question;
  const told =
    readers === undefined ? text('preparation.readersUnknown') : text('preparation.readers', { count: readers });
  return {
    card: cardOf([
      richText(text('preparation.head'), { weight: 'Bolder' }),
      ...asked(question, text),
      richText(isPut ? text('preparation.put') : told, { isSubtle: true }),
      ...(isPut ? [] : largerLine(question, text)),
    ]),
    summary: text('preparation.summary', { question: heading(question.text, SUMMARY_LIMIT) }),
  };
}
