/** The beginning of a question, for a list where each is a line or two: whole words, at most `limit` characters. */
export function firstWords(text: string, limit = 70): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.lastIndexOf(' ', limit);
  // The dots stay with the last word, not on a line of their own.
  return `${line.slice(0, cut > 0 ? cut : limit).replace(/[\s,;:–-]+$/, '')}\u00a0…`;
}
