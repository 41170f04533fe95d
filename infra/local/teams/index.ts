import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { activities } from './activities.ts';
import { createCourier } from './deliver.ts';
import { createServe } from './server.ts';
import { guid, initialState, people, type State } from './state.ts';
import { loadKeys } from '../entra/tokens.ts';
import { DEFAULT_LIMITS, DEFAULT_SWITCHES } from './world.ts';
import type { Limits, Switches, TeamsAddresses, TeamsManifest, World } from './world.ts';
export type { Limits, Switches, TeamsAddresses, TeamsManifest };
export interface TeamsOptions {
  port: number; // 0: any free one; a busy one rejects with EADDRINUSE
  folder?: string; // where state and signing keys outlive a restart; absent: in memory only
  manifest: TeamsManifest;
  app: { id: string; url: string }; // client id, which is the bot's id too; address without a slash at the end
  tenant?: string;
  switches?: Partial<Switches>;
  limits?: Partial<Limits>;
  extraMembers?: number; // so many more people in the team: `ekstra1` …
  clock?: () => number; // milliseconds since 1970, for ids, times and rates; tokens keep real time
}
export type Teams = Awaited<ReturnType<typeof startTeams>>;
/** Starts the stand-in on localhost. */
export async function startTeams(options: TeamsOptions) {
  const { folder, manifest, tenant: tenantId = guid('tenant'), clock: now = Date.now } = options;
  const [app, server, keys] = [{ ...options.app }, createServer(), loadKeys(folder)];
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const addresses: TeamsAddresses = {
    ...{ tenantId, appId: app.id, serviceUrl: `${url}/connector/`, graphUrl: `${url}/graph/v1.0` },
    ...{ botMetadataUrl: `${url}/bot/openidconfiguration`, botIssuer: `${url}/bot` },
    ...{ userKeysUrl: `${url}/${tenantId}/keys`, tokenUrl: `${url}/${tenantId}/token` },
  };
  const file = folder && join(folder, 'state.json');
  const state = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : initialState(now());
  const switches = { ...DEFAULT_SWITCHES, ...options.switches };
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const commit = (next: Partial<State>) => {
    world.state = { ...world.state, ...next };
    if (file) writeFileSync(`${file}.new`, JSON.stringify(world.state));
    if (file) renameSync(`${file}.new`, file); // whole or not at all
    serving.tellPages();
  };
  const context = { manifest, app, addresses, keys, switches, limits, now, commit };
  const world: World = { state, people: people(options.extraMembers ?? 0, state.moved), ...context };
  const courier = createCourier(world);
  const serving = createServe(world, courier);
  server.on('request', (request, response) => void serving.serve(request, response));
  /** The page can be opened; an app that was there before, with other addresses perhaps, has heard of an upgrade. */
  const ready = async () => {
    const owner = world.people.slice(0, state.installed?.bot === true ? 1 : 0);
    const upgrade = owner.flatMap((one) => activities(world, one).install('add-upgrade'));
    await Promise.all([serving.ready(), ...upgrade.map(courier.send)]);
  };
  const close = async () => {
    courier.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  // Switches and the app's address may be changed. settled(): nothing is under way to the bot, or waits to be sent again.
  return { url, addresses, switches, app, calls: serving.calls, ready, settled: courier.settled, close };
}
