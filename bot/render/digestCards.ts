import { coverageOf, type Digest } from '#dialogue/digest';
import type { BotText } from './botText.ts';
import { CARD_LIMIT, cardOf, type Element, openLink, richText, sizeOf } from './cards.ts';
import { digestSections } from './digestSections.ts';
import { fillPages } from './fillPages.ts';
import { MARK_BYTES } from './mark.ts';
import type { Message } from './message.ts';
import { bytesOf, createPages } from './pages.ts';
import { heading } from './plainText.ts';

export interface DigestLinks {
  /** Deep link to the app's tab in the committee's channel. */
  readonly tab?: string | undefined;
}

/** Most messages that one digest becomes. */
export const DIGEST_PAGES = 3;

/**
 * What the bot posts when an item has ended: the first page as a thread of its own, the others as replies under it.
 * Each card takes at most `CARD_LIMIT`, its post's mark included; what has no room on the last page is named there, with a
 * link to the tab.
 */
export function digestCards(digest: Digest, links: DigestLinks, text: BotText): readonly Message[] {
  const title = heading(digest.title);
  const link = links.tab === undefined ? {} : { actions: [openLink(text('digest.open'), links.tab)] };
  const room = CARD_LIMIT - MARK_BYTES - sizeOf(cardOf([], link));
  const reserve = bytesOf([moreLine(digest.answers, text), moreLine(0, text)]);
  const pages = createPages(
    DIGEST_PAGES,
    (page) => (page === DIGEST_PAGES ? room - reserve : room),
    (page) => (page === 1 ? [headLine(digest, title, text)] : [pageLine(title, page, text)]),
  );
  const { shown, outcome } = fillPages(pages, digestSections(digest, text), text('digest.cut'));
  if (outcome === 'overflow') pages.add([moreLine(digest.answers - shown, text)]);
  return pages.all().map((body, index) => ({
    card: cardOf(body, index === 0 || (outcome === 'overflow' && index === DIGEST_PAGES - 1) ? link : {}),
    summary: index === 0 ? text('digest.summary', { title }) : text('digest.page', { title, page: index + 1 }),
  }));
}

function headLine(digest: Digest, title: string, text: BotText): Element {
  const head = text('digest.head', { title, at: new Date(digest.date) });
  const hidden = digest.names === 'hidden' ? ` ${text('digest.hidden')}` : '';
  return richText(`${head} ${text(`digest.${coverageOf(digest)}`, { count: digest.answers })}${hidden}`, {
    size: 'Medium',
    weight: 'Bolder',
  });
}

const pageLine = (title: string, page: number, text: BotText): Element =>
  richText(text('digest.page', { title, page }), { isSubtle: true });

const moreLine = (count: number, text: BotText): Element =>
  richText(text('digest.more', { count }), { weight: 'Bolder' }, { spacing: 'Large', separator: true });
