import { describe, expect, it } from 'vitest';
import type { Team } from '#dialogue/team';
import { createOwners } from './owners.ts';

const GRAPH = 'https://graph.example/v1.0';
const team: Team = {
  id: '19:team@thread.tacv2',
  tenant: 'tenant',
  group: 'group/1',
  serviceUrl: 'https://connector.example/',
  install: 'installed',
  name: 'Lokaludvalget',
  language: 'da',
  channels: [],
};
const first = `${GRAPH}/teams/group%2F1/members?$top=999`;
const owner = { userId: 'ANNA', roles: ['owner'], displayName: 'Anna Holm' };
const members = [{ userId: 'jens', roles: [] }, { userId: null }, { roles: ['guest'], userId: 'gæst' }];

interface Asked {
  readonly address: string;
  readonly authorization: string | null;
}

/** Owners as Graph would tell them with these answers by address. */
function owners(answers: Record<string, { status?: number; body: unknown }>) {
  const asked: Asked[] = [];
  const port = createOwners({
    graphUrl: GRAPH,
    credential: { getToken: (scope) => Promise.resolve({ token: `for ${scope}` }) },
    fetch: (input, init) => {
      const address = input as string;
      asked.push({ address, authorization: new Headers(init?.headers).get('authorization') });
      const { status = 200, body } = answers[address] ?? { status: 404, body: {} };
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return Promise.resolve(new Response(text, { status }));
    },
  });
  return { asked, list: () => port.list(team) };
}

describe('who owns the team', () => {
  it('is told by the list of members, asked for as the app', async () => {
    const graph = owners({ [first]: { body: { value: [...members, owner] } } });
    expect(await graph.list()).toEqual(['anna']);
    expect(graph.asked[0]).toEqual({
      address: first,
      authorization: 'Bearer for https://graph.microsoft.com/.default',
    });
  });

  it('is looked for on every page', async () => {
    const next = `${GRAPH}/teams/x/members?$skiptoken=2`;
    const graph = owners({
      [first]: { body: { value: members, '@odata.nextLink': next } },
      [next]: { body: { value: [owner] } },
    });
    expect(await graph.list()).toEqual(['anna']);
    expect(graph.asked.map(({ address }) => address)).toEqual([first, next]);
  });

  it('is not asked of anybody but Graph', async () => {
    const graph = owners({ [first]: { body: { value: [], '@odata.nextLink': 'https://evil.example/v1.0' } } });
    await expect(graph.list()).rejects.toMatchObject({ service: 'graph' });
    expect(graph.asked).toHaveLength(1);
  });

  it('is not told by a list without an end', async () => {
    const graph = owners({ [first]: { body: { value: [], '@odata.nextLink': first } } });
    await expect(graph.list()).rejects.toMatchObject({ service: 'graph' });
  });

  it('is not known where the permission is missing, and says so', async () => {
    const graph = owners({ [first]: { status: 403, body: { error: { code: 'Forbidden', message: 'hemmeligt' } } } });
    await expect(graph.list()).rejects.toMatchObject({
      name: 'PermissionMissing',
      service: 'graph',
      cause: { message: 'Graph answered 403 Forbidden' },
    });
  });

  it.each([
    ['an error without words', { status: 500, body: '' }],
    ['no JSON', { body: '<html>' }],
    ['another shape', { body: { value: [{ roles: 'owner', userId: 'anna' }] } }],
    ['no list', { body: {} }],
  ])('is not known after %s', async (_, answer) => {
    await expect(owners({ [first]: answer }).list()).rejects.toMatchObject({ service: 'graph' });
  });

  it.each([
    ['Graph cannot be reached', () => Promise.resolve({ token: 'x' })],
    ['there is no token', () => Promise.resolve(null)],
    ['the token cannot be had', () => Promise.reject(new Error('no'))],
  ])('is not known where %s', async (_, getToken) => {
    const credential = { getToken };
    const port = createOwners({ graphUrl: 'http://127.0.0.1:1', credential });
    await expect(port.list(team)).rejects.toMatchObject({ name: 'Unavailable', service: 'graph' });
  });
});
