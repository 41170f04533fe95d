import type { CommitteeId, MessageId } from './ids.ts';

const ROOT = /[?&]parentMessageId=(\d{10,16})(?:&|$)/;
const MESSAGE = /\/l\/message\/([^/?]+)\/(\d{10,16})(?:[/?]|$)/;

/** Teams' deep link to a thread of a channel (*Copy link* in Teams has the same form). */
export function threadLink(at: { committee: CommitteeId; root: MessageId; tenant: string; group: string }): string {
  const query = new URLSearchParams({ tenantId: at.tenant, groupId: at.group, parentMessageId: at.root });
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(at.committee)}/${at.root}?${query.toString()}`;
}

/**
 * The thread that a pasted link leads to.
 * @returns undefined where the text is no link to a message, or leads to another channel
 */
export function rootOfLink(link: string, committee: CommitteeId): MessageId | undefined {
  const message = MESSAGE.exec(link);
  if (message?.[1] === undefined) return undefined;
  try {
    if (decodeURIComponent(message[1]) !== committee) return undefined;
  } catch {
    return undefined;
  }
  return ROOT.exec(link)?.[1] ?? message[2];
}

/** Id that the configuration page gives to each tab of the app. */
const TAB_ENTITY = 'med-dialog';

/** Teams' deep link to the app's tab in a committee's channel. */
export function tabLink(app: string, committee: CommitteeId): string {
  const query = new URLSearchParams({ context: JSON.stringify({ channelId: committee }) });
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(app)}/${TAB_ENTITY}?${query.toString()}`;
}
