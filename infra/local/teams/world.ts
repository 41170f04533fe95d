import type { Message, Person, State } from './state.ts';
import type { Keys } from '../entra/tokens.ts';
/** The fields of `appPackage/manifest.json` that decide how Teams treats an app. */
export interface TeamsManifest {
  name: { short: string };
  bots?: { botId: string; scopes: string[] }[];
  configurableTabs?: { configurationUrl: string; scopes: string[]; context?: string[] }[];
  validDomains?: string[];
  webApplicationInfo?: { id: string };
  authorization?: { permissions?: { resourceSpecific?: { name: string; type: string }[] } };
}
/** Where documents disagree, or leave a choice, either reading can be had. */
export const DEFAULT_SWITCHES = {
  messages: true, // what is written in channels reaches the bot, where it is meant to
  edits: true, // edits, deletes and undeletes in channels reach the bot
  inOrder: true, // a message is told before what becomes of it (false: after the first of that)
  editText: true, // an edit or undelete carries its text
  presses: true, // a card's press is brought once (false: once more after its answer, under a new id)
  creates: true, // what the bot posts is answered (false: it is made, and the answer is 502)
  replyToId: false, // a reply names its thread's root in `replyToId`
  threadId: false, // a channel message names its thread's root in `channelData.thread.id`
  meetingPayload: 'camel' as 'camel' | 'pascal', // a meeting event's value has `startTime`, or `StartTime`
  privateChannels: false, // mentions in private channels reach the bot, and the Connector lists these channels
};
export type Switches = typeof DEFAULT_SWITCHES;
const rate = (sends: number, seconds: number) => ({ sends, seconds }); // for each channel or chat
export const DEFAULT_LIMITS = {
  messageBytes: 100 * 1024, // size of one message, UTF-8
  rates: [rate(7, 1), rate(8, 2), rate(60, 30), rate(1800, 3600)],
  answerWithin: 15_000, // milliseconds that the bot may take
  redeliverAfter: [1_000, 5_000], // milliseconds before the second, the third … delivery of an activity that failed
};
export type Limits = typeof DEFAULT_LIMITS;
type Address = 'serviceUrl' | 'botMetadataUrl' | 'botIssuer' | 'userKeysUrl' | 'tokenUrl' | 'graphUrl';
/** `serviceUrl` ends in a slash; `tokenUrl` gives app tokens for Connector and Graph (client_credentials). */
export type TeamsAddresses = Record<'tenantId' | 'appId' | Address, string>;
/** The running stand-in. */
export interface World {
  state: State;
  people: Person[];
  manifest: TeamsManifest;
  app: { id: string; url: string };
  addresses: TeamsAddresses;
  keys: Keys;
  switches: Switches;
  limits: Limits;
  now: () => number; // milliseconds since 1970
  commit: (next: Partial<State>) => void; // keeps what is other in the state, and tells the pages
}
/** What the manifest asks for holds: an application's once an owner installed the app, else for whoever uses it. */
export function isGranted({ state, manifest }: World, permission: string): boolean {
  const asked = manifest.authorization?.permissions?.resourceSpecific?.find(({ name }) => name === permission);
  return asked !== undefined && (asked.type === 'Delegated' || state.installed?.granted === true);
}
/** Whether a message goes to the bot: chats by their kind, channels by permission, mention and type. */
export function reachesBot(world: World, { place, mention }: Message): boolean {
  const channel = world.state.channels.find(({ id }) => id === place);
  if (channel === undefined) return mention || place.startsWith('a:');
  if (world.state.installed?.bot !== true) return false;
  if (!world.switches.messages) return false;
  if (channel.type === 'private') return mention && world.switches.privateChannels;
  return mention || isGranted(world, 'ChannelMessage.Read.Group');
}
