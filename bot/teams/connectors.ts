import { ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import { AppCredentialsFactory } from './credentials.ts';
import type { AppCredential } from './credentials.ts';
import { sendOnce } from './sendOnce.ts';
import { CALL_TIMING } from './settings.ts';
import type { CallTiming, TeamsSettings } from './settings.ts';

export interface ConnectorDeps {
  readonly settings: TeamsSettings;
  readonly credential: AppCredential;
  readonly timing?: CallTiming | undefined;
}

/** The Bot Connector at an address, asked as the app. */
export interface Connectors {
  conversations(serviceUrl: string): Promise<ConnectorClient['conversations']>;
  teams(serviceUrl: string): Promise<TeamsConnectorClient['teams']>;
}

/**
 * Clients of the connector package alone: whoever opens the panel has to be looked up in the roster, and should not
 * wait for the rest of botbuilder, which takes as long again to load.
 */
export function createConnectors({ settings, credential, timing = CALL_TIMING }: ConnectorDeps): Connectors {
  const credentials = new AppCredentialsFactory(settings.appId, credential);
  return {
    conversations: async (baseUri) =>
      sendOnce(new ConnectorClient(await credentials.createCredentials(), { baseUri }), timing).conversations,
    teams: async (baseUri) =>
      sendOnce(new TeamsConnectorClient(await credentials.createCredentials(), { baseUri }), timing).teams,
  };
}
