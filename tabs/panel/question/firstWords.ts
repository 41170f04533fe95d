/** Where a question goes on in its points, which a line has no room for: *…, fx* or a colon at its end. */
const LEADS_ON = /[\s,;:–-]*(\b(fx|f\.eks\.|e\.g\.)|:)\s*:?$/i;

/** A question as a line of its own, without its points. */
export const asLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().replace(LEADS_ON, DOTS);

/** The dots stay with the last word, not on a line of their own. */
const DOTS = '\u00a0…';

/** The beginning of a question, for a list where each is a line or two: whole words, at most `limit` characters. */
export function firstWords(text: string, limit = 70): string {
  const line = asLine(text);
  if (line.length <= limit) return line;
  const cut = line.lastIndexOf(' ', limit);
  return `${line.slice(0, cut > 0 ? cut : limit).replace(/[\s,;:–-]+$/, '')}${DOTS}`;
}
