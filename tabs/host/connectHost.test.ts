import { authentication, app, FrameContexts, HostClientType, HostName } from '@microsoft/teams-js';
import { beforeEach, expect, it, vi } from 'vitest';
import { connectHost } from './connectHost.ts';
import { NoHost, SignInNeeded } from './host.ts';
import { readPageSettings } from './pageSettings.ts';
import { toHostTheme } from './toHostContext.ts';

const settings = { hosts: ['https://standin.example'], clientId: 'client' };

beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(app, 'initialize').mockResolvedValue();
  vi.spyOn(app, 'getContext').mockResolvedValue({
    app: {
      locale: 'da-dk',
      theme: 'dark',
      sessionId: '',
      host: { name: HostName.teams, clientType: HostClientType.web, sessionId: '' },
    },
    page: { id: 'med-dialog', frameContext: FrameContexts.sidePanel },
    channel: { id: '19:c@thread.tacv2' },
    meeting: { id: 'meeting' },
    user: { id: 'oid' },
    dialogParameters: {},
  } as unknown as app.Context);
});

it('takes what Teams tells of the place', async () => {
  const { context } = await connectHost(settings);
  expect(app.initialize).toHaveBeenCalledWith(['https://standin.example']);
  expect(context).toEqual({
    channel: { id: '19:c@thread.tacv2', kind: 'standard' },
    meeting: 'meeting',
    person: 'oid',
    locale: 'da-dk',
    theme: 'dark',
    frame: 'sidePanel',
  });
});

it('asks for the token without opening a window', async () => {
  const ask = vi.spyOn(authentication, 'getAuthToken').mockResolvedValue('token');
  const host = await connectHost(settings);
  expect(await host.token()).toBe('token');
  expect(ask).toHaveBeenCalledWith({ silent: true });
});

it('says that a sign-in is needed where asking the person helps', async () => {
  const host = await connectHost(settings);
  const ask = vi.spyOn(authentication, 'getAuthToken');
  for (const reason of ['consent_required', 'resourceRequiresConsent', 'CancelledByUser', 'interaction_required']) {
    ask.mockRejectedValueOnce(new Error(reason));
    await expect(host.token()).rejects.toBeInstanceOf(SignInNeeded);
  }
  ask.mockRejectedValueOnce(new Error('App resource defined in manifest and iframe origin do not match'));
  await expect(host.token()).rejects.not.toBeInstanceOf(SignInNeeded);
});

it('keeps the token that signing in gives', async () => {
  const token = `h.${btoa(JSON.stringify({ ver: '2.0', exp: 4_000_000_000, preferred_username: 'a' }))}.s`;
  const ask = vi.spyOn(authentication, 'getAuthToken').mockRejectedValueOnce(new Error('consent_required'));
  const host = await connectHost(settings);
  await expect(host.token()).rejects.toBeInstanceOf(SignInNeeded);
  ask.mockResolvedValueOnce(token);
  await host.signIn();
  expect(await host.token()).toBe(token);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('says that there is no Teams where nothing answers', async () => {
  vi.spyOn(app, 'initialize').mockRejectedValue(new Error('no parent window'));
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
    '<meta name="teams-hosts" content="http://localhost:1 https://a.example"><meta name="client-id" content="c">',
    'text/html',
  );
  expect(readPageSettings(page)).toEqual({ hosts: ['http://localhost:1', 'https://a.example'], clientId: 'c' });
  expect(readPageSettings(document)).toEqual({ hosts: [], clientId: '' });
});
