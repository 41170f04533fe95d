import type { ChannelReading } from '#dialogue/channelReading';
import type { Language } from '#dialogue/meeting';
import { createText, type Text } from '#text/text';
import da from '../../content/text/bot.da.json' with { type: 'json' };
import en from '../../content/text/bot.en.json' with { type: 'json' };
import daWithoutReading from '../../content/text/botWithoutReading.da.json' with { type: 'json' };
import enWithoutReading from '../../content/text/botWithoutReading.en.json' with { type: 'json' };

export type BotTextKey = keyof typeof da;
export type BotText = Text<BotTextKey>;

/** Times in what the bot posts are the committees' own, wherever the bot runs. */
export const ZONE = 'Europe/Copenhagen';

// British English writes day before month, as the Danish sentences do.
const LOCALES: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

const textIn = (language: Language, sentences: typeof da | typeof en): BotText =>
  createText<BotTextKey>(LOCALES[language], sentences, ZONE);

const TEXTS: Record<ChannelReading, Record<Language, BotText>> = {
  on: { da: textIn('da', da), en: textIn('en', en) },
  off: { da: textIn('da', { ...da, ...daWithoutReading }), en: textIn('en', { ...en, ...enWithoutReading }) },
};

/** What the bot says, in the committee's language. Where it is not told all messages it says other things of answering. */
export const botText = (language: Language, reading: ChannelReading = 'on'): BotText => TEXTS[reading][language];
