import { afterEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMITTEE, guid, TEAM } from './state.ts';
import { startStandIn } from './testing/standIn.ts';
import type { StandIn } from './testing/standIn.ts';

const open: StandIn[] = [];
async function start(...args: Parameters<typeof startStandIn>): Promise<StandIn> {
  const standIn = await startStandIn(...args);
  open.push(standIn);
  return standIn;
}
afterEach(async () => {
  for (const standIn of open.splice(0)) await standIn.close();
});
/** A thread's root by the chair, then a reply by a member; gives both ids. */
async function converse({ api, teams }: StandIn, reply: object = { text: 'Vi mangler en makker' }) {
  const { json: first } = await api('POST', 'posts', { as: 'formand', text: 'Hvad siger I?' });
  const { json: second } = await api('POST', `posts/${String(first['id'])}/replies`, { as: 'medlem1', ...reply });
  await teams.settled();
  return { root: String(first['id']), id: String(second['id']) };
}

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
  it('is only for its author to decide', async () => {
    const standIn = await start();
    const { id } = await converse(standIn);
    expect((await standIn.api('PUT', `messages/${id}`, { as: 'formand', text: 'x' })).status).toBe(403);
    expect((await standIn.api('DELETE', `messages/${id}?as=udenfor`)).status).toBe(404);
    expect((await standIn.api('POST', `messages/${id}/undelete`, { as: 'medlem1' })).status).toBe(409);
  });
});

describe('delivery', () => {
  it('tries again after 5xx, silence and no connection, with the same id, and not after 4xx', async () => {
    const standIn = await start({ limits: { answerWithin: 300, redeliverAfter: [5, 5] } });
    await standIn.install();
    standIn.bot.answers.push({ status: 500 }, 'never', { status: 200 }, { status: 400 });
    await standIn.api('POST', 'posts', { as: 'formand', text: 'En' });
    await standIn.teams.settled();
    await standIn.api('POST', 'posts', { as: 'formand', text: 'To' });
    await standIn.teams.settled();
    const ids = standIn.bot.activities().map(({ id, text }) => [text, id]);
    expect(ids.map(([text]) => text)).toEqual(['En', 'En', 'En', 'To']);
    expect(new Set(ids.map(([, id]) => id)).size).toBe(2);
    const { url } = standIn.bot;
    standIn.teams.app.url = 'http://localhost:1';
    await standIn.api('POST', 'posts', { as: 'formand', text: 'Tre' });
    standIn.teams.app.url = url;
    await standIn.teams.settled();
    expect(standIn.bot.activities().at(-1)).toMatchObject({ text: 'Tre' });
  });
  it('tells of install and removal, naming who did it', async () => {
    const standIn = await start();
    await standIn.api('POST', 'install', { as: 'formand' });
    await standIn.teams.settled();
    await standIn.api('POST', 'uninstall', { as: 'formand' });
    await standIn.teams.settled();
    const all = standIn.bot
      .activities()
      .toSorted((a, b) => String(a['timestamp']).localeCompare(String(b['timestamp'])));
    const byType = (type: string) => all.filter((one) => one['type'] === type);
    expect(byType('installationUpdate')).toMatchObject([
      {
        action: 'add',
        from: { aadObjectId: guid('formand') },
        conversation: { id: TEAM.id, conversationType: 'channel' },
      },
      { action: 'remove' },
    ]);
    expect(byType('conversationUpdate')).toMatchObject([
      {
        membersAdded: [{ id: '28:11111111-2222-4333-8444-555555555555' }],
        channelData: { team: { aadGroupId: TEAM.aadGroupId } },
      },
      { membersRemoved: [{}] },
    ]);
  });
  it('tells of a new channel', async () => {
    const standIn = await start();
    await standIn.install();
    const { json } = await standIn.api('POST', 'channels', { as: 'formand', name: 'Arbejdsmiljø' });
    await standIn.teams.settled();
    expect(standIn.bot.activities()).toMatchObject([
      { channelData: { eventType: 'channelCreated', channel: { id: json['id'], name: 'Arbejdsmiljø' } } },
    ]);
  });
  it('tells of the meeting in both spellings, only with the permission', async () => {
    const standIn = await start();
    await standIn.install();
    const { meeting } = await standIn.state('formand');
    for (const path of ['meeting/start', 'meeting/end', 'meeting/start']) {
      expect((await standIn.api('POST', path, { as: 'formand' })).status).toBe(200);
      await standIn.teams.settled();
      standIn.teams.switches.meetingPayload = 'pascal';
    }
    expect(standIn.bot.activities()).toMatchObject([
      { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: { title: 'Møde' } },
      { name: 'application/vnd.microsoft.meetingEnd', value: { Title: 'Møde', MeetingType: 'Scheduled' } },
      { name: 'application/vnd.microsoft.meetingStart' },
    ]);
    const [first] = standIn.bot.activities();
    const id = Buffer.from(`0#${COMMITTEE}#${meeting.root}`).toString('base64');
    expect(first).toMatchObject({
      channelData: { meeting: { id } },
      conversation: { id: `${COMMITTEE};messageid=${meeting.root}` },
    });
    expect(meeting.id).toBe(id);
    expect((first?.['value'] as { id: string }).id).not.toBe(id);
    expect(Date.parse((first?.['value'] as { startTime: string }).startTime)).toBeGreaterThan(0);
    const without = await start({ permissions: ['ChannelMessage.Read.Group'] });
    await without.install();
    await without.api('POST', 'meeting/start', { as: 'formand' });
    await without.teams.settled();
    expect(without.bot.received).toHaveLength(0);
  });
});

describe('the page’s interface', () => {
  it('shows an outsider nothing of the team', async () => {
    const standIn = await start();
    await standIn.api('POST', 'posts', { as: 'formand', text: 'Fortroligt' });
    const { messages, places } = await standIn.state('udenfor');
    expect(messages).toEqual([]);
    expect(places.map(({ type }) => type)).toEqual(['personal', 'groupChat']);
    expect((await standIn.api('POST', 'posts', { as: 'udenfor', text: 'Hej' })).status).toBe(403);
    expect((await standIn.api('POST', 'install', { as: 'udenfor' })).status).toBe(403);
    expect((await standIn.state('medlem1')).places.map(({ type }) => type)).not.toContain('private');
  });
  it('answers 400 to a wrong body, naming the field, and changes nothing', async () => {
    const standIn = await start();
    const before = await standIn.state('formand');
    for (const [body, field] of [
      [{ as: 'formand', text: 7 }, 'text'],
      [{ as: 'formand', text: ' ' }, 'text'],
      [{ text: 'Hej' }, 'as'],
      [{ as: 'ingen', text: 'Hej' }, 'as'],
      [{ as: 'formand', text: 'Hej', other: 1 }, 'other'],
      ['{', 'body'],
      [[], 'object'],
    ] as const) {
      const { status, json } = await standIn.api('POST', 'posts', body);
      expect(status).toBe(400);
      expect(JSON.stringify(json)).toContain(field);
    }
    expect((await standIn.api('POST', 'posts/%ZZ/replies', { as: 'formand', text: 'x' })).status).toBe(400);
    expect((await standIn.api('POST', 'nothing', {})).status).toBe(404);
    expect((await standIn.api('POST', 'posts', { as: 'formand', text: 'x'.repeat(110_000) })).status).toBe(413);
    expect(await standIn.state('formand')).toEqual(before);
  });
  it('gives ids that increase even when the clock stands still', async () => {
    const standIn = await start({ options: { clock: () => 1_700_000_000_000 } });
    const { root, id } = await converse(standIn);
    expect([root, id]).toEqual(['1700000000001', '1700000000002']);
  });
  it('saves tabs apart, within the manifest’s domains, and follows the app to another port', async () => {
    const standIn = await start();
    await standIn.install();
    const contentUrl = `${standIn.bot.url}/tabs/panel.html`;
    expect((await standIn.api('PUT', 'tabs/meeting', { as: 'medlem1', contentUrl, entityId: 'e' })).status).toBe(200);
    const other = { as: 'medlem1', contentUrl: 'https://example.org/x' };
    expect((await standIn.api('PUT', 'tabs/channel', other)).status).toBe(403);
    expect((await standIn.api('PUT', 'tabs/other', { as: 'medlem1', contentUrl })).status).toBe(400);
    standIn.teams.app.url = 'http://localhost:1';
    const { tabs } = await standIn.state('formand');
    expect(tabs.meeting).toEqual({
      offered: true,
      settings: { contentUrl: 'http://localhost:1/tabs/panel.html', entityId: 'e' },
    });
    expect(tabs.channel).toEqual({ offered: true, settings: null });
  });
  it('offers the side panel only where the manifest names it', async () => {
    const manifest: Parameters<typeof startStandIn>[0] = {
      manifest: (m) => ({ ...m, configurableTabs: (m.configurableTabs ?? []).map(({ context: _, ...tab }) => tab) }),
    };
    const standIn = await start(manifest);
    await standIn.install();
    const { tabs } = await standIn.state('formand');
    expect([tabs.meeting.offered, tabs.channel.offered]).toEqual([false, true]);
  });
  it('keeps state and keys in its folder, the keys for the owner alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
    const first = await start({ options: { folder } });
    await first.install();
    const { root } = await converse(first);
    const keys = await first.call('GET', first.teams.addresses.userKeysUrl);
    const second = await start({ options: { folder } });
    expect((await second.state('formand')).messages.map(({ id }) => id)).toContain(root);
    expect((await second.state('formand')).installed).toBe(true);
    expect((await second.call('GET', second.teams.addresses.userKeysUrl)).json).toEqual(keys.json);
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });
  it('tells listeners of a change', async () => {
    const standIn = await start();
    const response = await fetch(`${standIn.teams.url}/api/changes`);
    const reader = response.body?.getReader();
    await reader?.read();
    await standIn.api('POST', 'theme', { as: 'amr', theme: 'dark' });
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data:\n\n');
    await reader?.cancel();
    expect([(await standIn.state('amr')).theme, (await standIn.state('formand')).theme]).toEqual(['dark', 'default']);
  });
});
