import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Team } from '#dialogue/team';
import { Unavailable } from '#usecases/ports';
import type { RosterPort } from '#usecases/ports';
import { createRoster } from './roster.ts';
import { ANNA, APP, TEAM, TENANT } from './testing/activities.ts';
import { json, startHttp } from './testing/httpServer.ts';
import type { HttpServer } from './testing/httpServer.ts';

let connector: HttpServer;
let roster: RosterPort;
beforeEach(async () => {
  connector = await startHttp((_, response) => json(response, 404, {}));
  roster = createRoster({
    settings: { appId: APP, tenantId: TENANT },
    credential: { getToken: () => Promise.resolve({ token: 'app' }) },
    timing: { timeout: 2_000, retryAfter: [1] },
  });
});
afterEach(() => connector.close());

const team = (): Team => ({
  id: TEAM,
  tenant: TENANT,
  group: 'group',
  serviceUrl: `${connector.url}/`,
  install: 'installed',
  name: 'Lokaludvalget',
  language: 'da',
  channels: [],
});
const person = ANNA.aadObjectId;

/** Answers each path with its body; a list answers one call after the other. */
function serve(bodies: Record<string, unknown>): void {
  connector.answer = ({ path }, response) => {
    const [, body] = Object.entries(bodies).find(([end]) => path.endsWith(end)) ?? [];
    json(response, body === undefined ? 404 : 200, body ?? { error: { code: 'NotFound', message: path } });
  };
}

describe('a member of the team', () => {
  it('is found by object id, with Teams’ own id', async () => {
    serve({ [`/members/${person}`]: { id: '29:anna', name: 'Anna Holm', objectId: person, userRole: 'user' } });
    expect(await roster.member(team(), person)).toEqual({ person, name: 'Anna Holm', mri: '29:anna' });
    expect(connector.calls[0]?.path).toBe(`/v3/conversations/${TEAM}/members/${person}`);
  });

  it('is nobody where Teams knows none', async () => {
    expect(await roster.member(team(), person)).toBeUndefined();
  });

  it.each([401, 403, 429, 500])('is not told where the answer is %i', async (http) => {
    connector.answer = (_, response) => json(response, http, { error: { code: 'x', message: 'x' } });
    await expect(roster.member(team(), person)).rejects.toMatchObject({ name: 'Unavailable', service: 'connector' });
  });

  it.each([{}, { id: 7 }, []])('is not told where the answer makes no sense: %j', async (body) => {
    serve({ [`/members/${person}`]: body });
    await expect(roster.member(team(), person)).rejects.toBeInstanceOf(Unavailable);
  });

  it('is not told where nobody answers', async () => {
    await connector.close();
    await expect(roster.member(team(), person)).rejects.toBeInstanceOf(Unavailable);
  });

  it('is asked for again after a passing fault', async () => {
    connector.answer = (_, response) =>
      json(response, connector.calls.length === 1 ? 503 : 200, { id: '29:anna', name: 'Anna Holm' });
    expect(await roster.member(team(), person)).toMatchObject({ mri: '29:anna' });
  });
});

describe('everybody in the team', () => {
  it('is listed page by page, with object ids, each once, and nobody without one', async () => {
    const [anna, jens, fatima] = ['anna', 'jens', 'fatima'].map((name) => ({
      id: `29:${name}`,
      name,
      objectId: `o-${name}`,
    }));
    const older = { id: '29:per', aadObjectId: 'o-per' };
    serve({
      '/pagedmembers': { members: [anna, jens, { id: '28:app', name: 'App' }], continuationToken: 'more' },
      'continuationToken=more': { members: [jens, fatima, older] },
    });
    expect(await roster.list(team())).toEqual([
      { person: 'o-anna', name: 'anna', mri: '29:anna' },
      { person: 'o-jens', name: 'jens', mri: '29:jens' },
      { person: 'o-fatima', name: 'fatima', mri: '29:fatima' },
      { person: 'o-per', name: '', mri: '29:per' },
    ]);
  });

  it('is not told where a page is missing or makes no sense', async () => {
    serve({ '/pagedmembers': { members: [], continuationToken: 'more' }, 'continuationToken=more': { members: 'x' } });
    await expect(roster.list(team())).rejects.toMatchObject({ name: 'Unavailable', service: 'connector' });
  });
});

describe('the team itself', () => {
  const conversations = [
    { id: TEAM },
    { id: '19:b@thread.tacv2', name: 'Udvalget', type: 'standard' },
    { id: '19:c@thread.tacv2', name: 'Formændene', type: 'Private' },
    { id: '19:d@thread.tacv2', name: 'Delt', type: 'shared' },
    { id: '19:e@thread.tacv2', name: 'Ny slags', type: 'secret' },
  ];
  const details = { id: TEAM, name: 'Lokaludvalget', aadGroupId: 'group', channelCount: 5 };

  it('tells its name, group, readers and channels', async () => {
    serve({ [`/teams/${TEAM}`]: { ...details, memberCount: 12 }, '/conversations': { conversations } });
    expect(await roster.describe(team())).toEqual({
      name: 'Lokaludvalget',
      group: 'group',
      members: 12,
      channels: [
        { id: TEAM, name: 'Lokaludvalget', type: 'standard' },
        { id: '19:b@thread.tacv2', name: 'Udvalget', type: 'standard' },
        { id: '19:c@thread.tacv2', name: 'Formændene', type: 'private' },
        { id: '19:d@thread.tacv2', name: 'Delt', type: 'shared' },
        { id: '19:e@thread.tacv2', name: 'Ny slags', type: 'private' },
      ],
    });
  });

  it('counts its members page by page where it does not tell their number', async () => {
    serve({
      [`/teams/${TEAM}`]: details,
      '/conversations': { conversations: [] },
      '/pagedmembers': { members: [{ id: '29:a' }, { id: '29:b' }], continuationToken: 'more' },
      'continuationToken=more': { members: [{ id: '29:c' }] },
    });
    expect(await roster.describe(team())).toMatchObject({ members: 3 });
  });

  it('is not told without its group', async () => {
    serve({ [`/teams/${TEAM}`]: { ...details, aadGroupId: undefined }, '/conversations': { conversations } });
    await expect(roster.describe(team())).rejects.toBeInstanceOf(Unavailable);
  });
});
