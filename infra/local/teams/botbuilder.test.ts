import { CardFactory, MessageFactory, TeamsInfo, TurnContext } from 'botbuilder';
import type { CloudAdapter, ConversationReference } from 'botbuilder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMITTEE, guid, TEAM } from './state.ts';
import { adapterFor, botbuilderBot } from './testing/botbuilderBot.ts';
import { APP_ID, startStandIn, type StandIn } from './testing/standIn.ts';

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'Input.Text', id: 'answer' }],
  actions: [{ type: 'Action.Execute', verb: 'answer', data: { post: 'p1', answer: 'from the card' } }],
};
let standIn: StandIn;
let adapter: CloudAdapter;
let bot: Awaited<ReturnType<typeof botbuilderBot>>;
let reference: Partial<ConversationReference>;
const heard: Record<string, unknown>[] = [];

/** Answers `svar` in its thread, and every Action.Execute with a message. */
async function logic(context: TurnContext): Promise<void> {
  heard.push({ ...context.activity });
  reference = TurnContext.getConversationReference(context.activity);
  if (context.activity.text === 'svar') await context.sendActivity(MessageFactory.text('Svar fra appen'));
  if (context.activity.type !== 'invoke') return;
  const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Gemt' };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

beforeAll(async () => {
  bot = await botbuilderBot(() => adapter, logic);
  standIn = await startStandIn({ options: { app: { id: APP_ID, url: bot.url } } });
  adapter = adapterFor(standIn.teams.addresses, () => standIn.token('https://api.botframework.com/.default'));
});
afterAll(async () => {
  await standIn.close();
  await bot.close();
});

describe('the real botbuilder', () => {
  it('accepts what is delivered, and its answer stands in the thread', async () => {
    await standIn.install();
    bot.statuses.splice(0);
    const { json } = await standIn.api('POST', 'posts', { as: 'formand', text: 'Hej' });
    await standIn.api('POST', `posts/${String(json['id'])}/replies`, { as: 'medlem1', text: 'svar' });
    await standIn.teams.settled();
    expect(bot.statuses).toEqual([200, 200]);
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
