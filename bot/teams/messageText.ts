import { htmlText } from '#html/htmlText';
import type { Activity } from './activity.ts';

/** What somebody wrote. */
export interface MessageText {
  /** Without the bot's name; undefined where Teams did not tell, empty where it told that there are no words. */
  readonly text: string | undefined;
  readonly addressed: boolean;
}

const QUOTE = /<blockquote[^>]{0,200}\/Reply["']/i;

/**
 * The plain `text` is what counts: nobody has to be trusted to have escaped it. The HTML that comes along is read only
 * where there is no plain text, and where it quotes another message, since plain text cannot tell the quote apart.
 * A mention of the bot is taken away, one of somebody else leaves the name. What merely looks like a mention stays.
 */
export function messageText(activity: Activity, appId: string): MessageText {
  const words = wordsOf(activity);
  if (words === undefined) return { text: undefined, addressed: false };
  const bots = [`28:${appId}`, activity.recipient.id];
  let [text, addressed] = [words, false];
  for (const entity of activity.entities) {
    if (entity.type !== 'mention') continue;
    const isBot = bots.includes(entity.mentioned.id);
    text = replaceFirst(text, entity.text, isBot ? '' : nameIn(entity.text), isBot);
    addressed ||= isBot;
  }
  return { text: text.trim(), addressed };
}

function wordsOf({ attachments, text = '' }: Activity): string | undefined {
  const html = attachments.find((attachment) => attachment.contentType === 'text/html')?.content;
  if (html !== undefined && (text.trim() === '' || QUOTE.test(html))) return htmlText(html);
  return text.trim() === '' ? undefined : text;
}

const nameIn = (mention: string): string => mention.replace(/^<at[^>]*>|<\/at>$/g, '');

/** Teams writes the space after a mention as `&nbsp;` now and then, also in plain text. */
function replaceFirst(text: string, part: string, by: string, withSpace: boolean): string {
  const at = part === '' ? -1 : text.indexOf(part);
  if (at < 0) return text;
  const rest = text.slice(at + part.length);
  return text.slice(0, at) + by + (withSpace ? rest.replace(/^(?:&nbsp;|\s)+/, '') : rest);
}
