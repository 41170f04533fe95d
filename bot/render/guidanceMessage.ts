import type { BotText } from './botText.ts';
import type { Message } from './message.ts';

/** Where the bot cannot work. */
export type GuidancePlace = 'personal' | 'groupChat' | 'privateChannel' | 'sharedChannel';

/** Says what is needed, where somebody added or addressed the bot in vain. */
export const guidanceMessage = (where: GuidancePlace, text: BotText): Message => ({
  text: text(`guidance.${where}`),
  summary: text('guidance.summary'),
});
