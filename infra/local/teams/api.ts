import { z } from 'zod';
import { activities, type Activity, type ChannelEvent } from './activities.ts';
import { again, type Courier } from './deliver.ts';
import { checked, ok, Refusal, type Reply, type Routes } from '../standIn/http.ts';
import { change, COMMITTEE, meetingId, placesOf, post, TEAM, threadId } from './state.ts';
import type { Message, Person, TabKind } from './state.ts';
import { userToken } from '../entra/tokens.ts';
import { isGranted, reachesBot, type Switches, type World } from './world.ts';
const words = { text: z.string().regex(/\S/), html: z.string().nullable().default(null) };
const attached = z.enum(['picture', 'file']).nullable().default(null);
const written = { ...words, text: z.string().default(''), mention: z.boolean().default(false), attached };
const posted = { ...written, channel: z.string().default(COMMITTEE) };
const tab = { contentUrl: z.url({ protocol: /^https?$/ }), entityId: z.string().default('') };
const anyTab = { ...tab, suggestedDisplayName: z.string().optional(), websiteUrl: tab.contentUrl.optional() };
const on = z.boolean().optional();
const told = { messages: on, edits: on, inOrder: on, editText: on, presses: on };
const read = { creates: on, replyToId: on, threadId: on, privateChannels: on };
const switched = { ...told, ...read, meetingPayload: z.enum(['camel', 'pascal']).optional() };
const Kind = z.enum(['meeting', 'channel']);
const Data = z.record(z.string(), z.unknown());
const forbidden = (message: string) => new Refusal(403, 'Forbidden', message);
const already = () => new Refusal(409, 'Conflict', 'It is in that state already.');
function personOf(world: World, key: unknown): Person {
  const person = world.people.find((candidate) => candidate.key === key);
  if (person === undefined) throw new Refusal(400, 'BadSyntax', 'as: nobody has that name');
  return person;
}
/** A message that the person can see. */
function messageOf({ state }: World, person: Person, id: string): Message {
  const message = state.messages.find((candidate) => candidate.id === id);
  if (message && placesOf(state, person).some((place) => place.id === message.place)) return message;
  throw new Refusal(404, 'ActivityNotFoundInConversation', 'There is no such message.');
}
/** A tab's address is kept without the app's, which may have another port after a restart. */
function settingsOf({ state, app }: World, kind: TabKind) {
  const saved = state.tabs[kind];
  return saved && { ...saved, contentUrl: saved.contentUrl.replace('{app}', app.url) };
}
/** All that one person sees. An outsider has no place in the team, but may have been asked to the meeting. */
function view(world: World, me: Person) {
  const { state, manifest, people, switches, addresses } = world;
  const places = placesOf(state, me);
  const config = manifest.configurableTabs?.find(({ scopes }) => scopes.includes('team') && state.installed !== null);
  const stage = config?.context?.includes('meetingStage') && isGranted(world, 'ChannelMeetingStage.Write.Group');
  /** A tab where it is offered (without contexts in the manifest, not in the side panel): configured, or to be. */
  const tabOf = (kind: TabKind) => {
    const [context = '', frame] = kind === 'meeting' ? ['meetingSidePanel', 'sidePanel'] : ['channelTab', 'content'];
    if (!config || !(config.context ?? ['channelTab']).includes(context)) return null;
    const settings = settingsOf(world, kind);
    const src = settings?.contentUrl ?? config.configurationUrl;
    return { settings, src, frameContext: settings ? frame : 'settings' };
  };
  return {
    ...{ me, places, team: TEAM, committee: COMMITTEE, tenantId: addresses.tenantId, switches },
    ...{ botName: manifest.name.short, installed: state.installed !== null, theme: state.themes[me.key] ?? 'default' },
    people: people.map(({ key, name, title }) => ({ key, name, title })),
    messages: state.messages.filter(({ place }) => places.some(({ id }) => id === place)),
    meeting: { ...state.meeting, id: meetingId(state), stage },
    tabs: { meeting: tabOf('meeting'), channel: tabOf('channel') },
  };
}
export type View = ReturnType<typeof view>;
/** The Action.Execute with that verb, wherever on the cards it is. */
function findAction(part: unknown, verb: string): Record<string, unknown> | undefined {
  if (Array.isArray(part)) return part.map((inner) => findAction(inner, verb)).find((found) => found !== undefined);
  const { success, data = {} } = Data.safeParse(part);
  if (!success || (data['type'] === 'Action.Execute' && data['verb'] === verb)) return success ? data : undefined;
  return findAction(Object.values(data), verb);
}
type Fields<S extends z.ZodRawShape> = z.output<z.ZodObject<S>>;
type Answered = Reply | Promise<Reply> | undefined;
/** Makes routes whose body says who acts (`as`) and has exactly a shape. */
const acting = (world: World, who: 'anybody' | 'members') => {
  type Handle<S extends z.ZodRawShape> = (by: Person, fields: Fields<S>, id: string) => Answered;
  return <S extends z.ZodRawShape>(shape: S, handle: Handle<S>): Routes[string] =>
    ({ params: [id = ''], json }) => {
      const { as, ...fields } = checked(z.looseObject({ as: z.string() }), json());
      const by = personOf(world, as);
      if (who === 'members' && !by.member) throw forbidden('Only members of the team can do that.');
      return handle(by, checked(z.strictObject(shape), fields), id) ?? ok();
    };
};
function messageRoutes(world: World, { send }: Courier): Routes {
  const presses = new Map<string, Activity>(); // the newest of each person on each card
  const held = new Map<string, Activity>(); // messages that are told late
  const tell = async (id: string, activity: Activity, event?: ChannelEvent) => {
    if (event === undefined && !world.switches.inOrder) return void held.set(id, activity);
    await send(activity);
    const late = held.get(id);
    if (late && held.delete(id)) await send(late);
  };
  const act = acting(world, 'anybody');
  const write = (by: Person, draft: Partial<Message> & { place: string }, root?: string): Reply => {
    if (!placesOf(world.state, by).some(({ id }) => id === draft.place)) throw forbidden('The person is not there.');
    if (!/\S/.test(draft.text ?? '') && !draft.attached) throw new Refusal(400, 'BadSyntax', 'text: there is nothing.');
    const [next, message] = post(world.state, { ...draft, from: by.key }, world.now(), root);
    world.commit(next);
    if (reachesBot(world, message)) void tell(message.id, activities(world, by).message(message));
    return ok({ id: message.id, root: message.root }, 201);
  };
  const now = () => new Date(world.now()).toISOString();
  const revise = (by: Person, id: string, values: Partial<Message>, event: ChannelEvent): Reply => {
    const message = messageOf(world, by, id);
    if (message.from !== by.key) throw forbidden('The message is somebody else’s.');
    if (message.deleted !== (event === 'undeleteMessage')) throw already();
    world.commit(change(world.state, id, { ...values, modified: now() }));
    const isTold = world.switches.edits && reachesBot(world, message);
    if (isTold) void tell(id, activities(world, by).message({ ...message, ...values }, event), event);
    return ok({ id });
  };
  return {
    'POST posts': act(posted, (by, { channel: place, ...draft }) => write(by, { ...draft, place })),
    'POST posts/*/replies': act(written, (by, draft, id) => {
      const { place, root } = messageOf(world, by, id);
      return write(by, { ...draft, place }, root);
    }),
    'PUT messages/*': act(words, (by, fields, id) => revise(by, id, { ...fields, edited: now() }, 'editMessage')),
    'DELETE messages/*': ({ params: [id = ''], query }) =>
      revise(personOf(world, query.get('as')), id, { deleted: true }, 'softDeleteMessage'),
    'POST messages/*/undelete': act({}, (by, _, id) => revise(by, id, { deleted: false }, 'undeleteMessage')),
    'POST cards/*/execute': act({ verb: z.string(), data: Data.default({}) }, async (by, { verb, data }, id) => {
      const message = messageOf(world, by, id);
      const found = findAction(message.cards, verb);
      if (found === undefined) throw new Refusal(404, 'NotFound', 'The card has no such action.');
      const pressed = { id: found['id'], verb, data: { ...Data.safeParse(found['data']).data, ...data } };
      const press = activities(world, by).invoke(message, pressed);
      presses.set(`${id} ${by.key}`, press);
      const answer = ok(await send(press));
      if (!world.switches.presses) void send(again(press));
      return answer;
    }),
    'POST cards/*/again': act({}, async (by, _, id) => {
      const press = presses.get(`${id} ${by.key}`);
      if (press === undefined) throw new Refusal(404, 'NotFound', 'That person has not pressed this card.');
      return ok(await send(again(press)));
    }),
  };
}
function teamRoutes(world: World, { send }: Courier): Routes {
  const member = acting(world, 'members');
  const install = (action: 'add' | 'remove') =>
    member({}, (by) => {
      if ((action === 'add') !== (world.state.installed === null)) throw already();
      const { manifest, app } = world;
      const bot = manifest.bots?.some(({ botId, scopes }) => botId === app.id && scopes.includes('team')) ?? false;
      const removed = { installed: null, tabs: { meeting: null, channel: null } };
      world.commit(action === 'add' ? { installed: { granted: by.owner, bot } } : removed);
      if (bot) for (const activity of activities(world, by).install(action)) void send(activity);
    });
  return {
    'POST meeting/*': member({}, (by, _, what) => {
      const event = checked(z.enum(['start', 'end']), what) === 'start' ? 'Start' : 'End';
      const { root, started } = world.state.meeting;
      if ((event === 'Start') !== (started === null)) throw already();
      world.commit({ meeting: { root, started: event === 'Start' ? new Date(world.now()).toISOString() : null } });
      const isTold = isGranted(world, 'ChannelMeeting.ReadBasic.Group');
      if (isTold) void send(activities(world, by).meeting(COMMITTEE, event));
    }),
    'POST team/*': acting(world, 'anybody')({}, (by, _, what) => {
      const comes = checked(z.enum(['join', 'leave']), what) === 'join';
      if (comes === by.member) throw already();
      world.people = world.people.map((one) => (one === by ? { ...one, member: comes } : one));
      world.commit({ moved: { ...world.state.moved, [by.key]: comes } });
      if (world.state.installed?.bot === true) void send(activities(world, by).moved(comes));
    }),
    'POST install': install('add'),
    'POST uninstall': install('remove'),
    'POST channels': member({ name: z.string().min(1) }, (by, { name }) => {
      const channel = { id: threadId(name), name, type: 'standard', members: null } as const;
      if (world.state.channels.some(({ id }) => id === channel.id)) throw already();
      world.commit({ channels: [...world.state.channels, channel] });
      if (world.state.installed?.bot === true) void send(activities(world, by).channelCreated(channel));
      return ok({ id: channel.id }, 201);
    }),
    'PUT tabs/*': member(anyTab, (_, settings, kind) => {
      const { host, hostname } = new URL(settings.contentUrl);
      const isValid = world.manifest.validDomains?.some((domain) => [host, hostname].includes(domain));
      if (isValid !== true) throw forbidden('contentUrl is not in validDomains.');
      const saved = { ...settings, contentUrl: settings.contentUrl.replace(world.app.url, '{app}') };
      world.commit({ tabs: { ...world.state.tabs, [checked(Kind, kind)]: saved } });
    }),
  };
}
/** What the page, or a test in its place, can do. A change is kept before the answer; the bot hears of it after. */
export function pageRoutes(world: World, courier: Courier): Routes {
  return {
    ...messageRoutes(world, courier),
    ...teamRoutes(world, courier),
    'GET state': ({ query }) => ok(view(world, personOf(world, query.get('as')))),
    'GET tabs/*': ({ params: [kind] }) => ok(settingsOf(world, checked(Kind, kind))),
    'GET token': ({ query }) => {
      const { manifest, addresses, keys, app } = world;
      if (manifest.webApplicationInfo?.id !== app.id) throw forbidden('webApplicationInfo does not name the app.');
      return ok({ token: userToken(keys.entra, personOf(world, query.get('as')), addresses.tenantId, app.id) });
    },
    'PUT switches': acting(world, 'anybody')(switched satisfies Record<keyof Switches, unknown>, (_, changes) => {
      Object.assign(world.switches, changes);
      world.commit({}); // tells the pages
    }),
    'POST theme': acting(world, 'anybody')({ theme: z.enum(['default', 'dark', 'contrast']) }, ({ key }, { theme }) => {
      world.commit({ themes: { ...world.state.themes, [key]: theme } });
    }),
  };
}
