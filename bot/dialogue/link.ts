import type { CommitteeId, MessageId } from './ids.ts';
import type { Place } from './post.ts';

const ROOT = /[?&]parentMessageId=(\d{10,16})(?:&|$)/;
const MESSAGE = /\/l\/message\/([^/?]+)\/(\d{10,16})(?:[/?]|$)/;

/** A thread of a channel. */
interface ThreadPlace {
  readonly committee: CommitteeId;
  readonly root: MessageId;
  readonly tenant: string;
  readonly group: string;
}

/** Teams' deep link to a message of a thread (*Copy link* in Teams has the same form). */
export function messageLink({ committee, root, tenant, group }: ThreadPlace, message: MessageId): string {
  const query = new URLSearchParams({ tenantId: tenant, groupId: group, parentMessageId: root });
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(committee)}/${message}?${query.toString()}`;
}

/** Teams' deep link to a thread of a channel. */
export const threadLink = (thread: ThreadPlace): string => messageLink(thread, thread.root);

/**
 * The message that a pasted link leads to, and its thread.
 * @returns undefined where the text is no link to a message, or leads to another channel
 */
export function placeOfLink(link: string, committee: CommitteeId): Place | undefined {
  const [, channel, message] = MESSAGE.exec(link) ?? [];
  if (channel === undefined || message === undefined) return undefined;
  try {
    if (decodeURIComponent(channel) !== committee) return undefined;
  } catch {
    return undefined;
  }
  return { root: ROOT.exec(link)?.[1] ?? message, message };
}

/** Id that the configuration page gives to each tab of the app. */
const TAB_ENTITY = 'med-dialog';

/** Parts of the tab that links lead to; the tab reads the same names as its `subPageId`. */
export type SubPage = 'trial' | 'who';

/** Teams' deep link to the app's tab in a committee's channel, or to a part of it. */
export function tabLink(app: string, committee: CommitteeId, part?: SubPage): string {
  const context = { channelId: committee, ...(part !== undefined && { subEntityId: part }) };
  const query = new URLSearchParams({ context: JSON.stringify(context) });
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(app)}/${TAB_ENTITY}?${query.toString()}`;
}
