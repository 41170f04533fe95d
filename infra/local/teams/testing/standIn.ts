import type { Limits, Switches, TeamsManifest, TeamsOptions } from '../index.ts';
import { startTeams } from '../index.ts';
import type { View } from '../api.ts';
import { afterEach } from 'vitest';
import { recordingBot } from './recordingBot.ts';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
const PERMISSIONS = ['ChannelMessage.Read.Group', 'ChannelMeeting.ReadBasic.Group', 'TeamMember.Read.Group'];

function manifestFor(url: string, permissions: string[] = PERMISSIONS): TeamsManifest {
  const context = ['channelTab', 'meetingSidePanel'];
  return {
    name: { short: 'MED-dialog' },
    bots: [{ botId: APP_ID, scopes: ['team'] }],
    configurableTabs: [{ configurationUrl: `${url}/tabs/config.html`, scopes: ['team'], context }],
    validDomains: [new URL(url).host],
    webApplicationInfo: { id: APP_ID },
    authorization: {
      permissions: { resourceSpecific: permissions.map((name) => ({ name, type: 'Application' })) },
    },
  };
}

interface Choices {
  manifest?: (manifest: TeamsManifest) => TeamsManifest;
  permissions?: string[];
  switches?: Partial<Switches>;
  limits?: Partial<Limits>;
  options?: Partial<TeamsOptions>;
  pages?: Record<string, string>;
}
/** The stand-in with a recording bot behind it, and what a test does with both. */
export async function startStandIn({ manifest = (same) => same, permissions, ...more }: Choices = {}) {
  const bot = await recordingBot(more.pages);
  const teams = await startTeams({
    port: 0,
    manifest: manifest(manifestFor(bot.url, permissions)),
    app: { id: APP_ID, url: bot.url },
    limits: { redeliverAfter: [5, 5], ...more.limits },
    ...(more.switches ? { switches: more.switches } : {}),
    ...more.options,
  });
  const { addresses } = teams;
  const call = async (method: string, url: string, body?: unknown, headers: Record<string, string> = {}) => {
    const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(url, { method, headers, ...init });
    const text = await response.text();
    const json = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { status: response.status, json, headers: response.headers };
  };
  const api = (method: string, path: string, body?: unknown) => call(method, `${teams.url}/api/${path}`, body);
  const token = async (scope: string) => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: APP_ID,
      client_secret: 'x',
      scope,
    });
    const { json } = await call('POST', addresses.tokenUrl, form.toString());
    return String(json['access_token']);
  };
  const asApp = (resource: string, base: string) => async (method: string, path: string, body?: unknown) =>
    call(method, `${base}${path}`, body, { authorization: `Bearer ${await token(`${resource}/.default`)}` });
  return {
    teams,
    bot,
    call,
    api,
    token,
    connector: asApp('https://api.botframework.com', addresses.serviceUrl),
    graph: asApp('https://graph.microsoft.com', `${addresses.graphUrl}/`),
    state: async (as: string) => (await api('GET', `state?as=${as}`)).json as unknown as View,
    /** Installs as the owner, and forgets what the bot got of it. */
    install: async () => {
      await api('POST', 'install', { as: 'formand' });
      await teams.settled();
      bot.received.splice(0);
    },
    close: async () => {
      await teams.close();
      await bot.close();
    },
  };
}
export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

/** Gives a starter of stand-ins that end with their test. */
export function standIns(): typeof startStandIn {
  const open: StandIn[] = [];
  afterEach(async () => {
    for (const standIn of open.splice(0)) await standIn.close();
  });
  return async (choices) => {
    const standIn = await startStandIn(choices);
    open.push(standIn);
    return standIn;
  };
}
/** A thread begun by the chair, and a member's reply in it: both ids. */
export async function converse({ api, teams }: StandIn, reply: object = { text: 'Vi mangler en makker' }) {
  const { json: first } = await api('POST', 'posts', { as: 'formand', text: 'Hvad siger I?' });
  const { json: second } = await api('POST', `posts/${String(first['id'])}/replies`, { as: 'medlem1', ...reply });
  await teams.settled();
  return { root: String(first['id']), id: String(second['id']) };
}
