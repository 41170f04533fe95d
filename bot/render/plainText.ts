/** Control characters but tab and line feed: they show nothing, and some JSON readers refuse them. */
const CONTROLS = /(?![\t\n])\p{Cc}/gu;
/** Room for a question or a title on a card, in characters: more than any of the material's. */
const HEADING_LIMIT = 1_000;

/** Anything that is not shown as it is, or may not be. Most texts have nothing of it, and are looked through once. */
const UNUSUAL = /[^\t\n -~\u00a0-\ud7ff\ue000-\uffff]/;

/** People's text as it can be shown anywhere: one kind of line break, no control characters, no half characters. */
export const shown = (text: string): string =>
  UNUSUAL.test(text) ? text.replaceAll(/\r\n?/g, '\n').replaceAll(CONTROLS, '').toWellFormed() : text;

/** The same on one line, and short enough for a heading. */
export const heading = (text: string, limit = HEADING_LIMIT): string => {
  const line = shown(text).replaceAll(/\s+/g, ' ').trim();
  const [kept, rest] = cutAtWord(line, limit);
  return rest === '' ? kept : `${kept} …`;
};

/**
 * Cuts a text in two between words, the first part at most `limit` characters (UTF-16 units).
 * Where there is no gap in the second half of that part, the cut goes through a word, never through a character.
 */
export function cutAtWord(text: string, limit: number): readonly [kept: string, rest: string] {
  if (text.length <= limit) return [text, ''];
  const gap = /\s/.test(text.charAt(limit)) ? limit : text.slice(0, limit).search(/\s\S*$/);
  if (gap > limit / 2) return [text.slice(0, gap).trimEnd(), text.slice(gap).trimStart()];
  const half = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return [text.slice(0, half), text.slice(half)];
}
