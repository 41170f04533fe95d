import { createPublicKey } from 'node:crypto';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { AuthenticationConfiguration, AuthenticationConstants } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TeamsAuthentication } from './authentication.ts';
import { AppCredentialsFactory } from './credentials.ts';
import { CALL_TIMING } from './settings.ts';
import { APP, reply, SERVICE, TENANT } from './testing/activities.ts';
import { json, startHttp } from './testing/httpServer.ts';
import { createKey, published, signToken } from './testing/signing.ts';

const credential = { getToken: () => Promise.resolve({ token: 'app' }) };
const key = createKey('channel');
const pem = createPublicKey(key.secret).export({ type: 'spki', format: 'pem' }) as string;
const activity = JSON.parse(JSON.stringify(reply())) as Activity;
const [channel, emulator] = [
  AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
];

/** Botbuilder's cache of an address's keys, which then holds ours; nothing is fetched. */
function holdKey(metadataUrl: string): void {
  const { openIdMetadata } = new JwtTokenExtractor({}, metadataUrl, ['RS256']);
  vi.spyOn(openIdMetadata, 'getKey').mockResolvedValue({ key: pem });
}
afterEach(() => vi.restoreAllMocks());

const exp = Math.floor(Date.now() / 1000) + 3600;
const asEmulator = {
  iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
  aud: APP,
  appid: APP,
  ver: '1.0',
  exp,
};
const bearer = (claims: object): string => `Bearer ${signToken(key, claims)}`;
const settings = { appId: APP, tenantId: TENANT };

describe('a token of the app itself, sent as an "emulator" would', () => {
  it('opens botbuilder where nothing pins the issuer', async () => {
    holdKey(emulator);
    const open = new ConfigurationBotFrameworkAuthentication(
      { MicrosoftAppId: APP, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: TENANT },
      new AppCredentialsFactory(APP, credential),
      new AuthenticationConfiguration([], () => Promise.resolve()),
    );
    const trusted = await open.authenticateRequest(activity, bearer(asEmulator));
    expect(trusted.claimsIdentity.isAuthenticated).toBe(true);
  });

  it('does not open ours', async () => {
    holdKey(emulator);
    const ours = new TeamsAuthentication(settings, credential, CALL_TIMING);
    await expect(ours.authenticateRequest(activity, bearer(asEmulator))).rejects.toMatchObject({ statusCode: 401 });
  });
});

describe('a token of the Bot Framework’s own channel', () => {
  it('opens ours, without any setting of addresses', async () => {
    holdKey(channel);
    const ours = new TeamsAuthentication(settings, credential, CALL_TIMING);
    const claims = { iss: 'https://api.botframework.com', aud: APP, serviceurl: SERVICE, exp };
    const trusted = await ours.authenticateRequest(activity, bearer(claims));
    expect(trusted.claimsIdentity.isAuthenticated).toBe(true);
  });
});

describe('a client that botbuilder makes itself', () => {
  it.each([500, 429])('sends a create once where it is answered with %i, on both ways out', async (http) => {
    const connector = await startHttp((_, response) =>
      json(response, http, { error: { code: 'Nej', message: 'nej' } }, { 'retry-after': '0' }),
    );
    const keys = await startHttp((call, response) =>
      json(response, 200, call.path === '/metadata' ? { jwks_uri: `${keys.url}/keys` } : { keys: [published(key)] }),
    );
    const serviceUrl = `${connector.url}/`;
    const claims = { iss: keys.url, aud: APP, serviceurl: serviceUrl, exp: Date.now() / 1000 + 60 };
    const local = { ...settings, botMetadataUrl: `${keys.url}/metadata`, botIssuer: keys.url };
    const authentication = new TeamsAuthentication(local, credential, CALL_TIMING);
    const trusted = await authentication.authenticateRequest({ ...activity, serviceUrl }, bearer(claims));
    const proactive = authentication.createConnectorFactory(trusted.claimsIdentity);
    for (const factory of [trusted.connectorFactory, proactive]) {
      connector.calls.splice(0);
      const client = await factory?.create(serviceUrl);
      const sent = client?.conversations.sendToConversation('19:x', { text: 'x' });
      await expect(sent).rejects.toMatchObject({ statusCode: http });
      expect(connector.calls).toHaveLength(1);
    }
    await keys.close();
    await connector.close();
  });
});
