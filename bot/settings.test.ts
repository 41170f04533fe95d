import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

const TENANT = '99999999-8888-4777-a666-555555555555';
const ENV = {
  MED_TENANT_ID: TENANT,
  MED_APP_ID: '11111111-2222-4333-8444-555555555555',
  MED_TABLES_URL: 'https://med.table.core.windows.net',
  MED_TABS_FOLDER: 'tabs',
};

function linesOf(env: Record<string, string | undefined>): string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.split('\n');
  }
}

describe('the settings', () => {
  it('need only what nobody can guess, and trust only Entra and the Bot Framework then', () => {
    expect(readSettings(ENV)).toMatchObject({
      tenantId: TENANT,
      userKeysUrl: `https://login.microsoftonline.com/${TENANT}/discovery/v2.0/keys`,
      graphUrl: 'https://graph.microsoft.com/v1.0',
      botMetadataUrl: undefined,
      botIssuer: undefined,
      identityId: undefined,
      channelReading: 'on',
      keepDays: 365,
      tabs: { folder: 'tabs', hosts: [] },
    });
  });

  it.each([
    ['30', 30],
    ['3650', 3_650],
  ])('take %s days for which items are kept', (MED_KEEP_DAYS, keepDays) => {
    expect(readSettings({ ...ENV, MED_KEEP_DAYS })).toMatchObject({ keepDays });
  });

  it.each(['29', '3651', '0', '-1', '1e3', 'et år', ''])('take not %j for them', (MED_KEEP_DAYS) => {
    expect(linesOf({ ...ENV, MED_KEEP_DAYS })).toEqual([expect.stringContaining('MED_KEEP_DAYS') as string]);
  });

  it('take other addresses where they are given', () => {
    const settings = readSettings({
      ...ENV,
      MED_USER_KEYS_URL: 'http://localhost:1/keys',
      MED_GRAPH_URL: 'http://localhost:1/graph',
      MED_BOT_METADATA_URL: 'http://localhost:1/metadata',
      MED_BOT_ISSUER: 'http://localhost:1/bot',
      MED_CHANNEL_READING: 'off',
      MED_TEAMS_HOSTS: ' http://localhost:1  https://b.example ',
    });
    expect(settings).toMatchObject({
      userKeysUrl: 'http://localhost:1/keys',
      graphUrl: 'http://localhost:1/graph',
      botMetadataUrl: 'http://localhost:1/metadata',
      botIssuer: 'http://localhost:1/bot',
      channelReading: 'off',
      tabs: { hosts: ['http://localhost:1', 'https://b.example'] },
    });
  });

  it('say whom the app serves, as whom it speaks, and where it and its rows are, as they were told', () => {
    const identity = '22222222-3333-4444-8555-666666666666';
    expect(readSettings({ ...ENV, MED_IDENTITY_ID: identity, MED_HOST: 'med.example.dk' })).toMatchObject({
      tenantId: TENANT,
      appId: ENV.MED_APP_ID,
      identityId: identity,
      host: 'med.example.dk',
      tablesUrl: ENV.MED_TABLES_URL,
      tabs: { folder: ENV.MED_TABS_FOLDER },
    });
  });

  it('name every variable that is missing, in one go', () => {
    expect(linesOf({}).map((line) => line.split(':')[0])).toEqual(Object.keys(ENV));
  });

  it.each([
    ['MED_TENANT_ID', 'common'],
    ['MED_APP_ID', ''],
    ['MED_IDENTITY_ID', 'me'],
    ['MED_TABLES_URL', 'UseDevelopmentStorage=true'],
    ['MED_TABS_FOLDER', ''],
    ['MED_CHANNEL_READING', 'yes'],
    ['MED_TEAMS_HOSTS', 'https://a.example javascript:alert(1)'],
    ['MED_TEAMS_HOSTS', "'unsafe-inline'"],
    ['MED_USER_KEYS_URL', 'file:///etc/passwd'],
    ['MED_GRAPH_URL', 'graph'],
    ['MED_BOT_METADATA_URL', 'metadata'],
  ])('refuse a wrong %s by its name, without repeating %j', (name, value) => {
    const lines = linesOf({ ...ENV, MED_BOT_ISSUER: 'a', MED_BOT_METADATA_URL: 'https://a.example', [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}[.:]`));
    if (value !== '') expect(lines[0]).not.toContain(value);
  });

  it('want both of what makes another signer of activities trusted, or neither', () => {
    for (const half of [{ MED_BOT_METADATA_URL: 'https://a.example' }, { MED_BOT_ISSUER: 'https://a.example' }])
      expect(linesOf({ ...ENV, ...half })).toEqual([expect.stringContaining('both or neither')]);
  });
});
