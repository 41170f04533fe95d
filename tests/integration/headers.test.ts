import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import { routes } from '#functions/routes';
import { authorizationOf, type PlayedCommittee, playCommittee } from '../support/memoryApp/playCommittee.ts';
import { type MemoryApp, startMemoryApp } from '../support/memoryApp/startMemoryApp.ts';
import { addressOf } from '../support/routeSamples.ts';

// What a browser is told about every answer, over HTTP: also about refusals, and about what is not there.
let app: MemoryApp;
let played: PlayedCommittee;

beforeAll(async () => {
  app = await startMemoryApp(1);
  played = await playCommittee(app);
});
afterAll(() => app.stop());

const ELSEWHERE = 'https://evil.example';
const places = () => ({
  ...{ committee: played.id, meeting: played.open, round: 'r001', answer: 'mx', post: 'r001!p!q', id: 'room-0001' },
});

async function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  const authorization = authorizationOf(app, 'amr');
  const response = await fetch(app.url + path, { method, headers: { origin: ELSEWHERE, authorization, ...headers } });
  await response.arrayBuffer();
  return response;
}

const OTHERS = [
  ['messages', 'POST', '/api/messages'],
  ['health', 'GET', '/api/health'],
  ['ready', 'GET', '/api/ready'],
  ['an address that is none', 'GET', '/api/nothing'],
  ['a page', 'GET', '/tabs/panel.html'],
  ['a file that is not there', 'GET', '/tabs/nothing.js'],
] as const;
const everything = [
  ...routes.map((route) => [route.name, route.method, () => addressOf(route, places())] as const),
  ...OTHERS.map(([name, method, path]) => [name, method, () => path] as const),
];

const NOTHING = "default-src 'none'; frame-ancestors 'none'";

function expectGuarded({ headers }: Response): void {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
}

describe('an answer', () => {
  it.each(everything)('of %s lets no browser guess, tell, or read it elsewhere (%s)', async (name, method, path) => {
    const response = await ask(method, path());
    expectGuarded(response);
    if (name !== 'a page') expect(response.headers.get('content-security-policy')).toBe(NOTHING);
    const stranger = await ask(method, path(), { authorization: '' });
    expectGuarded(stranger);
  });

  it('that nothing has changed says so too', async () => {
    const path = addresses.view(played.id);
    const etag = (await ask('GET', path)).headers.get('etag') ?? '';
    const response = await ask('GET', path, { 'if-none-match': etag });
    expect(response.status).toBe(304);
    expectGuarded(response);
  });

  it.each(everything)('to a page elsewhere that asks whether it may is no yes: %s', async (_, method, path) => {
    const asked = { 'access-control-request-method': method, 'access-control-request-headers': 'authorization' };
    const response = await ask('OPTIONS', path(), asked);
    expect(response.status).toBe(404);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

it('lets Teams frame a page of the tabs, and nobody else', async () => {
  const policy = (await ask('GET', '/tabs/panel.html')).headers.get('content-security-policy') ?? '';
  const [, ...framedBy] =
    policy
      .split('; ')
      .find((part) => part.startsWith('frame-ancestors '))
      ?.split(' ') ?? [];
  expect(framedBy).toEqual([
    'https://teams.microsoft.com',
    'https://*.teams.microsoft.com',
    'https://teams.cloud.microsoft',
    'https://*.cloud.microsoft',
    'https://*.office.com',
    'https://*.microsoft365.com',
    // The stand-in's page, which settings name beside them.
    new URL(app.teams.url).origin,
  ]);
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
  expect(policy).toContain("base-uri 'none'; form-action 'none'; ");
});
