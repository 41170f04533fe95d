import { z } from 'zod';
import { checked, ok, page, Refusal, type Routes } from '../standIn/http.ts';
import { change, chatOf, membersOf, post, TEAM, type Channel, type Person } from './state.ts';
import type { World } from './world.ts';
const Card = z.object({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: z.looseObject({ type: z.literal('AdaptiveCard') }),
});
const BotActivity = z.object({
  type: z.string(),
  text: z.string().default(''),
  textFormat: z.enum(['plain', 'markdown', 'xml']).default('markdown'),
  attachments: z.array(Card).default([]),
  channelData: z.object({ onBehalfOf: z.array(z.object({ mri: z.string() })).optional() }).optional(),
});
const InChannel = z.object({ channelData: z.object({ channel: z.object({ id: z.string() }) }), activity: BotActivity });
type BotActivity = z.output<typeof BotActivity>;
const noConversation = () => new Refusal(404, 'ConversationNotFound', 'Conversation not found.');
/** Takes `19:…;messageid=N` apart, and refuses what the bot is not in. */
function conversation({ state, people, switches }: World, id: string | undefined) {
  const [place, root] = String(id).split(';messageid=');
  const channel = state.channels.find((candidate) => candidate.id === place);
  const chatting = people.filter((one) => chatOf(one, 'personal') === place || chatOf(one, 'groupChat') === place);
  if (channel === undefined && chatting.length === 0) throw noConversation();
  if (channel === undefined) return { place: String(place), members: chatting };
  const isOpen = channel.type === 'standard' || switches.privateChannels;
  if (!isOpen || !state.installed?.bot) throw new Refusal(403, 'BotNotInConversationRoster', 'Not in it.');
  const roots = state.messages.filter((message) => message.place === place).map((message) => message.root);
  if (root !== undefined && !roots.includes(root)) throw noConversation();
  return { place: channel.id, root, members: membersOf(channel, people) };
}
/** Counts sends to a place over sliding windows; a refused one does not count. */
function createMeter({ now, limits }: World) {
  const sent = new Map<string, number[]>();
  return (place: string): void => {
    const times = sent.get(place) ?? [];
    for (const { seconds, sends } of limits.rates) {
      const left = (times.at(-sends) ?? -Infinity) + seconds * 1000 - now();
      const headers = { 'retry-after': String(Math.ceil(left / 1000)) };
      if (times.length >= sends && left > 0) throw new Refusal(429, 'Throttled', 'Too many requests.', headers);
    }
    const most = Math.max(...limits.rates.map(({ sends }) => sends));
    sent.set(place, [...times, now()].slice(-most));
  };
}
/** What of an activity is shown. `onBehalfOf` counts only for a member of the team. */
function shown({ people }: World, { text, textFormat: format, attachments, channelData }: BotActivity) {
  const mri = channelData?.onBehalfOf?.[0]?.mri;
  const onBehalfOf = people.find((person) => person.member && person.mri === mri)?.name ?? null;
  const cards: object[] = attachments.map(({ content }) => content);
  if (text === '' && cards.length === 0) throw new Refusal(400, 'BadSyntax', 'Activity has no content.');
  return { text, format, cards, onBehalfOf, isSplit: text !== '' && cards.length > 0 };
}
/** Puts a bot's message there. Text and card together become two messages in one thread, and then no id is given. */
function say(world: World, activity: BotActivity, place: string, root?: string) {
  const { text, cards, isSplit, ...rest } = shown(world, activity);
  let thread = root;
  for (const part of isSplit ? [{ text }, { cards }] : [{ text, cards }]) {
    const [next, message] = post(world.state, { place, from: 'bot', ...rest, ...part }, world.now(), thread);
    world.commit(next);
    thread = message.root;
  }
  return { thread, id: isSplit ? undefined : String(world.state.last) };
}
function activityRoutes(world: World): Routes {
  const meter = createMeter(world);
  const made = (answer: object) => {
    if (!world.switches.creates) throw new Refusal(502, 'BadGateway', 'No answer.');
    return ok(answer, 201);
  };
  /** The bot's own message that a path names, about to be changed. */
  const own = ([conversationId, id]: string[]) => {
    const { place } = conversation(world, conversationId);
    const message = world.state.messages.find((m) => m.id === id && m.place === place && !m.deleted);
    if (message === undefined) throw new Refusal(404, 'ActivityNotFoundInConversation', 'Conversation not found.');
    if (message.from !== 'bot') throw new Refusal(403, 'NotEnoughPermissions', 'The message is not the bot’s own.');
    meter(place);
    return message.id;
  };
  const send: Routes[string] = ({ params: [id], json }) => {
    const { place, root } = conversation(world, id);
    const activity = checked(BotActivity, json());
    meter(place);
    // Typing and the like leave nothing behind. The thread is the conversation's, never replyToId's.
    return made({ id: activity.type === 'message' ? say(world, activity, place, root).id : String(world.now()) });
  };
  return {
    'POST v3/conversations': ({ json }) => {
      const { channelData, activity } = checked(InChannel, json());
      const { place } = conversation(world, channelData.channel.id);
      meter(place);
      const { thread = '', id: activityId } = say(world, activity, place);
      return made({ id: `${place};messageid=${thread}`, activityId });
    },
    'POST v3/conversations/*/activities': send,
    'POST v3/conversations/*/activities/*': send,
    'PUT v3/conversations/*/activities/*': ({ params, json }) => {
      const { isSplit, ...values } = shown(world, checked(BotActivity, json()));
      if (isSplit) throw new Refusal(400, 'BadSyntax', 'Activity resulted into multiple skype activities.');
      const id = own(params);
      world.commit(change(world.state, id, { ...values, edited: new Date(world.now()).toISOString() }));
      return ok({ id });
    },
    'DELETE v3/conversations/*/activities/*': ({ params }) => {
      world.commit(change(world.state, own(params), { deleted: true, text: '', cards: [] }));
      return ok();
    },
  };
}
/** The Bot Connector, on the paths and in the shapes that botframework-connector 4.23.3 uses. */
export function connectorRoutes(world: World): Routes {
  const member = ({ mri: id, oid: objectId, name, upn: email }: Person) => {
    const names = { name, givenName: name.split(' ')[0], surname: name.split(' ').slice(1).join(' ') };
    const { tenantId } = world.addresses;
    return { id, objectId, ...names, email, userPrincipalName: email, tenantId, userRole: 'user' };
  };
  const channels = (id = '') => {
    if (id !== TEAM.id) throw noConversation();
    conversation(world, id);
    return world.state.channels.filter(({ type }) => type === 'standard' || world.switches.privateChannels);
  };
  return {
    ...activityRoutes(world),
    'GET v3/conversations/*/members/*': ({ params: [id, wanted = ''] }) => {
      const found = conversation(world, id).members.find(({ mri, oid }) => [mri, oid].includes(wanted));
      if (found !== undefined) return ok(member(found));
      throw new Refusal(404, 'MemberNotFoundInConversation', 'The member was not found in the conversation.');
    },
    'GET v3/conversations/*/pagedmembers': ({ params: [id], query }) => {
      const { members } = conversation(world, id);
      const { part, next } = page(members, query.get('pageSize'), [50, 200, 500], query.get('continuationToken'));
      return ok({ members: part.map(member), continuationToken: next });
    },
    'GET v3/teams/*': ({ params: [id] }) => {
      const channelCount = channels(id).length;
      return ok({ ...TEAM, type: 'standard', channelCount, memberCount: conversation(world, id).members.length });
    },
    // The general channel has no name here.
    'GET v3/teams/*/conversations': ({ params: [team] }) => {
      const named = ({ id, name, type }: Channel) => (id === team ? { id, type } : { id, type, name });
      return ok({ conversations: channels(team).map(named) });
    },
  };
}
