import { createHash } from 'node:crypto';
export type TabKind = 'meeting' | 'channel';
/** `members` is null where everybody in the team is one. */
export type Channel = { id: string; name: string; type: 'standard' | 'private'; members: string[] | null };
const BLANK = {
  text: '',
  html: null as string | null, // rich text that a driver gave; null: made from the text
  format: 'plain' as 'plain' | 'markdown' | 'xml',
  cards: [] as object[],
  attached: null as 'picture' | 'file' | null, // what a person sent beside the words, or without any
  mention: false, // whether it begins by mentioning the bot
  onBehalfOf: null as string | null,
  edited: null as string | null,
  deleted: false,
  modified: null as string | null, // when it was edited, deleted or brought back
};
/** `id` is milliseconds and unique; a thread is what has the same `root`; `from` is a person's key, or `bot`. */
export type Message = typeof BLANK & { id: string; place: string; root: string; from: string };
/** What is kept, and replaced, never changed. `granted`: an owner installed, so permissions hold; `bot`: with a bot. */
export interface State {
  last: number;
  channels: Channel[];
  messages: Message[];
  meeting: { root: string; started: string | null };
  installed: { granted: boolean; bot: boolean } | null;
  tabs: Record<TabKind, { contentUrl: string; entityId: string } | null>;
  themes: Record<string, 'default' | 'dark' | 'contrast'>;
  moved?: Record<string, boolean>; // who has come to the team since (true), or left it
}
const hash = (seed: string) => createHash('sha256').update(`stand-in ${seed}`).digest();
const hex = (seed: string) => hash(seed).toString('hex').slice(0, 32);
export const guid = (seed: string) => hex(seed).replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, '$1-$2-4$3-a$4-$5');
export const threadId = (seed: string) => `19:${hex(seed)}@thread.tacv2`;
export const TEAM = { id: threadId('team'), aadGroupId: guid('team'), name: 'MED Lærkeby' };
/** The channel that the page opens, where the meeting is held. */
export const COMMITTEE = threadId('committee');
function person(key: string, name: string, title: string, role: 'owner' | 'member' | 'outsider' = 'member') {
  const ids = { oid: guid(key), mri: `29:1${hash(key).toString('base64url')}`, upn: `${key}@laerkeby.example` };
  return { key, name, title, ...ids, owner: role === 'owner', member: role !== 'outsider' };
}
/** Somebody who can be played; `oid` is a guid and `mri` a `29:` id, as in Teams. */
export type Person = ReturnType<typeof person>;
export const people = (extraMembers: number, moved: State['moved'] = {}): Person[] =>
  [
    person('formand', 'Lone Krogh', 'formand', 'owner'),
    person('naestformand', 'Jens Bro', 'næstformand'),
    person('amr', 'Anna Holm', 'arbejdsmiljørepræsentant'),
    person('medlem1', 'Søren Ødegård', 'medlem'),
    person('medlem2', 'Fatima Yıldız', 'medlem'),
    person('udenfor', 'Per Dahl', 'ikke i teamet', 'outsider'),
    ...Array.from({ length: extraMembers }, (_, i) => person(`ekstra${i + 1}`, `Ekstra Medlem ${i + 1}`, 'medlem')),
  ].map((one) => ({ ...one, member: moved[one.key] ?? one.member }));
type Draft = Partial<Message> & { place: string; from: string };
/** Adds a message; without `root` it begins a thread. The id is the time, but always greater than the last. */
export function post(state: State, draft: Draft, now: number, root?: string): [State, Message] {
  const last = Math.max(now, state.last + 1);
  const message = { ...BLANK, ...draft, id: String(last), root: root ?? String(last) };
  return [{ ...state, last, messages: [...state.messages, message] }, message];
}
export const change = ({ messages }: State, id: string, values: Partial<Message>): Partial<State> => ({
  messages: messages.map((message) => (message.id === id ? { ...message, ...values } : message)),
});
/** A team with two standard channels and a private one. The general channel shares its id with the team. */
export function initialState(now: number): State {
  const channels: Channel[] = [
    { id: TEAM.id, name: 'Generelt', type: 'standard', members: null },
    { id: COMMITTEE, name: 'Lokaludvalget', type: 'standard', members: null },
    { id: threadId('private'), name: 'Formandskabet', type: 'private', members: ['formand', 'naestformand'] },
  ];
  const none = { installed: null, tabs: { meeting: null, channel: null }, themes: {} };
  const state = { last: 0, channels, messages: [], meeting: { root: String(now), started: null }, ...none };
  return post(state, { place: COMMITTEE, from: 'formand', text: 'Møde i Lokaludvalget' }, now)[0];
}
/** The id of a person's chat with the bot: alone, or in a group. */
export const chatOf = ({ key }: Person, kind: 'personal' | 'groupChat') =>
  kind === 'personal' ? `a:1${hash(`chat ${key}`).toString('base64url')}` : `19:${hex(`group ${key}`)}@thread.v2`;
export const membersOf = (channel: Channel, all: Person[]) =>
  all.filter((one) => one.member && (channel.members?.includes(one.key) ?? true));
export const placesOf = (state: State, who: Person): { id: string; name: string; type: string }[] => [
  ...state.channels.filter((channel) => membersOf(channel, [who]).length > 0),
  { id: chatOf(who, 'personal'), name: 'Chat med appen', type: 'personal' },
  { id: chatOf(who, 'groupChat'), name: 'Gruppechat med appen', type: 'groupChat' },
];
/** What `channelData.meeting.id` and a tab's context hold for a channel meeting. */
export const meetingId = (state: State) => Buffer.from(`0#${COMMITTEE}#${state.meeting.root}`).toString('base64');
