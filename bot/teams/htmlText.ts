/** Names of characters that editors write; any other is left as it was typed. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
  eacute: 'é',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  euro: '€',
};
const BREAKS = /^\/?(?:br|p|div|li|ul|ol|tr|table|blockquote|pre|h[1-6])$/;

interface Tag {
  /** In lower case, with `/` first where it closes. */
  readonly name: string;
  /** All of it, with its attributes. */
  readonly source: string;
}

/**
 * The words of a message's HTML: blocks become lines, mentions `<at>Name</at>` as in plain text, pictures and emoji
 * what stands in their `alt`. A quote of the message that is replied to is left out: these are somebody else's words.
 */
export function htmlText(html: string): string {
  let text = '';
  let quotes = 0;
  const open: boolean[] = [];
  for (const part of partsOf(html)) {
    const words = typeof part === 'string' ? decode(part) : wordsOf(part, open);
    quotes = typeof part === 'string' ? quotes : quoteDepth(part, quotes);
    if (quotes === 0) text += words;
  }
  return text
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** Text and tags in turn. As in HTML, a `<` before anything but a letter, `/` or `!` is text, and quotes may hold `>`. */
function* partsOf(html: string): Generator<string | Tag> {
  let from = 0;
  while (from < html.length) {
    const start = nextTag(html, from);
    if (start > from) yield html.slice(from, start);
    if (start === html.length) return;
    const end = html.startsWith('<!--', start) ? endOfComment(html, start) : endOfTag(html, start);
    const source = html.slice(start, end);
    yield { name: /^<(\/?[a-z][\w:-]*)/i.exec(source)?.[1]?.toLowerCase() ?? '', source };
    from = end;
  }
}

function nextTag(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1))
    if (/[a-z/!]/i.test(html.charAt(at + 1))) return at;
  return html.length;
}

function endOfComment(html: string, start: number): number {
  const end = html.indexOf('-->', start);
  return end < 0 ? html.length : end + 3;
}

function endOfTag(html: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at + 1;
    else if (character === '"' || character === "'") quote = character;
  }
  return html.length;
}

const isMention = ({ name, source }: Tag): boolean =>
  name === 'at' || (name === 'span' && /itemtype\s*=\s*["'][^"']*\/Mention["']/i.test(source));

/** `open` holds, for each span and at that is open, whether it is a mention. */
function wordsOf(tag: Tag, open: boolean[]): string {
  if (BREAKS.test(tag.name)) return '\n';
  if (/^(?:img|emoji)$/.test(tag.name)) return decode(/\balt\s*=\s*"([^"]*)"/i.exec(tag.source)?.[1] ?? '');
  if (/^(?:span|at)$/.test(tag.name)) return open[open.push(isMention(tag)) - 1] === true ? '<at>' : '';
  return /^\/(?:span|at)$/.test(tag.name) && open.pop() === true ? '</at>' : '';
}

/** How many quotes of other messages are open after this tag. */
function quoteDepth({ name, source }: Tag, depth: number): number {
  if (name === 'blockquote' && (depth > 0 || /itemtype\s*=\s*["'][^"']*\/Reply["']/i.test(source))) return depth + 1;
  return name === '/blockquote' ? Math.max(0, depth - 1) : depth;
}

const decode = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,8});/gi, (whole, name: string) =>
      name.startsWith('#') ? character(name.slice(1), whole) : (NAMED[name] ?? whole),
    );

function character(code: string, whole: string): string {
  const point = /^x/i.test(code) ? parseInt(code.slice(1), 16) : parseInt(code, 10);
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : whole;
}
