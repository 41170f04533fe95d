import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
  TurnContext,
} from 'botbuilder';
import type { ConversationReference } from 'botbuilder';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMITTEE, guid, TEAM } from './state.ts';
import { APP_ID, startStandIn } from './testing/standIn.ts';
import type { StandIn } from './testing/standIn.ts';

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'Input.Text', id: 'answer' }],
  actions: [{ type: 'Action.Execute', verb: 'answer', data: { post: 'p1', answer: 'from the card' } }],
};

let standIn: StandIn;
let adapter: CloudAdapter;
let statuses: number[] = [];
const server = createServer();
const heard: Record<string, unknown>[] = [];
let reference: Partial<ConversationReference>;

/** Answers every message in its thread, and every Action.Execute with a message. */
async function logic(context: TurnContext): Promise<void> {
  heard.push(context.activity as unknown as Record<string, unknown>);
  reference = TurnContext.getConversationReference(context.activity);
  if (context.activity.text === 'svar') await context.sendActivity(MessageFactory.text('Svar fra appen'));
  if (context.activity.type !== 'invoke') return;
  const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Gemt' };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  standIn = await startStandIn({ options: { app: { id: APP_ID, url } } });
  const { botMetadataUrl, botIssuer, tenantId } = standIn.teams.addresses;
  const getToken = () => standIn.token('https://api.botframework.com/.default');
  const signRequest = async (request: { headers: { set: (name: string, value: string) => void } }) => {
    request.headers.set('authorization', `Bearer ${await getToken()}`);
    return request;
  };
  const auth = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: APP_ID,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: tenantId,
      ToBotFromChannelOpenIdMetadataUrl: botMetadataUrl,
      ToBotFromChannelTokenIssuer: botIssuer,
    },
    {
      isValidAppId: (id?: string) => Promise.resolve(id === APP_ID),
      isAuthenticationDisabled: () => Promise.resolve(false),
      createCredentials: () => Promise.resolve({ signRequest } as never),
    },
    { requiredEndorsements: [], validateClaims: () => Promise.resolve() },
  );
  adapter = new CloudAdapter(auth);
  server.on('request', (request, response) => {
    void (async () => {
      let text = '';
      for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
      let status = 200;
      // The status has to be known before the body is written.
      const written: unknown[] = [];
      const held = {
        socket: {},
        header: () => undefined,
        status: (code: number) => (status = code),
        send: (body: unknown) => written.push(body),
        end: () => undefined,
      };
      const body = JSON.parse(text) as Record<string, unknown>;
      const { headers } = request;
      await adapter.process({ method: 'POST', headers: headers as Record<string, string>, body }, held, logic);
      statuses.push(status);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(written.map((body) => (typeof body === 'string' ? body : JSON.stringify(body))).join(''));
    })();
  });
});
afterAll(async () => {
  await standIn.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('the real botbuilder', () => {
  it('accepts what is delivered, and its answer stands in the thread', async () => {
    await standIn.install();
    statuses = [];
    const { json } = await standIn.api('POST', 'posts', { as: 'formand', text: 'Hej' });
    await standIn.api('POST', `posts/${String(json['id'])}/replies`, { as: 'medlem1', text: 'svar' });
    await standIn.teams.settled();
    expect(statuses).toEqual([200, 200]);
    expect(heard.at(-1)).toMatchObject({ from: { aadObjectId: guid('medlem1') } });
    const { messages } = await standIn.state('medlem2');
    expect(messages.at(-1)).toMatchObject({ from: 'bot', text: 'Svar fra appen', root: json['id'] });
  });
  it('makes a thread, gets its id, updates it, and hears of an Action.Execute with its inputs', async () => {
    const { tenantId, serviceUrl } = standIn.teams.addresses;
    let id = '';
    const parameters = {
      isGroup: true,
      channelData: { channel: { id: COMMITTEE }, tenant: { id: tenantId } },
      activity: { type: 'message', attachments: [CardFactory.adaptiveCard(card)] },
    };
    await adapter.createConversationAsync(APP_ID, 'msteams', serviceUrl, '', parameters as never, (context) => {
      id = context.activity.conversation.id;
      return Promise.resolve();
    });
    const root = id.split(';messageid=')[1] ?? '';
    expect((await standIn.state('amr')).messages.at(-1)).toMatchObject({ id: root, cards: [card] });
    const data = { answer: 'En fast makker' };
    const executed = await standIn.api('POST', `cards/${root}/execute`, { as: 'amr', verb: 'answer', data });
    expect(executed.json).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Gemt' },
    });
    expect(heard.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      conversation: { id },
      value: { action: { type: 'Action.Execute', verb: 'answer', data: { post: 'p1', answer: 'En fast makker' } } },
    });
    expect((await standIn.api('POST', `cards/${root}/execute`, { as: 'amr', verb: 'other' })).status).toBe(404);
    const conversation = { ...reference.conversation, id } as never;
    await adapter.continueConversationAsync(APP_ID, { ...reference, conversation }, async (context) => {
      await context.updateActivity({
        type: 'message',
        id: root,
        attachments: [CardFactory.adaptiveCard({ ...card, body: [] })],
      });
      expect((await context.sendActivity('Et svar'))?.id).toMatch(/^\d+$/);
    });
    expect((await standIn.state('amr')).messages.slice(-2)).toMatchObject([
      { id: root, cards: [{ body: [] }] },
      { root, text: 'Et svar' },
    ]);
  });
  it('finds members and channels', async () => {
    await adapter.continueConversationAsync(APP_ID, reference, async (context) => {
      const member = await TeamsInfo.getTeamMember(context, TEAM.id, guid('amr'));
      expect(member).toMatchObject({ name: 'Anna Holm', objectId: guid('amr'), userRole: 'user' });
      await expect(TeamsInfo.getTeamMember(context, TEAM.id, guid('udenfor'))).rejects.toMatchObject({
        statusCode: 404,
      });
      const { members } = await TeamsInfo.getPagedTeamMembers(context, TEAM.id);
      expect(members).toHaveLength(5);
      const channels = await TeamsInfo.getTeamChannels(context, TEAM.id);
      expect(channels.map(({ id, name, type }) => [id, name, type])).toEqual([
        [TEAM.id, undefined, 'standard'],
        [COMMITTEE, 'Lokaludvalget', 'standard'],
      ]);
      expect(await TeamsInfo.getTeamDetails(context, TEAM.id)).toMatchObject({ aadGroupId: TEAM.aadGroupId });
    });
  });
});
