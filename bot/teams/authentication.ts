import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  ConnectorFactory,
} from 'botframework-connector';
import type { AuthenticateRequestResult, ClaimsIdentity, ConnectorClient } from 'botframework-connector';
import { AppCredentialsFactory } from './credentials.ts';
import type { AppCredential } from './credentials.ts';
import { sendOnce } from './sendOnce.ts';
import type { CallTiming, TeamsSettings } from './settings.ts';

/** Who signs activities for this bot. */
export const issuerOf = (settings: TeamsSettings): string =>
  settings.botIssuer ?? AuthenticationConstants.ToBotFromChannelTokenIssuer;

/** Where the keys of activities' signatures are announced. */
export const metadataUrlOf = (settings: TeamsSettings): string =>
  settings.botMetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;

class OnceConnectorFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #timing: CallTiming;

  constructor(inner: ConnectorFactory, timing: CallTiming) {
    super();
    this.#inner = inner;
    this.#timing = timing;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    return sendOnce(await this.#inner.create(serviceUrl, audience), this.#timing);
  }
}

/** Botbuilder's authentication, whose connector clients send what creates only once, on both ways out. */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #timing: CallTiming;

  constructor(settings: TeamsSettings, credential: AppCredential, timing: CallTiming) {
    const issuer = issuerOf(settings);
    // A token that Entra gave to this very app passes as an "emulator" token, with no check of audience or serviceUrl:
    // any member could forge another's answer. Only the channel's own issuer counts.
    const pinIssuer = (claims: readonly { type: string; value: string }[]): Promise<void> =>
      claims.some((claim) => claim.type === 'iss' && claim.value === issuer)
        ? Promise.resolve()
        : Promise.reject(new AuthenticationError('not signed by the channel', 401));
    super(
      {
        MicrosoftAppId: settings.appId,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: settings.tenantId,
        ...channelOf(settings),
      },
      new AppCredentialsFactory(settings.appId, credential),
      new AuthenticationConfiguration([], pinIssuer),
    );
    this.#timing = timing;
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new OnceConnectorFactory(super.createConnectorFactory(identity), this.#timing);
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authorization);
    if (result.connectorFactory === undefined) return result;
    return { ...result, connectorFactory: new OnceConnectorFactory(result.connectorFactory, this.#timing) };
  }
}

/** Any of these settings switches all of botbuilder's defaults off, so they are given together or not at all. */
function channelOf(settings: TeamsSettings) {
  if (settings.botMetadataUrl === undefined || settings.botIssuer === undefined) return {};
  return {
    ToBotFromChannelOpenIdMetadataUrl: settings.botMetadataUrl,
    ToBotFromChannelTokenIssuer: settings.botIssuer,
  };
}
