import type { Clients } from '../../bot/compose.ts';
import { createAzureTables } from '#store/azureTables';
import type { FunctionsSettings } from './functionsMessages.ts';
import { localCredential } from './localCredential.ts';

/** Clients of the app on one machine: keys of Azurite instead of a managed identity, and tokens from the stand-in. */
export function localClients({ tables, tokenUrl }: Pick<FunctionsSettings, 'tables' | 'tokenUrl'>): Clients {
  return {
    tables: (settings) => createAzureTables({ url: settings.tablesUrl, credential: tables }),
    credential: (settings) => localCredential(tokenUrl, settings.appId),
  };
}
