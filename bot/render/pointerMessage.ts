import type { BotText } from './botText.ts';
import { cardOf, openLink, richText } from './cards.ts';
import type { Message } from './message.ts';

/**
 * The one line in the chat of a Teams meeting: what is written there is no answer, and where to write one.
 * @param link to the current question's thread; undefined once the item is over
 */
export function pointerMessage(link: string | undefined, text: BotText): Message {
  const words = text(link === undefined ? 'pointer.ended' : 'pointer.open');
  const open = link === undefined ? [] : [openLink(text('pointer.link'), link)];
  return { card: cardOf([richText(words)], { actions: open }), summary: words };
}
