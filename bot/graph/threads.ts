import { z } from 'zod';
import { instantOf, millisecondsOf } from '#dialogue/instant';
import type { ReplyFound, ThreadFound } from '#dialogue/readBack';
import { hasPicture } from '#html/hasPicture';
import { htmlText } from '#html/htmlText';
import type { ThreadsPort } from '#usecases/ports';
import { type GraphDeps, NotFound, readPages } from './pages.ts';

/** Graph gives at most 50 replies a page. */
const PAGE = 50;

const Time = z
  .string()
  .refine((text) => !Number.isNaN(millisecondsOf(text)))
  .transform((text) => instantOf(millisecondsOf(text)));
const Identity = z.object({ id: z.string(), displayName: z.string().nullish() });

/** What Teams says by itself is of no concern, whatever it looks like. */
const OfTeams = z.object({ messageType: z.string().refine((type) => type !== 'message') });

/** A `chatMessage` of somebody's, of what is read of it. Who is no person, as the bot, has no `user`. */
const ChatMessage = z.object({
  id: z.string().regex(/^\d{1,19}$/),
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
        id: z.number(),
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
    const messages = await readPages(deps, path, z.unknown()).catch((error: unknown) => {
      if (error instanceof NotFound) return undefined;
      throw error;
    });
    return messages && threadOf(messages, deps.appId);
  },
});

/** One message that nobody can make out keeps none of the others away. */
function threadOf(messages: readonly unknown[], appId: string): ThreadFound {
  const ofPeople = messages.filter((message) => !OfTeams.safeParse(message).success);
  const read = ofPeople.map((message) => ChatMessage.safeParse(message).data);
  const known = read.filter((message) => message !== undefined);
  return { replies: known.flatMap((message) => foundIn(message, appId) ?? []), isWhole: known.length === read.length };
}

function foundIn(message: ChatMessage, appId: string): ReplyFound | undefined {
  if (isBots(message) || isNothing(message)) return undefined;
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
