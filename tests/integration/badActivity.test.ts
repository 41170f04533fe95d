import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey, signToken as forge } from '#teams/testing/signing';
import { COMMITTEE, TEAM } from '../../infra/local/teams/state.ts';
import { signToken } from '../../infra/local/entra/tokens.ts';
import {
  type Activity,
  channelClaims,
  personCalled,
  replyActivity,
  signedByChannel,
  tellBot,
} from './testing/activities.ts';
import type { Rows } from './testing/tableRows.ts';
import { expectNothingPersonal, startWatched, type Watched } from './testing/watched.ts';

// What somebody could send to the bot in Teams' name, and what Teams could send that nobody foresaw.
const WORDS = 'Et svar, som ingen skal se';
const OTHER_TENANT = '99999999-8888-4777-a666-555555555555';
let app: Watched;
let meeting: string;
let root: string;
let before: Rows;

beforeAll(async () => {
  app = await startWatched();
  meeting = await app.driver.open(['3/1']);
  await app.driver.put(meeting, '3/1');
  await app.driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  root = (await app.driver.thread()).id;
  before = await app.rowsAtRest();
});
afterAll(() => app.stop());

const seconds = (): number => Math.floor(Date.now() / 1000);
const reply = (changes?: object): Activity => replyActivity(app, root, changes);
const inData = (changes: object): Activity => reply({ channelData: { ...reply().channelData, ...changes } });
const inConversation = (changes: object): Activity => reply({ conversation: { ...reply().conversation, ...changes } });
const by = (changes: object): string => `Bearer ${signToken(app.keys.channel, channelClaims(app, changes))}`;
/** The key that the channel publishes, for signing by other methods. */
const channel = () => ({ kid: app.keys.channel.public.kid, secret: app.keys.channel.secret });
const forged = (...[key, alg]: [key: ReturnType<typeof channel>, alg?: 'RS256' | 'none' | 'HS256']): string =>
  `Bearer ${forge(key, { ...channelClaims(app), exp: seconds() + 600 }, alg)}`;
const entra = (claims: object): string => `Bearer ${signToken(app.keys.entra, claims)}`;

/** Our own app's token, as Entra gives it to whoever can sign in: it passes as an emulator's where nobody looks. */
function emulator(changes: object = {}): string {
  const { appId, tenantId, serviceUrl } = app.driver.local.teams.addresses;
  const { oid, name } = personCalled('amr');
  const iss = `https://login.microsoftonline.com/${tenantId}/v2.0`;
  return entra({
    aud: appId,
    azp: appId,
    appid: appId,
    iss,
    ver: '2.0',
    tid: tenantId,
    oid,
    name,
    serviceurl: serviceUrl,
    ...changes,
  });
}
const tenantOf = (): string => app.driver.local.teams.addresses.tenantId;

describe('an activity with a token that is', () => {
  const tokens: readonly (readonly [string, () => string | null, string])[] = [
    ['missing', () => null, 'TokenMissing'],
    ['empty', () => '', 'TokenMissing'],
    ['garbage', () => 'Bearer garbage', 'TokenInvalid'],
    ['three pieces of garbage', () => 'Bearer eyJ.eyJ.eyJ', 'TokenInvalid'],
    ['a password', () => 'Basic Zm9ybWFuZDpoZW1tZWxpZw==', 'TokenInvalid'],
    ['not signed', () => forged(channel(), 'none'), 'TokenInvalid'],
    ['signed with the public key as a password', () => forged(channel(), 'HS256'), 'TokenInvalid'],
    ['signed by another key of the same name', () => forged(createKey(channel().kid)), 'TokenForeign'],
    ['signed by a key that nobody published', () => forged(createKey('another')), 'TokenForeign'],
    ['expired', () => by({ exp: seconds() - 600 }), 'TokenExpired'],
    ['not valid yet', () => by({ nbf: seconds() + 600 }), 'TokenExpired'],
    ['for another bot', () => by({ aud: 'ffffffff-0000-4000-8000-000000000000' }), 'TokenForeign'],
    ['by another issuer', () => by({ iss: 'https://sts.example/' }), 'TokenForeign'],
    ['for another address of Teams', () => by({ serviceurl: 'https://smba.example/' }), 'TokenForeign'],
    ['without an address of Teams', () => by({ serviceurl: undefined }), 'TokenInvalid'],
    ['our own app’s, as an emulator’s', () => emulator(), 'TokenForeign'],
    [
      'our own app’s, of version 1',
      () => emulator({ ver: '1.0', iss: `https://sts.windows.net/${tenantOf()}/` }),
      'TokenForeign',
    ],
    [
      'our own app’s, which says that Teams gave it',
      () => emulator({ iss: app.driver.local.teams.addresses.botIssuer }),
      'TokenForeign',
    ],
    ['a person’s', () => emulator({ azp: undefined, appid: undefined, scp: 'access_as_user' }), 'TokenForeign'],
  ];
  it.each(tokens)('%s is refused', async (_, authorization, code) => {
    expect(await tellBot(app, reply(), authorization())).toEqual({ status: 401, body: { code } });
  });
  it('a person’s true one for the panel is refused', async () => {
    const { status } = await tellBot(app, reply(), `Bearer ${await app.driver.token('formand')}`);
    expect(status).toBe(401);
  });
});

describe('an activity that is', () => {
  const bodies: readonly (readonly [string, () => unknown, number, string])[] = [
    ['nothing', () => '', 400, 'BodyInvalid'],
    ['broken', () => '{"type":"message"', 400, 'BodyInvalid'],
    ['a list', () => '[]', 400, 'BodyInvalid'],
    ['nothing at all', () => 'null', 400, 'BodyInvalid'],
    ['a word', () => `"${WORDS}"`, 400, 'BodyInvalid'],
    ['nested without end', () => '['.repeat(100_000), 400, 'BodyInvalid'],
    ['without type', () => reply({ type: undefined }), 401, 'ActivityInvalid'],
    ['of an empty type', () => reply({ type: '' }), 401, 'ActivityInvalid'],
    ['of a type that is no word', () => reply({ type: { name: 'message' } }), 401, 'ActivityInvalid'],
    ['without serviceUrl', () => reply({ serviceUrl: undefined }), 401, 'ActivityInvalid'],
    ['from a serviceUrl that is no address', () => reply({ serviceUrl: 'smba' }), 401, 'ActivityInvalid'],
    ['from a serviceUrl without TLS', () => reply({ serviceUrl: 'http://smba.example/' }), 401, 'ActivityInvalid'],
    ['from a serviceUrl of files', () => reply({ serviceUrl: 'file:///etc/passwd' }), 401, 'ActivityInvalid'],
    ['from another address of Teams', () => reply({ serviceUrl: 'https://smba.example/' }), 401, 'TokenForeign'],
    ['not from Teams', () => reply({ channelId: 'emulator' }), 401, 'ActivityInvalid'],
    ['of another tenant', () => inData({ tenant: { id: OTHER_TENANT } }), 401, 'TenantForbidden'],
    ['of a conversation in another tenant', () => inConversation({ tenantId: OTHER_TENANT }), 401, 'TenantForbidden'],
    [
      'of no tenant',
      () => ({ ...inData({ tenant: undefined }), conversation: { id: COMMITTEE } }),
      401,
      'TenantForbidden',
    ],
    ['a press of something unknown', () => reply({ type: 'invoke', name: 'task/fetch' }), 400, 'InvokeUnknown'],
    [
      'a press without what was pressed',
      () => reply({ type: 'invoke', name: 'adaptiveCard/action' }),
      400,
      'InvokeUnknown',
    ],
    ['1 MB', () => reply({ text: 'æ'.repeat(512 * 1024) }), 413, 'InputTooLarge'],
  ];
  it.each(bodies)('%s is refused though it is signed', async (_, activity, status, code) => {
    const answer = await tellBot(app, activity(), signedByChannel(app));
    expect(answer).toMatchObject({ status, body: { code } });
  });

  const dropped: readonly (readonly [string, () => unknown])[] = [
    ['of an unknown type', () => reply({ type: 'nyt' })],
    ['of a type that means nothing here', () => reply({ type: 'typing' })],
    ['called like a part of every object', () => reply({ type: '__proto__' })],
    ['about a reaction', () => reply({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })],
    ['in a thread of somebody else', () => replyActivity(app, '1700000000001')],
    ['the first of a thread', () => reply({ id: root })],
    ['without id', () => reply({ id: undefined })],
    ['with an id that is no number', () => reply({ id: '../head#' })],
    ['with an id of a thousand digits', () => reply({ id: '1'.repeat(1_000) })],
    ['without anybody who wrote it', () => reply({ from: undefined })],
    ['from somebody without an id', () => reply({ from: { id: '29:gæst', name: 'En gæst' } })],
    ['from the bot itself', () => reply({ from: reply()['recipient'] })],
    ['without words', () => reply({ text: '' })],
    ['with words that are none', () => reply({ text: { $gt: '' } })],
    ['without conversation', () => reply({ conversation: undefined })],
    ['of a conversation that is none', () => reply({ conversation: { ...reply().conversation, id: ['x'] } })],
    ['of a thread that is none', () => inConversation({ id: `${COMMITTEE};messageid=r001!p!q` })],
    ['of a team that is none', () => inData({ team: 7, teamsTeamId: {} })],
    ['of another channel', () => ({ ...inData({ channel: { id: '19:a/b#c?@thread.tacv2' } }) })],
    [
      'an edit of something unknown',
      () =>
        reply({ type: 'messageUpdate', channelData: { ...reply().channelData, eventType: 'nyt' }, text: undefined }),
    ],
    ['an installation that is neither', () => reply({ type: 'installationUpdate', action: 'nyt' })],
    ['a team without news', () => reply({ type: 'conversationUpdate', membersAdded: 'alle' })],
    [
      'the end of another meeting',
      () =>
        reply({
          type: 'event',
          name: 'application/vnd.microsoft.meetingEnd',
          channelData: { ...reply().channelData, meeting: { id: 'x/y#z' } },
        }),
    ],
    [
      'the end of no meeting',
      () => reply({ type: 'event', name: 'application/vnd.microsoft.meetingEnd', value: 'slut' }),
    ],
    [
      'full of fields that nobody knows',
      () => reply({ id: undefined, constructor: 1, toString: null, more: { $ref: '#' } }),
    ],
  ];
  it.each(dropped)('%s is dropped', async (_, activity) => {
    expect(await tellBot(app, activity(), signedByChannel(app))).toEqual({ status: 200, body: undefined });
  });
});

describe('a press on a card', () => {
  const post = () => ({ table: 'Meetings', partition: meeting, key: 'r001!p!q' });
  const data: readonly (readonly [string, () => unknown])[] = [
    ['without data', () => undefined],
    ['with a word for data', () => WORDS],
    ['without its question', () => ({ answer: WORDS })],
    ['with another row for a question', () => ({ post: { ...post(), key: 'head' }, answer: WORDS })],
    ['with a question that there never was', () => ({ post: { ...post(), key: 'r999!p!q' }, answer: WORDS })],
    [
      'with a question of endless number',
      () => ({ post: { ...post(), key: `r${'9'.repeat(2_000)}!p!q` }, answer: WORDS }),
    ],
    ['with another table', () => ({ post: { ...post(), table: 'Teams', partition: TEAM.id }, answer: WORDS })],
    [
      'with another committee’s item',
      () => ({ post: { ...post(), partition: 'MTk6bm9wZQ.8000000000000' }, answer: WORDS }),
    ],
    ['with an answer that is no text', () => ({ post: post(), answer: { text: WORDS } })],
    ['with an empty answer', () => ({ post: post(), answer: ' \n ' })],
    ['with no answer', () => ({ post: post() })],
    ['with an answer of 20,001 characters', () => ({ post: post(), answer: 'x'.repeat(20_001) })],
  ];
  it.each(data)('%s is answered with a sentence', async (_, made) => {
    const value = { action: { type: 'Action.Execute', verb: 'answer', data: made() }, trigger: 'manual' };
    const press = reply({ type: 'invoke', id: 'f:press', name: 'adaptiveCard/action', value });
    const { status, body } = await tellBot(app, press, signedByChannel(app));
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(JSON.stringify(body)).toMatch(/Dit svar er (ikke gemt|for langt)|Der står ikke noget i feltet/);
  });
});

it('leaves everything as it was, and the bot listens on', async () => {
  expect(await app.rowsAtRest()).toEqual(before);
  await app.driver.reply('amr', root, 'Et svar, som alle må se');
  const { item } = await app.driver.sees('formand', (view) => (view.item?.round?.answers.length ?? 0) > 0);
  expect(item?.round?.answers.map(({ text }) => text)).toEqual(['Et svar, som alle må se']);
  expectNothingPersonal(app.log(), [WORDS, 'alle må se', 'æææææ', 'En gæst']);
});
