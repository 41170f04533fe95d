import type { Readiness } from '#functions/app';
import type { Store } from '#usecases/ports';
import type { Settings } from './settings.ts';

const CONNECTOR_SCOPE = 'https://api.botframework.com/.default';
const BOT_KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

interface Credential {
  getToken(scope: string): Promise<unknown>;
}

/** Looks at each thing that the app needs as the app itself uses it, without changing anything. */
export const probesOf = (settings: Settings, store: Store, credential: Credential): Readiness['probes'] => ({
  store: async () => {
    await store.readCommittee('ready');
  },
  credential: async () => {
    if ((await credential.getToken(CONNECTOR_SCOPE)) === null) throw new Error('no token');
  },
  keys: (within) => fetched(settings.userKeysUrl, within),
  botKeys: (within) => fetched(settings.botMetadataUrl ?? BOT_KEYS, within),
});

async function fetched(url: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, { signal, redirect: 'error' });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`answered ${response.status}`);
}
