import type { MessageId } from '#dialogue/ids';
import { instantOf, millisecondsOf } from '#dialogue/instant';
import type { Instant } from '#dialogue/instant';
import type { Author, ChannelOrigin, InboundEvent, ReplySeen } from '#usecases/inboundEvents';
import { type Activity, clientLanguageOf } from './activity.ts';
import { dropped } from './dropped.ts';
import { messageText } from './messageText.ts';
import type { MessageText } from './messageText.ts';
import { isMessageId, rootOf } from './whereabouts.ts';

type Life = ReplySeen['life'];

/**
 * A message in a standard channel: posted, edited, deleted or brought back. Teams sends those that do not mention the bot
 * where the team has granted `ChannelMessage.Read.Group`.
 */
export function readReply(activity: Activity, origin: ChannelOrigin, appId: string): InboundEvent {
  const root = rootOf(activity);
  const message = activity.id;
  if (!isMessageId(message)) return dropped('noThread');
  if (root === message || root === undefined) return readStart(activity, origin, appId, message);
  return isBot(activity, appId) ? dropped('fromBot') : readInThread(activity, origin, appId, { root, message });
}

function readInThread(
  activity: Activity,
  origin: ChannelOrigin,
  appId: string,
  { root, message }: Pick<ReplySeen, 'root' | 'message'>,
): InboundEvent {
  const written = messageText(activity, appId);
  const life = lifeOf(activity, written);
  const author = authorOf(activity);
  if (life === undefined || isNothing(activity, life, written)) return dropped('noText');
  if (author === undefined && life !== 'deleted') return dropped('noAuthor');
  const at = timeOf(activity, life);
  const client = written.addressed ? clientLanguageOf(activity) : undefined;
  return { type: 'reply', ...origin, root, message, life, author, at, ...wordsIn(life, written), client };
}

/**
 * A message that starts a thread is nobody's reply: it is for the bot only when it mentions it, and only when it is
 * posted, so that a later edit asks for nothing anew; or when it is deleted, for it may be the bot's own. One that names
 * no thread at all stands at the top, too.
 */
function readStart(activity: Activity, origin: ChannelOrigin, appId: string, message: MessageId): InboundEvent {
  // Who deleted it may be an owner of the team or the bot itself, and documents do not say whose name stands there.
  if (activity.type === 'messageDelete') return { type: 'startDeleted', ...origin, message };
  if (isBot(activity, appId)) return dropped('fromBot');
  const { text = '', addressed } = messageText(activity, appId);
  if (activity.type !== 'message' || !addressed) return dropped('startsThread');
  const author = authorOf(activity);
  if (author === undefined) return dropped('noAuthor');
  const at = instantOf(Number(message));
  return { type: 'mentioned', ...origin, message, author, mention: text, client: clientLanguageOf(activity), at };
}

/**
 * Neither words nor an attachment. A picture, a file, a card is one, and whoever answers with it alone has answered; the
 * HTML of the words is one, too. Of a file in a channel that HTML, empty, is all that Teams tells: nobody can send a
 * message that is empty indeed. https://github.com/microsoft/botbuilder-dotnet/issues/6710
 */
const isNothing = ({ attachments }: Activity, life: Life, { text = '', addressed }: MessageText): boolean =>
  life === 'posted' && text === '' && !addressed && attachments.length === 0;

/** What is told of a reply's words: nothing where it is gone, or where Teams left them out. */
function wordsIn(life: Life, { text = '', addressed }: MessageText): Pick<ReplySeen, 'text' | 'mention'> {
  if (life === 'deleted' || life === 'textMissing') return {};
  return addressed ? { text, mention: text } : { text };
}

/** The one who wrote or pressed; undefined for guests of no tenant, connectors and the like, who have no object id. */
export function authorOf({ from }: Activity): Author | undefined {
  if (from.aadObjectId === undefined || from.id === undefined) return undefined;
  return { person: from.aadObjectId.toLowerCase(), name: from.name ?? '', mri: from.id };
}

/** Bots are `28:…`; this one may also be the one who is written to. */
export const isBot = ({ from, recipient }: Activity, appId: string): boolean =>
  from.id !== undefined && (from.id.startsWith('28:') || from.id === recipient.id || from.id === appId);

/** An edit without its text leaves nothing to show: the words that are known have been withdrawn. */
function lifeOf({ type, channelData }: Activity, { text }: MessageText): Life | undefined {
  const event = channelData.eventType?.toLowerCase();
  if (type === 'message') return 'posted';
  if (type === 'messageDelete') return 'deleted';
  if (type !== 'messageUpdate') return undefined;
  if (text === undefined) return event === 'editmessage' || event === 'undeletemessage' ? 'textMissing' : undefined;
  return event === 'undeletemessage' ? 'undeleted' : 'edited';
}

/**
 * When a reply came to be as it is, by Teams' clock. A message's id says when it was posted; a change without a time
 * of its own (or with one before the message) counts as made at the same moment.
 */
function timeOf({ id, timestamp }: Activity, life: Life): Instant {
  const posted = Number(id);
  const changed = life === 'posted' || timestamp === undefined ? posted : millisecondsOf(timestamp);
  return instantOf(changed > posted ? changed : posted);
}
