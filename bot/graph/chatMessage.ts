import { z } from 'zod';
import { instantOf, millisecondsOf } from '#dialogue/instant';

const Time = z
  .string()
  .refine((text) => !Number.isNaN(millisecondsOf(text)))
  .transform((text) => instantOf(millisecondsOf(text)));
const Identity = z.object({ id: z.string(), displayName: z.string().nullish() });

/** What Teams says by itself is of no concern, whatever it looks like. */
const OfTeams = z.object({ messageType: z.string().refine((type) => type !== 'message') });

/** A `chatMessage` of somebody's, of what is read of it. Who is no person, as the bot, has no `user`. */
export const ChatMessage = z.object({
  id: z.string().regex(/^\d{1,19}$/),
  replyToId: z.string().nullish(),
  createdDateTime: Time,
  lastModifiedDateTime: Time.nullish(),
  lastEditedDateTime: Time.nullish(),
  deletedDateTime: Time.nullish(),
  from: z.object({ user: Identity.nullish(), application: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
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
export type ChatMessage = z.output<typeof ChatMessage>;

/** One message that nobody can make out keeps none of the others away. `isWhole`: there was none such. */
export function chatMessagesIn(listed: readonly unknown[]): {
  readonly messages: readonly ChatMessage[];
  readonly isWhole: boolean;
} {
  const ofInterest = listed.filter((message) => !OfTeams.safeParse(message).success);
  const read = ofInterest.map((message) => ChatMessage.safeParse(message).data);
  const messages = read.filter((message) => message !== undefined);
  return { messages, isWhole: messages.length === read.length };
}
