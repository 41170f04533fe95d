import { Parser } from 'htmlparser2';

const BREAKS = /^(?:br|p|div|li|ul|ol|tr|table|blockquote|pre|h[1-6])$/;

type Attributes = Readonly<Record<string, string>>;

/** What stands for a mention. `id`: by which a list beside the message tells who it is, where it has one. */
export type ShowMention = (name: string, id: string | undefined) => string;

const asInPlainText: ShowMention = (name) => `<at>${name}</at>`;

/** A mention that is open, or something else in its tag: where its words begin. */
interface Open {
  readonly from: number;
  readonly isMention: boolean;
  readonly id: string | undefined;
}

/**
 * The words of a message's HTML: blocks become lines, mentions `<at>Name</at>` as in plain text or what is said, pictures and
 * emoji what stands in their `alt`. A quote of the message that is replied to is left out: these are somebody else's words.
 */
export function htmlText(html: string, showMention: ShowMention = asInPlainText): string {
  const words: string[] = [];
  /** How many quotes of other messages are open. */
  let quotes = 0;
  const people: Open[] = [];
  const say = (text: string): void => {
    if (quotes === 0) words.push(text);
  };
  const parser = new Parser({
    ontext: (text) => say(text.replace(/\s+/g, ' ')),
    onopentag(name, attributes) {
      if (BREAKS.test(name)) say('\n');
      if (name === 'img' || name === 'emoji') say(describedIn(attributes));
      if (isPerson(name))
        people.push({ from: words.length, isMention: isMention(name, attributes), id: attributes['id'] });
      if (isQuote(name, attributes, quotes)) quotes += 1;
    },
    onclosetag(name) {
      if (name === 'blockquote') quotes = Math.max(0, quotes - 1);
      if (BREAKS.test(name)) say('\n');
      const person = isPerson(name) ? people.pop() : undefined;
      if (person?.isMention === true && quotes === 0)
        words.push(showMention(words.splice(person.from).join(''), person.id));
    },
  });
  parser.end(html);
  return words
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** What Teams itself calls a picture that was pasted, where nobody has described it: no words of anybody's. */
const NAMELESS = /^(?:image|billede)$/i;

const describedIn = ({ alt = '' }: Attributes): string => (NAMELESS.test(alt.trim()) ? '' : alt);

const isPerson = (name: string): boolean => name === 'at' || name === 'span';

const isMention = (name: string, { itemtype = '' }: Attributes): boolean =>
  name === 'at' || itemtype.endsWith('/Mention');

/** Quotes within a quote of another message are part of it. */
const isQuote = (name: string, { itemtype = '' }: Attributes, open: number): boolean =>
  name === 'blockquote' && (open > 0 || itemtype.endsWith('/Reply'));
