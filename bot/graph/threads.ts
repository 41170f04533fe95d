import { z } from 'zod';
import { instantOf, millisecondsOf } from '#dialogue/instant';
import type { ReplyFound } from '#dialogue/readBack';
import { hasPicture } from '#html/hasPicture';
import { htmlText } from '#html/htmlText';
import type { ThreadsPort } from '#usecases/ports';
import { type GraphDeps, readPages } from './pages.ts';

/** Graph gives at most 50 replies a page. */
const PAGE = 50;

const Time = z.string().transform((text) => instantOf(millisecondsOf(text)));
const Identity = z.object({ id: z.string(), displayName: z.string().nullish() });

/** A `chatMessage`, of what is read of it. Who is no person, as the bot, has no `user`. */
const ChatMessage = z.object({
  id: z.string().regex(/^\d{1,19}$/),
  messageType: z.string(),
  createdDateTime: Time,
  lastModifiedDateTime: Time.nullish(),
  lastEditedDateTime: Time.nullish(),
  deletedDateTime: Time.nullish(),
  from: z.object({ user: Identity.nullish(), application: z.unknown().optional() }).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  body: z.object({ contentType: z.string(), content: z.string().nullish() }),
  mentions: z
    .array(
      z.object({
        mentionText: z.string(),
        mentioned: z.object({ application: z.object({ id: z.string() }).nullish() }).nullish(),
      }),
    )
    .nullish(),
});
type ChatMessage = z.output<typeof ChatMessage>;

/**
 * What stands in a thread, of Graph's list of replies. The team's `ChannelMessage.Read.Group`, by which Teams tells of
 * replies, allows to read them too.
 * https://learn.microsoft.com/graph/api/chatmessage-list-replies
 */
export const createThreads = (deps: GraphDeps & { readonly appId: string }): ThreadsPort => ({
  async read({ group }, committee, root) {
    const [team, channel] = [encodeURIComponent(group), encodeURIComponent(committee)];
    const path = `teams/${team}/channels/${channel}/messages/${root}/replies?$top=${PAGE}`;
    return (await readPages(deps, path, ChatMessage)).flatMap((message) => foundIn(message, deps.appId) ?? []);
  },
});

function foundIn(message: ChatMessage, appId: string): ReplyFound | undefined {
  if (message.messageType !== 'message' || isBots(message) || isNothing(message)) return undefined;
  const deletedAt = message.deletedDateTime ?? undefined;
  return {
    message: message.id,
    author: authorOf(message),
    editedAt: message.lastEditedDateTime ?? undefined,
    deletedAt,
    changedAt: message.lastModifiedDateTime ?? message.createdDateTime,
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

/** A mention of the bot is taken away, one of somebody else leaves the name. What merely looks like a mention stays. */
function wordsIn({ body, mentions }: ChatMessage, appId: string): Pick<ReplyFound, 'text' | 'mention'> {
  const content = body.content ?? '';
  let text = body.contentType === 'html' ? htmlText(content) : content;
  let isAddressed = false;
  for (const { mentionText, mentioned } of mentions ?? []) {
    const isBot = mentioned?.application?.id === appId;
    text = text.replace(`<at>${mentionText}</at>`, () => (isBot ? '' : mentionText));
    isAddressed ||= isBot;
  }
  text = text.trim();
  return isAddressed ? { text, mention: text } : { text };
}
