import { describe, expect, it } from 'vitest';
import { COMMITTEE, guid, TEAM } from './state.ts';
import { standIns } from './testing/standIn.ts';

const start = standIns();

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
