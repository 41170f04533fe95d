import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { converse, standIns } from './testing/standIn.ts';

const start = standIns();

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
    const src = 'http://localhost:1/tabs/panel.html';
    expect(tabs.meeting).toEqual({ src, frameContext: 'sidePanel', settings: { contentUrl: src, entityId: 'e' } });
    const configuration = { src: `${standIn.bot.url}/tabs/config.html`, frameContext: 'settings', settings: null };
    expect(tabs.channel).toEqual(configuration);
  });
  it('offers the side panel only where the manifest names it', async () => {
    const configurableTabs = [{ configurationUrl: 'http://localhost:1/', scopes: ['team'] }];
    const standIn = await start({ manifest: (manifest) => ({ ...manifest, configurableTabs }) });
    expect((await standIn.state('formand')).tabs).toEqual({ meeting: null, channel: null });
    await standIn.install();
    const { tabs } = await standIn.state('formand');
    expect([tabs.meeting, tabs.channel?.frameContext]).toEqual([null, 'settings']);
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
  it('lets whoever leaves the team see nothing of it any more, and tells the bot, Connector and Graph', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
    const standIn = await start({ options: { folder } });
    await standIn.install();
    const { me, places, team } = await standIn.state('formand');
    expect((await standIn.api('POST', 'team/leave', { as: 'formand' })).status).toBe(200);
    await standIn.teams.settled();
    expect((await standIn.state('formand')).places.map(({ type }) => type)).toEqual(['personal', 'groupChat']);
    expect((await standIn.api('POST', 'team/leave', { as: 'formand' })).status).toBe(409);
    const member = `v3/conversations/${encodeURIComponent(team.id)}/members/${me.oid}`;
    expect((await standIn.connector('GET', member)).status).toBe(404);
    const owners = async () => {
      const { json } = await standIn.graph('GET', `teams/${team.aadGroupId}/members`);
      return (json['value'] as { roles: string[]; userId: string }[]).filter(({ roles }) => roles.includes('owner'));
    };
    expect(await owners()).toEqual([]);
    const again = await start({ options: { folder } });
    expect((await again.state('formand')).me.member).toBe(false);
    await standIn.api('POST', 'team/join', { as: 'formand' });
    await standIn.teams.settled();
    expect((await standIn.state('formand')).places).toEqual(places);
    expect((await standIn.connector('GET', member)).status).toBe(200);
    expect(await owners()).toMatchObject([{ userId: me.oid }]);
    const who = [{ id: me.mri, aadObjectId: me.oid }];
    expect(standIn.bot.received.map(({ activity }) => activity)).toMatchObject([
      { type: 'conversationUpdate', membersRemoved: who, channelData: { eventType: 'teamMemberRemoved', team } },
      { type: 'conversationUpdate', membersAdded: who, channelData: { eventType: 'teamMemberAdded', team } },
    ]);
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
