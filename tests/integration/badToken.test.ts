import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey, signToken as forge } from '#teams/testing/signing';
import { addresses } from '#contract/addresses';
import { signToken } from '../../infra/local/entra/tokens.ts';
import { MATERIAL } from '../support/driver.ts';
import { personCalled } from './testing/activities.ts';
import { expectRefused, type Refused, send, sendAs } from './testing/refused.ts';
import type { Rows } from './testing/tableRows.ts';
import { expectNothingPersonal, startWatched, type Watched } from './testing/watched.ts';

// Who may do what: nobody without a true token, no outsider, and no member what is the owner's or the facilitator's.
const WORDS = 'Et svar i en andens navn';
const COMMAND = 'command-0001';
let app: Watched;
let meeting: string;
let before: Rows;

beforeAll(async () => {
  app = await startWatched({ teams: { extraMembers: 1 } });
  meeting = await app.driver.open(['3/1', '3/2']);
  await app.driver.put(meeting, '3/1');
  await app.driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  before = await app.rowsAtRest();
});
afterAll(() => app.stop());

const seconds = (): number => Math.floor(Date.now() / 1000);
const OTHER_TENANT = '99999999-8888-4777-a666-555555555555';

/** What Entra says of a member who has opened the tab. */
function claims(changes: object = {}): object {
  const { tenantId, appId } = app.driver.local.teams.addresses;
  const { oid, name, upn } = personCalled('amr');
  const issued = { aud: appId, iss: `https://login.microsoftonline.com/${tenantId}/v2.0`, ver: '2.0', tid: tenantId };
  return { ...issued, scp: 'access_as_user', oid, sub: oid, name, preferred_username: upn, ...changes };
}
const signed = (changes?: object): string => `Bearer ${signToken(app.keys.entra, claims(changes))}`;
/** The key that Entra publishes, for signing by other methods; or another key that has taken its name. */
const entra = () => ({ kid: app.keys.entra.public.kid, secret: app.keys.entra.secret });
const forged = (...[key, alg]: [key: ReturnType<typeof entra>, alg?: 'RS256' | 'none' | 'HS256']): string =>
  `Bearer ${forge(key, { ...claims(), exp: seconds() + 600 }, alg)}`;

const MISSING: Refused = { status: 401, code: 'TokenMissing' };
const INVALID: Refused = { status: 401, code: 'TokenInvalid' };
const tokens: readonly (readonly [string, () => string | null, Refused])[] = [
  ['missing', () => null, MISSING],
  ['empty', () => '', MISSING],
  ['garbage', () => 'Bearer garbage', INVALID],
  ['three pieces of garbage', () => 'Bearer eyJ.eyJ.eyJ', INVALID],
  ['a password', () => 'Basic Zm9ybWFuZDpoZW1tZWxpZw==', INVALID],
  ['two at once', () => `${signed()}, ${signed()}`, INVALID],
  ['cut', () => signed().slice(0, -20), INVALID],
  ['signed by another key of the same name', () => forged(createKey(entra().kid)), INVALID],
  ['signed by a key that nobody published', () => forged(createKey('another')), INVALID],
  ['signed by the key of Teams', () => `Bearer ${signToken(app.keys.channel, claims())}`, INVALID],
  ['not signed', () => forged(entra(), 'none'), INVALID],
  ['signed with the public key as a password', () => forged(entra(), 'HS256'), INVALID],
  ['expired', () => signed({ exp: seconds() - 600 }), INVALID],
  ['not valid yet', () => signed({ nbf: seconds() + 600 }), INVALID],
  ['without an end', () => signed({ exp: undefined }), INVALID],
  ['for another app', () => signed({ aud: 'ffffffff-0000-4000-8000-000000000000' }), INVALID],
  ['by another issuer', () => signed({ iss: 'https://login.example/v2.0' }), INVALID],
  ['without scope', () => signed({ scp: undefined }), INVALID],
  ['with another scope', () => signed({ scp: 'access_as_user_not User.Read' }), INVALID],
  ['an app’s own', () => signed({ scp: undefined, roles: ['access_as_user'], idtyp: 'app' }), INVALID],
  ['of nobody', () => signed({ oid: undefined }), INVALID],
  [
    'of another tenant',
    () => signed({ tid: OTHER_TENANT, iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0` }),
    { status: 403, code: 'TenantForbidden' },
  ],
  ['of another tenant by our issuer', () => signed({ tid: OTHER_TENANT }), { status: 403, code: 'TenantForbidden' }],
];

describe('a token that is', () => {
  it.each(tokens)('%s opens nothing', async (_, authorization, refused) => {
    const answer = addresses.answer(meeting, 'r001');
    const body = JSON.stringify({ command: COMMAND, text: WORDS, over: 0 });
    const view = { method: 'GET', path: addresses.view(app.driver.committee), authorization: authorization() };
    await expectRefused(await send(app.driver, view), refused);
    const write = { method: 'PUT', path: answer, body, authorization: authorization() };
    await expectRefused(await send(app.driver, write), refused);
    const unread = { ...write, body: '{"broken":' };
    await expectRefused(await send(app.driver, unread), refused);
  });
  it('true, and signed as the others are, opens', async () => {
    const path = addresses.view(app.driver.committee);
    expect((await send(app.driver, { method: 'GET', path, authorization: signed() })).status).toBe(200);
  });
});

type Wish = readonly [name: string, method: string, path: () => string, body?: object];
const opening: Wish = [
  'open an item',
  'POST',
  () => addresses.meetings(app.driver.committee),
  { command: COMMAND, title: WORDS, material: MATERIAL, plan: [{ question: '3/1' }] },
];
const leading: readonly Wish[] = [
  [
    'change the plan',
    'PUT',
    () => addresses.plan(meeting),
    { command: COMMAND, base: [], material: MATERIAL, plan: [] },
  ],
  ['put a question', 'POST', () => addresses.rounds(meeting), { command: COMMAND, question: '3/2' }],
  ['close', 'POST', () => addresses.closing(meeting, 'r001'), { command: COMMAND }],
  ['skip', 'POST', () => addresses.skips(meeting), { command: COMMAND, question: '3/2', skipped: true }],
  ['end', 'POST', () => addresses.ending(meeting), { command: COMMAND }],
  ['settle a post', 'POST', () => addresses.settlement(meeting, 'r001!p!q'), { saw: 'givenUp' }],
];
const members: readonly Wish[] = [
  ['see the item', 'GET', () => addresses.view(app.driver.committee)],
  ['see the material', 'GET', () => addresses.materials(app.driver.committee)],
  ['answer', 'PUT', () => addresses.answer(meeting, 'r001'), { command: COMMAND, text: WORDS, over: 0 }],
  ['delete an answer', 'DELETE', () => `${addresses.answer(meeting, 'r001')}?command=${COMMAND}`],
];

async function wish(as: string, [, method, path, body]: Wish): Promise<Response> {
  return sendAs(app.driver, as, method, path(), body && JSON.stringify(body));
}

const named = (wishes: readonly Wish[]) => wishes.map((wished) => [wished[0], wished] as const);

describe('somebody who may not', () => {
  it.each(named([...members, opening, ...leading]))(
    '%s because they are not in the team, is told so',
    async (_, wished) => {
      await expectRefused(await wish('udenfor', wished), { status: 403, code: 'NotMember' });
    },
  );
  it.each(named(leading))('%s because somebody else leads, is told so', async (_, wished) => {
    await expectRefused(await wish('amr', wished), { status: 403, code: 'NotFacilitator' });
  });
  it('open an item because the team is not theirs, is told so', async () => {
    for (const as of ['amr', 'naestformand'])
      await expectRefused(await wish(as, opening), { status: 403, code: 'NotOpener' });
  });
});

describe('a facilitator who', () => {
  it('puts the next question before this one is closed sees how things stand', async () => {
    const { view } = await expectRefused(
      await wish('formand', ['', 'POST', () => addresses.rounds(meeting), { command: COMMAND, question: '3/2' }]),
      { status: 409, code: 'RoundStillOpen' },
    );
    expect(view?.item?.round).toMatchObject({ id: 'r001', status: 'open', putBy: 'Lone Krogh' });
  });
  it('opens what is open sees it', async () => {
    const { view } = await expectRefused(await wish('formand', opening), { status: 409, code: 'MeetingAlreadyOpen' });
    expect(view?.item?.id).toBe(meeting);
  });
  it('changes a plan that was changed meanwhile sees the new one', async () => {
    // They began from ten minutes for the second question, where eight stand, and want nine.
    const chosen = (minutes: number) => [{ question: '3/1' }, { question: '3/2', minutes }];
    const body = { command: COMMAND, base: chosen(10), material: MATERIAL, plan: chosen(9) };
    const response = await wish('formand', ['', 'PUT', () => addresses.plan(meeting), body]);
    const { view } = await expectRefused(response, { status: 412, code: 'PlanChanged' });
    expect(view?.item?.plan.map(({ minutes }) => minutes)).toEqual([8, 8]);
  });
  it('settles a question that stands in the channel changes nothing', async () => {
    const response = await wish('formand', [
      '',
      'POST',
      () => addresses.settlement(meeting, 'r001!p!q'),
      { saw: 'givenUp' },
    ]);
    await expectRefused(response, { status: 409, code: 'PostSettled' });
  });
});

it('keeps somebody who asks too much waiting, and nobody else', async () => {
  const path = addresses.answer(meeting, 'r001');
  const authorization = `Bearer ${await app.driver.token('ekstra1')}`;
  const asked = { method: 'PUT', path, body: '{}', authorization };
  const responses = await Promise.all(Array.from({ length: 100 }, () => send(app.driver, asked)));
  const refused = responses.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  for (const response of refused) {
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectRefused(response, { status: 429, code: 'TooMany' });
  }
  await expectRefused(await send(app.driver, { ...asked, authorization: signed() }), {
    status: 400,
    code: 'InputInvalid',
    field: 'command',
  });
});

it('has stored nothing of it, and logged nobody', async () => {
  expect(await app.rowsAtRest()).toEqual(before);
  expectNothingPersonal(app.log(), [WORDS]);
});
