import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createCourier } from './deliver.ts';
import { createServe } from './server.ts';
import type { ConnectorCall } from './server.ts';
import { DEFAULT_LIMITS, DEFAULT_SWITCHES } from './settings.ts';
import type { Limits, Switches, TeamsAddresses, TeamsManifest } from './settings.ts';
import { guid, initialState, people } from './state.ts';
import type { State } from './state.ts';
import { loadKeys } from './tokens.ts';
import type { World } from './world.ts';

export type { ConnectorCall, Limits, Switches, TeamsAddresses, TeamsManifest };
export interface TeamsOptions {
  /** 0: any free one. A busy one rejects with EADDRINUSE. */
  port: number;
  /** Where state and signing keys outlive a restart; without it they are in memory only. */
  folder?: string;
  manifest: TeamsManifest;
  /** Client id (which is the bot's id too), and the app's address without a slash at the end. */
  app: { id: string; url: string };
  tenant?: string;
  switches?: Partial<Switches>;
  limits?: Partial<Limits>;
  /** So many more people in the team: `ekstra1` … */
  extraMembers?: number;
  /** Milliseconds since 1970, for ids, times and rates; tokens keep real time. */
  clock?: () => number;
}
export type Teams = Awaited<ReturnType<typeof startTeams>>;

function loadState(file: string | undefined, now: number): State {
  try {
    // Only this program writes the file, and it writes it whole.
    return file === undefined ? initialState(now) : (JSON.parse(readFileSync(file, 'utf8')) as State);
  } catch {
    return initialState(now);
  }
}
function keep(file: string, state: State): void {
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

/** Starts the stand-in on localhost. */
export async function startTeams(options: TeamsOptions) {
  const { folder, manifest, app, tenant: tenantId = guid('tenant'), clock: now = Date.now } = options;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  });
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const addresses: TeamsAddresses = {
    tenantId,
    appId: app.id,
    serviceUrl: `${url}/connector/`,
    botMetadataUrl: `${url}/bot/openidconfiguration`,
    botIssuer: `${url}/bot`,
    userKeysUrl: `${url}/${tenantId}/discovery/v2.0/keys`,
    tokenUrl: `${url}/${tenantId}/oauth2/v2.0/token`,
    graphUrl: `${url}/graph/v1.0`,
  };
  const keys = loadKeys(folder);
  const file = folder === undefined ? undefined : join(folder, 'state.json');
  const commit = (next: State) => {
    world.state = next;
    if (file !== undefined) keep(file, next);
    serving.tellPages();
  };
  const world: World = {
    ...{ manifest, app: { ...app }, addresses, keys, now, commit, people: people(options.extraMembers ?? 0) },
    state: loadState(file, now()),
    switches: { ...DEFAULT_SWITCHES, ...options.switches },
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    deliver: (activity) => courier.send(activity),
  };
  const courier = createCourier(world);
  const serving = createServe(world);
  server.on('request', (request, response) => void serving.serve(request, response));
  return {
    url,
    addresses,
    /** May be changed while it runs; so may `app.url`. */
    switches: world.switches,
    app: world.app,
    calls: serving.calls as readonly ConnectorCall[],
    /** Resolves when the page can be opened. */
    ready: serving.ready,
    /** Resolves when no activity is under way to the bot, and none waits to be sent again. */
    settled: courier.settled,
    close: async () => {
      courier.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
