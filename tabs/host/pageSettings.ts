/** What the server writes into the page it serves, so that the same build runs at any address. */
export interface PageSettings {
  /** Origins that may show the page beside those that teams-js knows; none in production. */
  readonly hosts: readonly string[];
  /** Client id of the app registration. */
  readonly clientId: string;
  /** Whether Teams gives the app all messages of the channel (`on`), or only those that mention it. */
  readonly channelReading: 'on' | 'off';
}

const metaOf = (page: Document, name: string): string =>
  page.querySelector(`meta[name="${name}"]`)?.getAttribute('content')?.trim() ?? '';

/** Reads the page's `<meta>` elements `teams-hosts` (origins, spaces between), `client-id` and `channel-reading`. */
export const readPageSettings = (page: Document): PageSettings => ({
  hosts: metaOf(page, 'teams-hosts').split(/\s+/).filter(Boolean),
  clientId: metaOf(page, 'client-id'),
  channelReading: metaOf(page, 'channel-reading') === 'off' ? 'off' : 'on',
});
