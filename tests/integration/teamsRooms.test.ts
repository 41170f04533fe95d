import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createOwners } from '../../bot/graph/owners.ts';
import { createVerifier } from '../../bot/identity/verifier.ts';
import { createInbound } from '../../bot/teams/inbound.ts';
import { createChannel } from '../../bot/teams/outbound.ts';
import { createRoster } from '../../bot/teams/roster.ts';
import type { InboundEvent } from '../../bot/usecases/inboundEvents.ts';
import type { Inbound } from '../../bot/usecases/ports.ts';
import type { Team } from '../../bot/dialogue/team.ts';
import { localCredential } from '../../infra/local/localCredential.ts';
import { localManifest } from '../../infra/local/localManifest.ts';
import { startTeams } from '../../infra/local/teams/index.ts';
import type { Teams } from '../../infra/local/teams/index.ts';

// The rooms that speak with Teams, all of them against the stand-in, with the app's own manifest.
const APP = '11111111-2222-4333-8444-555555555555';
let teams: Teams;
let server: Server;
let inbound: Inbound;
const events: InboundEvent[] = [];
const refused: unknown[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    void readText(request)
      .then((body) => inbound({ headers: request.headers as Record<string, string>, body }))
      .then(({ status, body }) => response.writeHead(status).end(body === undefined ? '' : JSON.stringify(body)));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  teams = await startTeams({ port: 0, manifest: await localManifest(APP, url), app: { id: APP, url } });
  const { tenantId, botIssuer, botMetadataUrl } = teams.addresses;
  inbound = createInbound({
    settings: { appId: APP, tenantId, botIssuer, botMetadataUrl },
    credential: credential(),
    handle: (event) => {
      events.push(event);
      return Promise.resolve(event.type === 'cardAnswered' ? { text: 'Gemt.' } : undefined);
    },
    log: (event) => refused.push(event),
  });
  await act('POST', 'install', { as: 'formand' });
});
afterAll(async () => {
  await teams.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
afterEach(() => expect(refused).toEqual([]));

const credential = () => localCredential(teams.addresses.tokenUrl, APP);
const settings = () => ({ appId: APP, tenantId: teams.addresses.tenantId });

async function act(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${teams.url}/api/${path}`, { method, ...init });
  const answered = await response.text();
  const answer = (answered === '' ? {} : JSON.parse(answered)) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  await teams.settled();
  return answer;
}

function installed(): Extract<InboundEvent, { type: 'installed' }> {
  const event = events.find((other) => other.type === 'installed');
  if (event === undefined) throw new Error('not installed');
  return event;
}
async function team(): Promise<Team> {
  const { team: id, serviceUrl, tenant, language } = installed();
  const told = await createRoster({ settings: settings(), credential: credential() }).describe({
    id,
    serviceUrl,
    tenant,
  });
  const { name, group, channels } = told;
  return { id, tenant, serviceUrl, language, install: 'installed', name, group, channels };
}
const lastReply = () => events.filter((event) => event.type === 'reply').at(-1);
const personOf = async (as: string) => {
  const { token } = await act('GET', `token?as=${as}`);
  const { tenantId, userKeysUrl: keysUrl } = teams.addresses;
  return createVerifier({ tenantId, appId: APP, keysUrl })(`Bearer ${String(token)}`);
};

describe('the rooms that speak with Teams', () => {
  it('hear who installed, and where', () => {
    expect(installed()).toMatchObject({ by: { name: 'Lone Krogh' }, language: 'da', tenant: teams.addresses.tenantId });
  });

  it('know the team, its members and its owner', async () => {
    const known = await team();
    const standard = known.channels.filter(({ type }) => type === 'standard').map(({ name }) => name);
    expect(standard).toContain('Lokaludvalget');
    const roster = createRoster({ settings: settings(), credential: credential() });
    const owners = createOwners({ graphUrl: teams.addresses.graphUrl, credential: credential() });
    const [formand, amr, udenfor] = [await personOf('formand'), await personOf('amr'), await personOf('udenfor')];
    expect(await roster.member(known, amr.person)).toMatchObject({ person: amr.person, name: 'Anna Holm' });
    expect(await roster.member(known, udenfor.person)).toBeUndefined();
    expect(await owners.list(known)).toEqual([formand.person]);
    expect(await roster.describe(known)).toMatchObject({ members: 5 });
  });

  it('put a question, hear the answers to it, change and delete it', async () => {
    const known = await team();
    const committee = known.channels.find(({ name }) => name === 'Lokaludvalget')?.id ?? '';
    const at = { serviceUrl: known.serviceUrl, tenant: known.tenant, conversation: committee };
    const action = { type: 'Action.Execute', verb: 'answer', title: 'Svar', data: { post: 'q' } };
    const card = { type: 'AdaptiveCard', version: '1.5', body: [], actions: [action] };
    const channel = createChannel({ settings: settings(), credential: credential() });
    const outcome = await channel.createThread(at, { card, summary: 'Spørgsmål' });
    if (outcome.type !== 'sent') throw new Error(outcome.type);
    const { root } = outcome.place;

    const { id } = await act('POST', `posts/${root}/replies`, { as: 'amr', text: 'En <b>fast</b> makker' });
    const { person } = await personOf('amr');
    const seen = { type: 'reply', committee, team: known.id, root, message: id, author: { person, name: 'Anna Holm' } };
    expect(lastReply()).toMatchObject({ ...seen, life: 'posted', text: 'En <b>fast</b> makker' });
    await act('PUT', `messages/${String(id)}`, { as: 'amr', text: 'To' });
    expect(lastReply()).toMatchObject({ ...seen, life: 'edited', text: 'To' });
    await act('DELETE', `messages/${String(id)}?as=amr`);
    expect(lastReply()).toMatchObject({ ...seen, life: 'deleted' });
    await act('POST', `messages/${String(id)}/undelete`, { as: 'amr' });
    expect(lastReply()).toMatchObject({ ...seen, life: 'undeleted', text: 'To' });

    const said = await act('POST', `cards/${root}/execute`, { as: 'medlem1', verb: 'answer', data: { answer: 'Ja' } });
    expect(JSON.stringify(said)).toContain('Gemt.');
    expect(events.at(-1)).toMatchObject({ type: 'cardAnswered', root, data: { post: 'q', answer: 'Ja' } });

    const thread = { ...at, conversation: `${committee};messageid=${root}` };
    const onBehalfOf = {
      mri: (await createRoster({ settings: settings(), credential: credential() }).member(known, person))?.mri ?? '',
      name: 'Anna Holm',
    };
    const echo = await channel.reply(thread, { text: 'Anna Holm: To', summary: 'Svar', onBehalfOf });
    if (echo.type !== 'sent') throw new Error(echo.type);
    expect(echo.place.root).toBe(root);
    expect(await channel.update(thread, echo.place.message, { text: 'Anna Holm: Tre', summary: 'Svar' })).toEqual({
      type: 'done',
    });
    expect(await channel.remove(thread, echo.place.message)).toEqual({ type: 'done' });
    expect(await channel.remove(thread, echo.place.message)).toEqual({ type: 'gone' });
  });

  it('hear that the meeting has ended, and that the app was taken away', async () => {
    await act('POST', 'meeting/start', { as: 'formand' });
    await act('POST', 'meeting/end', { as: 'formand' });
    expect(events.at(-1)).toMatchObject({ type: 'teamsMeetingEnded' });
    await act('POST', 'uninstall', { as: 'formand' });
    const { team, at } = installed();
    const removed = events.find((event) => event.type === 'removed');
    expect(removed?.team).toBe(team);
    // By Teams' own time one is before the other.
    expect(Date.parse(removed?.at ?? '')).toBeGreaterThan(Date.parse(at ?? ''));
  });
});
