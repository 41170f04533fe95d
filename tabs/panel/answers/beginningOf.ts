/** An answer longer than either is folded; of that, so much stands there. Lines are those that somebody made. */
const LONG = { characters: 600, lines: 12 };
const SHOWN = { characters: 450, lines: 9 };

/** What stands there of a long answer while it is folded: whole words. Undefined where the answer is not long. */
export function beginningOf(text: string): string | undefined {
  const lines = text.split('\n');
  if (text.length <= LONG.characters && lines.length <= LONG.lines) return undefined;
  const words = wholeWords(lines.slice(0, SHOWN.lines).join('\n'), SHOWN.characters);
  // The dots stay with the last word, not on a line of their own.
  return `${words.replace(/[\s,;:–-]+$/, '')}\u00a0…`;
}

function wholeWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = Math.max(text.lastIndexOf(' ', limit), text.lastIndexOf('\n', limit));
  return cut > 0 ? text.slice(0, cut) : wholeSigns(text, limit);
}

/** For one long word, or a language without spaces. What looks like one sign, as a family or a flag, may be many units. */
function wholeSigns(text: string, limit: number): string {
  // Beyond the limit, so that none is taken for two because its end is missing.
  const signs = [...new Intl.Segmenter().segment(text.slice(0, limit * 2))];
  const cut = signs.findLast(({ index }) => index <= limit)?.index ?? 0;
  return text.slice(0, cut > 0 ? cut : limit);
}
