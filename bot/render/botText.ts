import type { Language } from '#dialogue/meeting';
import { createText, type Text } from '#text/text';
import da from '../../content/text/bot.da.json' with { type: 'json' };
import en from '../../content/text/bot.en.json' with { type: 'json' };

export type BotTextKey = keyof typeof da;
export type BotText = Text<BotTextKey>;

/** Times in what the bot posts are the committees' own, wherever the bot runs. */
export const ZONE = 'Europe/Copenhagen';

const TEXTS: Record<Language, BotText> = {
  da: createText<BotTextKey>('da-DK', da, ZONE),
  // British English writes day before month, as the Danish sentences do.
  en: createText<BotTextKey>('en-GB', en, ZONE),
};

/** What the bot says, in the committee's language. */
export const botText = (language: Language): BotText => TEXTS[language];
