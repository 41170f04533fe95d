import { describe, expect, it } from 'vitest';
import { COMMITTEE, guid, TEAM } from './state.ts';
import { converse, standIns } from './testing/standIn.ts';

const start = standIns();

describe('a reply in a thread', () => {
  it('reaches the bot in the shape of the facts', async () => {
    const standIn = await start();
    await standIn.install();
    const { root, id } = await converse(standIn, { text: '<b>æ</b> & "ø"' });
    const activity = standIn.bot.activities().find((one) => one['id'] === id);
    const medlem1 = (await standIn.state('formand')).people.find(({ key }) => key === 'medlem1');
    expect(activity).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: standIn.teams.addresses.serviceUrl,
      from: { name: medlem1?.name, aadObjectId: guid('medlem1') },
      recipient: { id: '28:11111111-2222-4333-8444-555555555555', name: 'MED-dialog' },
      conversation: { isGroup: true, conversationType: 'channel', id: `${COMMITTEE};messageid=${root}` },
      textFormat: 'plain',
      text: '<b>æ</b> & "ø"',
      attachments: [
        { contentType: 'text/html', content: '<div><div>&#60;b&#62;æ&#60;/b&#62; &#38; &#34;ø&#34;</div></div>' },
      ],
      channelData: {
        teamsChannelId: COMMITTEE,
        teamsTeamId: TEAM.id,
        channel: { id: COMMITTEE },
        team: { id: TEAM.id, aadGroupId: TEAM.aadGroupId },
        tenant: { id: standIn.teams.addresses.tenantId },
      },
    });
    expect(activity).not.toHaveProperty('replyToId');
    expect(activity).not.toHaveProperty('channelData.thread');
    expect(Number(id)).toBeGreaterThan(Number(root));
    expect((activity?.['from'] as { id: string }).id).toMatch(/^29:/);
  });
  it('names the root twice more under the switches', async () => {
    const standIn = await start({ switches: { replyToId: true, threadId: true } });
    await standIn.install();
    const { root, id } = await converse(standIn);
    const [first, second] = standIn.bot.activities().toSorted((a, b) => Number(a['id']) - Number(b['id']));
    expect(first).not.toHaveProperty('replyToId');
    expect(second).toMatchObject({ id, replyToId: root, channelData: { thread: { id: root } } });
  });
  it('does not reach a bot without the permission, unless it is mentioned', async () => {
    const standIn = await start({ permissions: [] });
    await standIn.install();
    const { root } = await converse(standIn);
    expect(standIn.bot.received).toHaveLength(0);
    await standIn.api('POST', `posts/${root}/replies`, { as: 'amr', text: 'hjælp', mention: true });
    await standIn.teams.settled();
    expect(standIn.bot.activities()).toMatchObject([
      {
        text: '<at>MED-dialog</at> hjælp',
        entities: [
          { type: 'clientInfo' },
          { type: 'mention', text: '<at>MED-dialog</at>', mentioned: { name: 'MED-dialog' } },
        ],
      },
    ]);
  });
  it('reaches nobody where a member without ownership installed, or the app is gone', async () => {
    const standIn = await start();
    await standIn.api('POST', 'install', { as: 'medlem1' });
    await standIn.teams.settled();
    standIn.bot.received.splice(0);
    await converse(standIn);
    await standIn.api('POST', 'uninstall', { as: 'formand' });
    await converse(standIn);
    expect(standIn.bot.activities().map(({ type }) => type)).not.toContain('message');
  });
  it('comes from every standard channel, and from a private one only by its switch and with a mention', async () => {
    const standIn = await start();
    await standIn.install();
    const places = (await standIn.state('formand')).places;
    const write = async (type: string, mention: boolean) => {
      for (const { id } of places.filter((place) => place.type === type))
        await standIn.api('POST', 'posts', { as: 'formand', text: 'Hej', channel: id, mention });
      await standIn.teams.settled();
      return standIn.bot.received.splice(0).length;
    };
    expect(await write('standard', false)).toBe(2);
    expect(await write('private', true)).toBe(0);
    standIn.teams.switches.privateChannels = true;
    expect([await write('private', false), await write('private', true)]).toEqual([0, 1]);
    expect([await write('personal', false), await write('groupChat', false), await write('groupChat', true)]).toEqual([
      1, 0, 1,
    ]);
  });
});

describe('what becomes of a message', () => {
  it('keeps its id through edit, delete and undelete', async () => {
    const standIn = await start();
    await standIn.install();
    const { id } = await converse(standIn);
    standIn.bot.received.splice(0);
    for (const [method, path, body] of [
      ['PUT', `messages/${id}`, { as: 'medlem1', text: 'Rettet' }],
      ['DELETE', `messages/${id}?as=medlem1`, undefined],
      ['POST', `messages/${id}/undelete`, { as: 'medlem1' }],
    ] as const) {
      expect((await standIn.api(method, path, body)).status).toBe(200);
      await standIn.teams.settled();
    }
    expect(standIn.bot.activities()).toMatchObject([
      { type: 'messageUpdate', id, text: 'Rettet', channelData: { eventType: 'editMessage' } },
      { type: 'messageDelete', id, channelData: { eventType: 'softDeleteMessage' } },
      { type: 'messageUpdate', id, text: 'Rettet', channelData: { eventType: 'undeleteMessage' } },
    ]);
    expect(standIn.bot.activities()[1]).not.toHaveProperty('text');
  });
  it('is told without text, or not at all, under the switches', async () => {
    const standIn = await start({ switches: { editText: false } });
    await standIn.install();
    const { id } = await converse(standIn);
    standIn.bot.received.splice(0);
    const edit = async (text: string) => {
      await standIn.api('PUT', `messages/${id}`, { as: 'medlem1', text });
      await standIn.teams.settled();
      return standIn.bot.activities();
    };
    expect((await edit('en'))[0]).not.toHaveProperty('text');
    standIn.teams.switches.edits = false;
    expect(await edit('to')).toHaveLength(1);
    expect((await standIn.state('medlem1')).messages.at(-1)).toMatchObject({ text: 'to' });
  });
  it.each([
    ['PUT', 'messages/', { as: 'medlem1', text: 'Rettet' }, 'messageUpdate'],
    ['DELETE', 'messages/', undefined, 'messageDelete'],
  ] as const)('comes before the message itself under the switch: %s', async (method, path, body, type) => {
    const standIn = await start({ switches: { inOrder: false } });
    await standIn.install();
    const { id } = await converse(standIn, { text: 'Først skrevet' });
    expect(standIn.bot.activities()).toEqual([]);
    await standIn.api(method, `${path}${id}${body === undefined ? '?as=medlem1' : ''}`, body);
    await standIn.teams.settled();
    expect(standIn.bot.activities()).toMatchObject([
      { type, id },
      { type: 'message', id, text: 'Først skrevet' },
    ]);
  });
  it('is only for its author to decide', async () => {
    const standIn = await start();
    const { id } = await converse(standIn);
    expect((await standIn.api('PUT', `messages/${id}`, { as: 'formand', text: 'x' })).status).toBe(403);
    expect((await standIn.api('DELETE', `messages/${id}?as=udenfor`)).status).toBe(404);
    expect((await standIn.api('POST', `messages/${id}/undelete`, { as: 'medlem1' })).status).toBe(409);
  });
});
