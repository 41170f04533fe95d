import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody, ErrorCode } from '#contract/responses';
import type { Role, Route } from '#functions/route';
import { routes } from '#functions/routes';
import { createKey, signToken as forge } from '#teams/testing/signing';
import { signToken } from '../../infra/local/entra/tokens.ts';
import { inTeams, type PlayedCommittee, personOf, playCommittee, sees } from '../support/memoryApp/playCommittee.ts';
import { type MemoryApp, startMemoryApp } from '../support/memoryApp/startMemoryApp.ts';
import { addressOf, type Hints, type Places, sampleOf, shapeOf } from '../support/routeSamples.ts';

// Everybody tries everything, one after the other: a route is in it as soon as it is in the table of routes.

/** Who there is, as the stand-in calls them. */
const CALLERS = {
  owner: 'formand',
  chair: 'naestformand',
  deputy: 'medlem1',
  leads: 'medlem2',
  facilitator: 'amr',
  scribe: 'ekstra1',
  member: 'ekstra2',
  'member with a token of version 1': 'ekstra3',
  'somebody who has left the team': 'ekstra4',
  'somebody of another team': 'udenfor',
} as const;
type Caller = keyof typeof CALLERS;
type Item = 'open' | 'planned';

const OUTSIDE: readonly Caller[] = ['somebody who has left the team', 'somebody of another team'];
const TEAM = (Object.keys(CALLERS) as Caller[]).filter((caller) => !OUTSIDE.includes(caller));
const KEEPERS: readonly Caller[] = ['owner', 'chair', 'deputy'];
const OPENERS: readonly Caller[] = [...KEEPERS, 'leads'];

/** Who may, in an item that is open and in one that is being prepared (which its maker, the owner, leads), and what the others of the team are told. */
const MAY: Readonly<Record<Role, Readonly<Record<Item, readonly Caller[]>> & { readonly told: readonly ErrorCode[] }>> =
  {
    member: { open: TEAM, planned: TEAM, told: [] },
    keeper: { open: KEEPERS, planned: KEEPERS, told: ['NotKeeper'] },
    opener: { open: OPENERS, planned: OPENERS, told: ['NotOpener'] },
    planner: { open: ['facilitator'], planned: OPENERS, told: ['NotFacilitator', 'NotOpener'] },
    facilitator: { open: ['facilitator'], planned: ['owner'], told: ['NotFacilitator'] },
    successor: { open: ['facilitator'], planned: ['owner'], told: ['NotFacilitator'] },
    recorder: { open: ['facilitator', 'scribe'], planned: ['owner'], told: ['NotRecorder'] },
  };

let app: MemoryApp;
let played: PlayedCommittee;
let before: ReadonlyMap<string, string>;
let otherSecret: ReturnType<typeof createKey>['secret'];

beforeAll(async () => {
  otherSecret = createKey('').secret;
  app = await startMemoryApp(4);
  played = await playCommittee(app);
  await sees(app, CALLERS['somebody who has left the team'], () => true);
  await inTeams(app, 'team/leave', CALLERS['somebody who has left the team']);
  await app.teams.settled();
  before = await app.rows();
});
afterAll(() => app.stop());

const seconds = (): number => Math.floor(Date.now() / 1000);
const OTHER = '99999999-8888-4777-a666-555555555555';
const v1 = (tenant: string): string => `https://sts.windows.net/${tenant}/`;
const v2 = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/v2.0`;
const ours = (): string => app.teams.addresses.tenantId;

/** What Entra says of somebody who has opened the tab. */
function claimsOf(caller: Caller, changes: object = {}): object {
  const { oid, name } = personOf(CALLERS[caller]);
  const { appId: aud } = app.teams.addresses;
  const tid = ours();
  const isOld = caller === 'member with a token of version 1';
  const issued = isOld ? { iss: v1(tid), ver: '1.0', aud: `api://${aud}` } : { iss: v2(tid), ver: '2.0', aud };
  return { ...issued, tid, scp: 'access_as_user', oid, sub: oid, name, ...changes };
}
const tokenOf = (caller: Caller, changes?: object): string =>
  `Bearer ${signToken(app.keys.entra, claimsOf(caller, changes))}`;
const forged = (...[key, alg]: [key?: ReturnType<typeof createKey>, alg?: 'none' | 'HS256']): string => {
  const { secret, public: published } = app.keys.entra;
  return `Bearer ${forge(key ?? { kid: published.kid, secret }, { ...claimsOf('facilitator'), exp: seconds() + 600 }, alg)}`;
};

const MISSING = '401 TokenMissing';
const INVALID = '401 TokenInvalid';
const FORBIDDEN = '403 TenantForbidden';
/** Each would open everything to the facilitator, were it true. */
const TOKENS: readonly (readonly [what: string, authorization: () => string | null, told: string])[] = [
  ['no token', () => null, MISSING],
  ['garbage', () => 'Bearer garbage', INVALID],
  ['a wrong signature', () => forged({ kid: app.keys.entra.public.kid, secret: otherSecret }), INVALID],
  ['the signature of a key that nobody published', () => forged({ kid: 'another', secret: otherSecret }), INVALID],
  ['no signature (alg: none)', () => forged(undefined, 'none'), INVALID],
  ['the public key as a password (alg: HS256)', () => forged(undefined, 'HS256'), INVALID],
  ['the signature of Teams', () => `Bearer ${signToken(app.keys.channel, claimsOf('facilitator'))}`, INVALID],
  ['a token that has expired', () => tokenOf('facilitator', { exp: seconds() - 600 }), INVALID],
  ['another audience', () => tokenOf('facilitator', { aud: OTHER }), INVALID],
  ['another issuer', () => tokenOf('facilitator', { iss: 'https://login.example/v2.0' }), INVALID],
  ['no scope', () => tokenOf('facilitator', { scp: undefined }), INVALID],
  ['another scope', () => tokenOf('facilitator', { scp: 'User.Read' }), INVALID],
  ['another tenant', () => tokenOf('facilitator', { tid: OTHER }), FORBIDDEN],
  ['another tenant’s issuer of version 1', () => tokenOf('facilitator', { tid: OTHER, iss: v1(OTHER) }), FORBIDDEN],
  ['another tenant’s issuer of version 2', () => tokenOf('facilitator', { tid: OTHER, iss: v2(OTHER) }), FORBIDDEN],
  ['another tenant’s issuer, and our id', () => tokenOf('facilitator', { iss: v2(OTHER) }), INVALID],
];

interface Tried {
  readonly caller: Caller;
  readonly item: Item;
}

function placesOf({ caller, item }: Tried): Places {
  const { oid } = personOf(CALLERS[caller]);
  const place = { committee: played.id, meeting: played[item], round: 'r001' };
  return { ...place, answer: `m${oid}`, post: 'r001!p!q', id: oid };
}

async function attempt(route: Route, { caller, item }: Tried, authorization: string | null): Promise<string> {
  const { oid } = personOf(CALLERS[caller]);
  const shape = shapeOf(route);
  const input = shape && (sampleOf(shape, hintsOf(oid)) as Record<string, unknown>);
  const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
  const query =
    input === undefined || hasBody ? '' : `?${new URLSearchParams(input as Record<string, string>).toString()}`;
  const response = await fetch(app.url + addressOf(route, placesOf({ caller, item })) + query, {
    method: route.method,
    headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
    ...(hasBody && { body: JSON.stringify(input) }),
  });
  if (response.status < 400) return String(response.status);
  return `${response.status} ${((await response.json()) as ErrorBody).code}`;
}

const hintsOf = (oid: string): Hints => ({ revision: () => 1, to: () => oid, plan: () => [{ question: '3/2' }] });

/** The items that a route can be tried on: those that name none are tried once. */
const itemsOf = ({ path }: Route): readonly Item[] => (path.includes('{meeting}') ? ['open', 'planned'] : ['open']);
const triesOf = (route: Route, callers: readonly Caller[]): readonly Tried[] =>
  itemsOf(route).flatMap((item) => callers.map((caller) => ({ caller, item })));
const named = routes.map((route) => [route.name, route.role, route] as const);
const mayDo = ({ role }: Route, { caller, item }: Tried): boolean => MAY[role][item].includes(caller);

describe('what is tried', () => {
  it.each(named)('is what the schema of %s takes (%s)', (_, __, route) => {
    const shape = shapeOf(route);
    if (shape === undefined) return;
    expect(route.schema?.safeParse(sampleOf(shape, hintsOf('somebody'))).error).toBeUndefined();
  });
});

describe('whoever comes with', () => {
  it.each(TOKENS)('%s may do nothing', async (_, authorization, told) => {
    const tried = { caller: 'facilitator', item: 'open' } as const;
    const all = await Promise.all(
      routes.map(async (route) => [route.name, await attempt(route, tried, authorization())]),
    );
    expect(all).toEqual(routes.map(({ name }) => [name, told]));
  });
});

describe('a body that is too large', () => {
  const large = async (path: string, method: string, authorization: string, kilobytes: number): Promise<string> => {
    const body = JSON.stringify({ type: 'message', text: 'x'.repeat(kilobytes * 1_024) });
    const response = await fetch(app.url + path, { method, headers: { authorization }, body });
    return `${response.status} ${((await response.json()) as { code: string }).code}`;
  };
  const withBody = named.filter(([, , { method }]) => method === 'POST' || method === 'PUT');

  it.each(withBody)('is refused by %s, whoever sends it (%s)', async (_, role, route) => {
    const [caller = 'member'] = MAY[role].open;
    const path = addressOf(route, placesOf({ caller, item: 'open' }));
    expect(await large(path, route.method, tokenOf(caller), 256)).toBe('413 InputTooLarge');
  });

  it('is refused to Teams too', async () => {
    const { botIssuer: iss, appId: aud, serviceUrl: serviceurl } = app.teams.addresses;
    const authorization = `Bearer ${signToken(app.keys.channel, { iss, aud, serviceurl })}`;
    expect(await large('/api/messages', 'POST', authorization, 512)).toBe('413 InputTooLarge');
  });
});

describe('whoever may not', () => {
  it.each(named)('%s is told so: it is for the %s', async (_, role, route) => {
    for (const tried of triesOf(route, TEAM).filter((one) => !mayDo(route, one))) {
      const told = await attempt(route, tried, tokenOf(tried.caller));
      expect([tried, MAY[role].told.map((code) => `403 ${code}`)]).toEqual([tried, expect.arrayContaining([told])]);
    }
  });

  it.each(named)('%s because they are not of the team is told so (%s)', async (_, __, route) => {
    for (const tried of triesOf(route, OUTSIDE))
      expect([tried, await attempt(route, tried, tokenOf(tried.caller))]).toEqual([tried, '403 NotMember']);
  });

  it('has changed nothing', async () => {
    expect(await app.rows()).toEqual(before);
    expect((await app.report()).trespasses).toEqual([]);
  });
});

/** What ends something comes last, so that everything before it can be done. */
const LAST = [
  'closeRound',
  'putQuestion',
  'appointScribe',
  'handOver',
  'endMeeting',
  'readMinutes',
  'openPlanned',
  'planItem',
  'discardPlanned',
];
/** What the rules refuse here to everybody, though the role lets them. */
const REFUSED_BY_RULES: Readonly<Record<string, string>> = {
  openMeeting: '409 MeetingAlreadyOpen',
  discardPlanned: '409 MeetingEnded',
  settlePost: '409 PostSettled',
  changeSetup: '409 SetupLocked',
  answerProposal: '412 SetupChanged',
};

describe('whoever may', () => {
  const inOrder = named.toSorted(([one], [other]) => LAST.indexOf(one) - LAST.indexOf(other));
  const [done, refused] = [new Set<string>(), new Map<string, string>()];

  it.each(inOrder)('%s is let in: it is for the %s', async (name, _, route) => {
    for (const tried of triesOf(route, TEAM).filter((one) => mayDo(route, one))) {
      const told = await attempt(route, tried, tokenOf(tried.caller));
      // The rules may still say no, to what is there no more.
      expect([tried, told]).toEqual([tried, expect.stringMatching(/^(?:20[01]|400|404|409|412)/)]);
      if (told.startsWith('20')) done.add(name);
      else if (!refused.has(name)) refused.set(name, told);
    }
  });

  it('has done it', () => {
    expect(Object.fromEntries([...refused].filter(([name]) => !done.has(name)))).toEqual(REFUSED_BY_RULES);
    expect(routes.filter(({ name }) => !done.has(name) && !refused.has(name))).toEqual([]);
  });

  it('and was refused by the rules, has changed nothing', async () => {
    expect((await app.report()).trespasses).toEqual([]);
    expect(app.complaints).toEqual([]);
  });
});
