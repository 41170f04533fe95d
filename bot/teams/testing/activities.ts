/** Activities as Microsoft's documents show them, put together; nothing here is of a real tenant. */
export const APP = '11111111-2222-3333-4444-555555555555';
export const TENANT = '99999999-8888-7777-6666-555555555555';
export const CHANNEL = '19:kanal@thread.tacv2';
export const TEAM = '19:team@thread.tacv2';
export const ROOT = '1700000000001';
export const REPLY = '1700000000555';
export const SERVICE = 'https://smba.trafficmanager.net/emea/';
export const ANNA = { id: '29:anna', name: 'Anna Holm', aadObjectId: 'aaaaaaaa-0000-0000-0000-000000000001' };

export interface Sample {
  [field: string]: unknown;
  conversation: Record<string, unknown>;
  channelData: Record<string, unknown>;
}

export const origin = { committee: CHANNEL, team: TEAM, tenant: TENANT, serviceUrl: SERVICE };

/** A threaded reply. */
export function reply(changes: Record<string, unknown> = {}): Sample {
  return {
    type: 'message',
    id: REPLY,
    timestamp: '2023-11-14T22:13:20.555Z',
    channelId: 'msteams',
    serviceUrl: SERVICE,
    from: ANNA,
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: TENANT,
      id: `${CHANNEL};messageid=${ROOT}`,
    },
    recipient: { id: `28:${APP}`, name: 'MED-dialog' },
    textFormat: 'plain',
    text: 'Vi mangler en fast makker',
    attachments: [{ contentType: 'text/html', content: '<div><div>Vi mangler en fast makker</div></div>' }],
    entities: [{ type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web' }],
    channelData: {
      teamsChannelId: CHANNEL,
      teamsTeamId: TEAM,
      channel: { id: CHANNEL },
      team: { id: TEAM, aadGroupId: 'gggggggg-0000-0000-0000-000000000001' },
      tenant: { id: TENANT },
    },
    ...changes,
  };
}

/** The reply with other things in its `channelData`. */
export const withData = (data: Record<string, unknown>, changes: Record<string, unknown> = {}): Sample => {
  const sample = reply(changes);
  return { ...sample, channelData: { ...sample.channelData, ...data } };
};

const WORDLESS = { text: undefined, attachments: undefined };

/** What became of the reply; documents' samples leave the text out. */
export const changed = (
  type: 'messageUpdate' | 'messageDelete',
  eventType: string,
  changes: Record<string, unknown> = {},
): Sample => withData({ eventType }, { ...WORDLESS, type, timestamp: '2023-11-14T22:20:00.000Z', ...changes });

export const AT_BOT = {
  type: 'mention',
  mentioned: { id: `28:${APP}`, name: 'MED-dialog' },
  text: '<at>MED-dialog</at>',
};
export const AT_JENS = { type: 'mention', mentioned: { id: '29:jens', name: 'Jens' }, text: '<at>Jens</at>' };

/** Installation in the team; its conversation is the team's first channel. */
export const installation = (action: string, data: Record<string, unknown> = {}): Sample =>
  withData(
    { settings: { selectedChannel: { id: CHANNEL } }, ...data },
    {
      ...WORDLESS,
      type: 'installationUpdate',
      id: 'f:install-1',
      action,
      conversation: { isGroup: true, conversationType: 'channel', tenantId: TENANT, id: TEAM },
    },
  );

export const card = (data: unknown): Sample =>
  reply({
    type: 'invoke',
    id: 'f:invoke-1',
    name: 'adaptiveCard/action',
    replyToId: ROOT,
    ...WORDLESS,
    value: { action: { type: 'Action.Execute', id: 'a', verb: 'answer', data }, trigger: 'manual' },
  });
