import type { app } from '@microsoft/teams-js';
import { beforeEach, expect, it, vi } from 'vitest';
import { connectHost } from './connectHost.ts';
import { NoHost, SignInNeeded } from './host.ts';
import { readPageSettings } from './pageSettings.ts';
import { toHostTheme } from './toHostContext.ts';

const token = `h.${btoa(JSON.stringify({ exp: 4_000_000_000 }))}.s`;
// The package asks a server at Microsoft as soon as it is loaded.
const teams = vi.hoisted(() => ({
  app: { initialize: vi.fn(), getContext: vi.fn() },
  authentication: { getAuthToken: vi.fn() },
  pages: {},
}));
vi.mock('@microsoft/teams-js', () => teams);
const signedIn = vi.hoisted(() => vi.fn());
vi.mock('./signIn.ts', () => ({ signIn: signedIn }));

const settings = { hosts: ['https://standin.example'], clientId: 'client', channelReading: 'on' } as const;
const context = {
  app: { locale: 'da-dk', theme: 'dark' },
  page: { id: 'med-dialog', frameContext: 'sidePanel' },
  channel: { id: '19:c@thread.tacv2' },
  meeting: { id: 'meeting' },
  user: { id: 'oid' },
} as unknown as app.Context;

beforeEach(() => {
  vi.resetAllMocks();
  teams.app.initialize.mockResolvedValue(undefined);
  teams.app.getContext.mockResolvedValue(context);
});

it('takes what Teams tells of the place', async () => {
  const host = await connectHost(settings);
  expect(teams.app.initialize).toHaveBeenCalledWith(['https://standin.example']);
  expect(host.context).toEqual({
    channel: { id: '19:c@thread.tacv2', kind: 'standard' },
    meeting: 'meeting',
    person: 'oid',
    locale: 'da-dk',
    theme: 'dark',
    frame: 'sidePanel',
    subPage: undefined,
  });
});

it('takes the part of the page that a link led to, and none that this build does not have', async () => {
  for (const [subPageId, subPage] of [
    ['trial', 'trial'],
    ['who', 'who'],
    ['made later', undefined],
  ]) {
    teams.app.getContext.mockResolvedValueOnce({ ...context, page: { ...context.page, subPageId } });
    expect((await connectHost(settings)).context.subPage).toBe(subPage);
  }
});

it('asks for the token without opening a window', async () => {
  teams.authentication.getAuthToken.mockResolvedValue(token);
  const host = await connectHost(settings);
  expect(await host.token()).toBe(token);
  expect(teams.authentication.getAuthToken).toHaveBeenCalledWith({ silent: true });
});

it('says that a sign-in is needed where asking the person helps', async () => {
  const host = await connectHost(settings);
  for (const reason of ['consent_required', 'resourceRequiresConsent', 'CancelledByUser', 'interaction_required']) {
    teams.authentication.getAuthToken.mockRejectedValueOnce(new Error(reason));
    await expect(host.token()).rejects.toBeInstanceOf(SignInNeeded);
  }
  teams.authentication.getAuthToken.mockRejectedValueOnce(new Error('iframe origin do not match'));
  await expect(host.token()).rejects.not.toBeInstanceOf(SignInNeeded);
});

it('keeps the token that signing in gives', async () => {
  signedIn.mockResolvedValue(token);
  const host = await connectHost(settings);
  await host.signIn();
  expect(await host.token()).toBe(token);
  expect(signedIn).toHaveBeenCalledWith('client');
  expect(teams.authentication.getAuthToken).not.toHaveBeenCalled();
});

it('says that there is no Teams where nothing answers', async () => {
  teams.app.initialize.mockRejectedValue(new Error('no parent window'));
  await expect(connectHost(settings)).rejects.toBeInstanceOf(NoHost);
});

it('shows a theme it does not know as the default one', () => {
  expect(['default', 'dark', 'contrast', 'glass', 'neon'].map(toHostTheme)).toEqual([
    'default',
    'dark',
    'contrast',
    'dark',
    'default',
  ]);
});

it('reads what the server wrote into the page', () => {
  const page = new DOMParser().parseFromString(
    '<meta name="teams-hosts" content="http://localhost:1 https://a.example"><meta name="client-id" content="c"><meta name="channel-reading" content="off">',
    'text/html',
  );
  expect(readPageSettings(page)).toEqual({
    hosts: ['http://localhost:1', 'https://a.example'],
    clientId: 'c',
    channelReading: 'off',
  });
  expect(readPageSettings(document)).toEqual({ hosts: [], clientId: '', channelReading: 'on' });
});
