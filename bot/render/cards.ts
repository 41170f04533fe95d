import type { CardElementArray, IAdaptiveCard, IOpenUrlAction, IRichTextBlock, ITextRun } from '@microsoft/teams.cards';
import type { Message } from './message.ts';
import { shown } from './plainText.ts';

export type Element = CardElementArray[number];
type Style = Omit<ITextRun, 'type' | 'text'>;

/** Most bytes of a card as JSON in UTF-8. Teams' documents name limits from 28 KB up. */
export const CARD_LIMIT = 24 * 1024;

/** Bytes that something takes as JSON in UTF-8. */
export const sizeOf = (part: unknown): number => Buffer.byteLength(JSON.stringify(part));

// The functions that cards work out themselves: {{DATE(…)}} and {{TIME(…)}}, in runs too.
const BEFORE_FUNCTION = /(?<=\{)(?=\{(?:DATE|TIME)\()/;

/**
 * A block of text shown as it was typed. TextBlock reads a subset of Markdown in Teams, TextRun reads none (Microsoft's
 * "Text features" of Adaptive Cards), so all that people wrote and all of the material stands in runs.
 * A run that would hold a date function is cut in two inside its braces: what is shown is the same, and nothing is worked out.
 */
export const richText = (text: string, style: Style = {}, block: Partial<IRichTextBlock> = {}): IRichTextBlock => ({
  ...block,
  type: 'RichTextBlock',
  inlines: runsOf(shown(text)).map((part) => ({ type: 'TextRun', ...style, text: part })),
});

const runsOf = (text: string): readonly string[] =>
  text.includes('{{') ? text.split(BEFORE_FUNCTION).filter((part) => part !== '') : text === '' ? [] : [text];

/** A card as Teams takes it: Adaptive Cards 1.5 is the newest that its desktop, web and mobile clients all draw. */
export const cardOf = (
  body: Element[],
  more: Pick<IAdaptiveCard, 'actions' | 'msteams'> = {},
): NonNullable<Message['card']> => ({
  type: 'AdaptiveCard',
  version: '1.5',
  ...more,
  msteams: { width: 'full', ...more.msteams },
  body,
});

export const openLink = (title: string, url: string): IOpenUrlAction => ({ type: 'Action.OpenUrl', title, url });
