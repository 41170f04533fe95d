import type { PanelText } from './texts.ts';

/** What stands for an answer's words: a picture alone has none, and of some answers Teams has not told them. */
export function wordsOf(words: string | undefined, text: PanelText): string {
  if (words === undefined) return text('answers.textMissing');
  return words.trim() === '' ? text('answers.noText') : words;
}
