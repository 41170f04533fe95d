import { z } from 'zod';
import type { Instant } from '#dialogue/instant';
import type { ReplyFound } from '#dialogue/readBack';
import { hasPicture } from '#html/hasPicture';
import { htmlText } from '#html/htmlText';
import type { OwnMessage, ThreadsPort } from '#usecases/ports';
import { type ChatMessage, chatMessagesIn } from './chatMessage.ts';
import { type GraphDeps, NotFound, readPages } from './pages.ts';

/** Graph gives at most 50 messages a page. */
const PAGE = 50;

/**
 * What stands in a channel, of Graph's lists of messages and of replies. The team's `ChannelMessage.Read.Group`, by which
 * Teams tells of replies, allows to read them too.
 * https://learn.microsoft.com/graph/api/channel-list-messages
 * https://learn.microsoft.com/graph/api/chatmessage-list-replies
 */
export const createThreads = (deps: GraphDeps & { readonly appId: string }): ThreadsPort => ({
  async read({ group }, committee, root) {
    const listed = await list(deps, repliesUnder(messagesIn(group, committee), root));
    if (listed === undefined) return undefined;
    const { messages, isWhole } = chatMessagesIn(listed);
    return { replies: messages.flatMap((message) => foundIn(message, deps.appId) ?? []), isWhole };
  },
  async own({ group }, committee, where) {
    const path = messagesIn(group, committee);
    const listed =
      'root' in where
        ? await list(deps, repliesUnder(path, where.root))
        : await list(deps, path, (page) => isOlder(page, where.since));
    if (listed === undefined) return undefined;
    const { messages, isWhole } = chatMessagesIn(listed);
    return { messages: messages.flatMap((message) => ownIn(message, deps.appId) ?? []), isWhole };
  },
});

const messagesIn = (group: string, committee: string): string =>
  `teams/${encodeURIComponent(group)}/channels/${encodeURIComponent(committee)}/messages`;

const repliesUnder = (messages: string, root: string): string => `${messages}/${root}/replies`;

/** @returns undefined where Graph knows of nothing there */
async function list(
  deps: GraphDeps,
  path: string,
  isLast?: (page: readonly unknown[]) => boolean,
): Promise<readonly unknown[] | undefined> {
  try {
    return await readPages(deps, `${path}?$top=${PAGE}`, z.unknown(), isLast);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** Graph lists a channel's messages by when they were changed last, the newest first. */
function isOlder(page: readonly unknown[], since: Instant): boolean {
  const { messages } = chatMessagesIn(page);
  return messages.length > 0 && messages.every((message) => changedAt(message) < since);
}

const changedAt = ({ lastModifiedDateTime, createdDateTime }: ChatMessage): Instant =>
  lastModifiedDateTime ?? createdDateTime;

function ownIn(message: ChatMessage, appId: string): OwnMessage | undefined {
  const { id, replyToId, deletedDateTime, from, attachments } = message;
  const isThere = (deletedDateTime ?? undefined) === undefined;
  if (from?.application?.id !== appId || !isThere) return undefined;
  const card = attachments?.map(cardIn).find((one) => one !== undefined);
  return { place: { root: replyToId ?? id, message: id }, words: plainIn(message), card };
}

const plainIn = ({ body: { contentType, content } }: ChatMessage): string =>
  contentType === 'html' ? htmlText(content ?? '') : (content ?? '');

const Card = z.object({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: z.string() });

/** Graph gives a card as the JSON that it was sent as. */
function cardIn(attachment: unknown): unknown {
  const { data } = Card.safeParse(attachment);
  try {
    return data && JSON.parse(data.content);
  } catch {
    return undefined;
  }
}

function foundIn(message: ChatMessage, appId: string): ReplyFound | undefined {
  if (isBots(message) || isNothing(message)) return undefined;
  const deletedAt = message.deletedDateTime ?? undefined;
  return {
    message: message.id,
    author: authorOf(message),
    editedAt: message.lastEditedDateTime ?? undefined,
    deletedAt,
    changedAt: changedAt(message),
    ...(deletedAt === undefined ? wordsIn(message, appId) : {}),
  };
}

const isBots = ({ from }: ChatMessage): boolean => (from?.application ?? undefined) !== undefined;

function authorOf({ from }: ChatMessage): ReplyFound['author'] {
  const user = from?.user;
  return user ? { person: user.id.toLowerCase(), name: user.displayName ?? '' } : undefined;
}

/** Posted without words or anything to look at: as where Teams tells of it, that is no answer. */
const isNothing = ({ body, attachments, deletedDateTime, lastEditedDateTime }: ChatMessage): boolean =>
  (deletedDateTime ?? lastEditedDateTime ?? undefined) === undefined &&
  (attachments ?? []).length === 0 &&
  !hasPicture(body.content ?? '') &&
  htmlText(body.content ?? '') === '';

/** Where the bot was mentioned: nobody can write it. */
const BOT = '\0';

/** A mention of the bot is taken away, one of somebody else leaves the name. What merely looks like a mention stays. */
function wordsIn({ body, mentions }: ChatMessage, appId: string): Pick<ReplyFound, 'text' | 'mention'> {
  const content = body.content ?? '';
  if (body.contentType !== 'html') return { text: content.trim() };
  const bots = (mentions ?? []).filter(({ mentioned }) => mentioned?.application?.id === appId);
  const isBot = (id: string | undefined) => bots.some((mention) => String(mention.id) === id);
  const words = htmlText(content.replaceAll(BOT, ''), (name, id) => (isBot(id) ? BOT : name));
  const text = words.replace(/\0\s*/g, '').trim();
  return words.includes(BOT) ? { text, mention: text } : { text };
}
