import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import type { Message } from '../message.ts';

/** What is found in a card when it is read and drawn. */
export interface Inspection {
  /** The words of each run block, as drawn. */
  readonly blocks: readonly string[];
  /** Each text that was given to the Markdown reader. */
  readonly markdown: readonly string[];
  /** What the reader of cards finds wrong. */
  readonly problems: readonly string[];
  readonly bytes: number;
  readonly actions: number;
  readonly version: unknown;
  /** `type` of everything in the card. */
  readonly types: ReadonlySet<string>;
}

/** Reads, checks and draws a message's card with the `adaptivecards` package. Needs a DOM. */
export function inspect(message: Message): Inspection {
  if (message.card === undefined) throw new Error('the message has no card');
  const markdown: string[] = [];
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    markdown.push(text);
    result.didProcess = true;
    result.outputHtml = '';
  };
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(message.card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  const drawn = card.render();
  return {
    blocks: [...(drawn?.querySelectorAll('.ac-richTextBlock') ?? [])].map(wordsOf),
    markdown,
    problems: [...events, ...card.validateProperties().validationEvents].map((event) => event.message),
    bytes: Buffer.byteLength(JSON.stringify(message.card)),
    actions: card.getActionCount(),
    version: message.card['version'],
    types: new Set(typesIn(message.card)),
  };
}

/** The words of all messages, a line a block. */
export const wordsIn = (messages: readonly Message[]): string =>
  messages.flatMap((message) => inspect(message).blocks).join('\n');

/** What a person reads: a line break in a run is drawn as `<br>`. */
function wordsOf(element: Element): string {
  for (const br of element.querySelectorAll('br')) br.replaceWith('\n');
  return element.textContent;
}

function typesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part && typeof part.type === 'string' ? [part.type] : [];
  return [...own, ...Object.values(part).flatMap(typesIn)];
}
