import type { HistoryText } from './useHistoryText.ts';

/** A date with its year, as the language writes it: the history goes back for years. */
export const dateOf = (text: HistoryText, at: string): string =>
  text('history.date', { at: new Date(at), year: String(new Date(at).getFullYear()) });
