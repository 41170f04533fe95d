import type { MinutesBlock } from './minutes.ts';

/**
 * The minutes as plain text. No line begins with what people wrote: not with a sign that a sheet takes for a formula, nor
 * with words that could pass for a heading of ours.
 */
export const minutesText = (blocks: readonly MinutesBlock[]): string =>
  blocks.map(({ type, text }) => WRITTEN[type](text)).join('\n');

const WRITTEN: Record<MinutesBlock['type'], (text: string) => string> = {
  title: (text) => text,
  heading: (text) => `\n${text}`,
  words: (text) => text,
  point: (text) =>
    `• ${text
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n  ')}`,
  // The cursor is where the writing goes on.
  blank: (text) => `\n${text} `,
};
