import { guid, meetingId, TEAM, type Channel, type Message, type Person } from './state.ts';
import type { World } from './world.ts';
export type Activity = { type: string; [field: string]: unknown };
const UPDATED = 'messageUpdate';
const TYPES = { editMessage: UPDATED, undeleteMessage: UPDATED, softDeleteMessage: 'messageDelete' } as const;
export type ChannelEvent = keyof typeof TYPES;
const CLIENT = { type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen' };
const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`).replaceAll('\n', '<br>');
/** Conversation and channel data of a place: a thread's with `root`, else those of the channel or chat itself. */
function where({ state, switches, addresses: { tenantId } }: World, place: string, root?: string, data?: object) {
  const [tenant, conversation] = [{ id: tenantId }, { tenantId, id: place, isGroup: !place.startsWith('a:') }];
  const chat = { ...conversation, conversationType: conversation.isGroup ? 'groupChat' : 'personal' };
  const type = state.channels.find(({ id }) => id === place)?.type;
  if (type === undefined) return { conversation: chat, channelData: { tenant, ...data } };
  const id = root === undefined ? place : `${place};messageid=${root}`;
  const thread = root !== undefined && switches.threadId ? { thread: { id: root } } : {};
  const ids = { teamsChannelId: place, teamsTeamId: TEAM.id, channel: { id: place, type }, team: TEAM };
  const inChannel = { ...conversation, conversationType: 'channel', id };
  return { conversation: inChannel, channelData: { tenant, ...ids, ...thread, ...data } };
}
/** A pasted picture, as an attachment and in the rich text, with what Teams itself calls it. Of a channel's file nothing is told. */
function pictureOf({ id, attached }: Message, serviceUrl: string): [pictures: object[], html: string] {
  if (attached !== 'picture') return [[], ''];
  const src = `https://eu-api.asm.skype.com/v1/objects/0-weu-d1-${id}/views/imgo`;
  const html = `<p><img itemscope itemtype="http://schema.skype.com/AMSImage" src="${src}" alt="image"></p>`;
  return [[{ contentType: 'image/*', contentUrl: `${serviceUrl}v3/attachments/0-weu-d1-${id}/views/original` }], html];
}
/** What somebody wrote, after a mention. The rich original, made by escaping unless a driver gave it, is always there. */
function wordsOf(message: Message, serviceUrl: string, before: string, richBefore: string) {
  const [pictures, picture] = pictureOf(message, serviceUrl);
  const [text, rich] = [before + message.text, richBefore + escape(message.text) + picture];
  const content = message.html ?? (rich === '' ? '' : `<div><div>${rich}</div></div>`);
  const attachments = [...pictures, { contentType: 'text/html', content }];
  return { ...(text === '' ? {} : { text }), textFormat: 'plain', attachments };
}
/** What a person does, as Teams tells it to the bot of the world. */
export function activities(world: World, { mri, name, oid }: Person) {
  const { app, manifest, switches, state, addresses } = world;
  const bot = { id: `28:${app.id}`, name: manifest.name.short };
  const mention = { type: 'mention', mentioned: bot, text: `<at>${bot.name}</at>` };
  const time = new Date(world.now()).toISOString();
  const base = (type: string, id = `f:${crypto.randomUUID()}`): Activity => ({
    ...{ type, id, channelId: 'msteams', serviceUrl: addresses.serviceUrl, timestamp: time, locale: 'da-DK' },
    ...{ from: { id: mri, name, aadObjectId: oid }, recipient: bot, entities: [CLIENT] },
  });
  const moved = (comes: boolean, who: object = { id: mri, aadObjectId: oid }): Activity => {
    const [members, eventType] = comes ? ['membersAdded', 'teamMemberAdded'] : ['membersRemoved', 'teamMemberRemoved'];
    return { ...base('conversationUpdate'), [members]: [who], ...where(world, TEAM.id, undefined, { eventType }) };
  };
  return {
    moved,
    /** A message, or (with `event`) what became of it: the same id then, and text only where the switch says so. */
    message: (message: Message, event?: ChannelEvent): Activity => {
      const { id, root, place } = message;
      const type = event === undefined ? 'message' : TYPES[event];
      const at = `<span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">${escape(bot.name)}</span>&nbsp;`;
      const [before, richBefore, entities] = message.mention
        ? [`${mention.text} `, at, [CLIENT, mention]]
        : ['', '', [CLIENT]];
      const isTold = type === 'message' || (type === UPDATED && switches.editText);
      const reply = switches.replyToId && root !== id ? { replyToId: root } : {};
      const thread = where(world, place, root, event && { eventType: event });
      return {
        ...base(type, id),
        ...thread,
        ...reply,
        ...(isTold ? wordsOf(message, addresses.serviceUrl, before, richBefore) : {}),
        entities,
      };
    },
    /** `adaptiveCard/action`: an Action.Execute on the message's card was pressed. */
    invoke: ({ id, place, root }: Message, pressed: object): Activity => {
      const value = { action: { type: 'Action.Execute', ...pressed }, trigger: 'manual' };
      return { ...base('invoke'), name: 'adaptiveCard/action', ...where(world, place, root), replyToId: id, value };
    },
    install: (action: 'add' | 'remove' | 'add-upgrade'): Activity[] => {
      const settings = { selectedChannel: { id: TEAM.id } };
      const update = { ...base('installationUpdate'), action, ...where(world, TEAM.id, undefined, { settings }) };
      return action === 'add-upgrade' ? [update] : [update, moved(action === 'add', bot)];
    },
    channelCreated: ({ id, name }: Channel): Activity => {
      const data = { channel: { id, name }, eventType: 'channelCreated' };
      return { ...base('conversationUpdate'), ...where(world, id, undefined, data) };
    },
    /** The true id is `channelData.meeting.id`; the one in the value is another, so that mixing them up shows. */
    meeting: (place: string, event: 'Start' | 'End'): Activity => {
      const joinUrl = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(place)}/${state.meeting.root}`;
      const about = { id: Buffer.from(guid('meeting')).toString('base64'), title: 'Møde', meetingType: 'Scheduled' };
      const all = Object.entries({ ...about, joinUrl, [`${event.toLowerCase()}Time`]: time });
      const first = (letter: string) => (switches.meetingPayload === 'camel' ? letter : letter.toUpperCase());
      const value = Object.fromEntries(all.map(([key, told]) => [key.replace(/^./, first), told]));
      const data = { meeting: { id: meetingId(state) } };
      const made = { ...base('event'), name: `application/vnd.microsoft.meeting${event}`, value };
      return { ...made, ...where(world, place, state.meeting.root, data) };
    },
  };
}
