/** Activities as Teams sends them; nothing here is of a real tenant. */
export const APP = '11111111-2222-3333-4444-555555555555';
export const TENANT = '99999999-8888-7777-6666-555555555555';
export const COMMITTEE = '19:udvalg@thread.tacv2';
export const TEAM = '19:team@thread.tacv2';
export const GROUP = '77777777-0000-0000-0000-000000000001';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

export interface Person {
  /** Entra object id. */
  readonly person: string;
  readonly name: string;
  readonly mri: string;
}

/** A member of the team, by number. */
export const memberOf = (number: number): Person => ({
  person: `aaaaaaaa-0000-0000-0000-${String(number).padStart(12, '0')}`,
  name: `Medlem ${number}`,
  mri: `29:medlem-${number}`,
});

const CHANNEL_DATA = {
  teamsChannelId: COMMITTEE,
  teamsTeamId: TEAM,
  channel: { id: COMMITTEE },
  team: { id: TEAM, aadGroupId: GROUP },
  tenant: { id: TENANT },
};
const ENTITIES = [{ type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web' }];

const activity = (root: string, author: Person, fields: Readonly<Record<string, unknown>>): object => ({
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: author.mri, name: author.name, aadObjectId: author.person },
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: TENANT,
    id: `${COMMITTEE};messageid=${root}`,
  },
  recipient: { id: `28:${APP}`, name: 'MED-dialog' },
  entities: ENTITIES,
  channelData: CHANNEL_DATA,
  ...fields,
});

interface Told {
  readonly root: string;
  readonly message: string;
  readonly author: Person;
  /** ISO 8601. */
  readonly at: string;
}

const words = (text: string) => ({
  textFormat: 'plain',
  text,
  attachments: [{ contentType: 'text/html', content: `<div><div>${text}</div></div>` }],
});

export const posted = ({ root, message, author, at }: Told, text: string): object =>
  activity(root, author, { type: 'message', id: message, timestamp: at, ...words(text) });

/** `text` is absent where Teams leaves it out. */
export const changed = (
  { root, message, author, at }: Told,
  event: 'editMessage' | 'undeleteMessage',
  text: string | undefined,
): object =>
  activity(root, author, {
    type: 'messageUpdate',
    id: message,
    timestamp: at,
    channelData: { ...CHANNEL_DATA, eventType: event },
    ...(text !== undefined && words(text)),
  });

export const deleted = ({ root, message, author, at }: Told): object =>
  activity(root, author, {
    type: 'messageDelete',
    id: message,
    timestamp: at,
    channelData: { ...CHANNEL_DATA, eventType: 'softDeleteMessage' },
  });

/** *Svar* on a card. `id`: of the invoke, which is another one when Teams brings it again. */
export const pressed = ({ root, author, at }: Omit<Told, 'message'>, id: string, data: unknown): object =>
  activity(root, author, {
    type: 'invoke',
    id: `f:${id}`,
    name: 'adaptiveCard/action',
    timestamp: at,
    replyToId: root,
    value: { action: { type: 'Action.Execute', id: 'answer', verb: 'answer', data }, trigger: 'manual' },
  });
