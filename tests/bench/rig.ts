import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Azurite, startAzurite } from '../../infra/local/azurite.ts';
import { freePort } from '../../infra/local/freePort.ts';
import type { FunctionsSettings } from '../../infra/local/functionsMessages.ts';
import { localManifest } from '../../infra/local/localManifest.ts';
import { startTeams, type Teams } from '../../infra/local/teams/index.ts';
import { type Child, forkChild } from './forkChild.ts';
import { startSlowTeams } from './slowTeams.ts';

export interface RigOptions {
  /** Functions processes, all on the same tables. */
  readonly functions: 1 | 2;
  /** People in the team beside the five whom the stand-in always has. */
  readonly extraMembers?: number;
  /** How long Teams takes to tell the bot of a thread that it made, in milliseconds. */
  readonly hold?: number;
}

/** Azurite and the Functions in processes of their own, the stand-in for Teams in this one. */
export interface Rig {
  readonly teams: Teams;
  readonly azurite: Azurite;
  readonly functions: readonly Child[];
  /** What a child has to be told to serve the same app. */
  readonly settings: Omit<FunctionsSettings, 'port'>;
  /** Where the stand-in keeps its signing keys. */
  readonly keys: string;
  close(): Promise<void>;
}

const APP_ID = '6f1c2f0e-3a53-4b0e-9d0b-2f5a4c1e7d10';

/** Starts everything on free ports and an empty folder. */
export async function startRig({ functions, extraMembers = 0, hold = 0 }: RigOptions): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'med-dialog-bench-'));
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true })];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0)) await step();
  };
  try {
    const azurite = await startAzurite({ folder: join(folder, 'tables') });
    undo.unshift(() => azurite.close());
    const port = await freePort(0);
    const app = { id: APP_ID, url: `http://localhost:${port}` };
    const keys = join(folder, 'teams');
    const teams = await startTeams({
      port: 0,
      folder: keys,
      manifest: await localManifest(app.id, app.url),
      app,
      extraMembers,
    });
    undo.unshift(() => teams.close());
    const slow = hold > 0 ? await startSlowTeams(teams.url, hold) : undefined;
    if (slow !== undefined) undo.unshift(() => slow.close());
    const settings = settingsOf(azurite, teams, slow?.url ?? teams.url);
    const children: Child[] = [];
    undo.unshift(() => Promise.all(children.map((child) => child.stop())));
    for (let index = 0; index < functions; index += 1) {
      children.push(await forkChild('functionsProcess.ts', { ...settings, port: index === 0 ? port : 0 }));
    }
    return { teams, azurite, functions: children, settings, keys, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Teams is reached, and says that it is reached, at `reached`. */
function settingsOf(azurite: Azurite, { addresses }: Teams, reached: string): Omit<FunctionsSettings, 'port'> {
  const at = (address: string): string => reached + new URL(address).pathname;
  addresses.serviceUrl = at(addresses.serviceUrl);
  return {
    env: {
      MED_TENANT_ID: addresses.tenantId,
      MED_APP_ID: addresses.appId,
      MED_TABLES_URL: azurite.url,
      MED_BOT_METADATA_URL: at(addresses.botMetadataUrl),
      MED_BOT_ISSUER: addresses.botIssuer,
      MED_USER_KEYS_URL: addresses.userKeysUrl,
      MED_GRAPH_URL: addresses.graphUrl,
      MED_TEAMS_HOSTS: new URL(reached).origin,
      MED_TABS_FOLDER: 'dist/tabs',
    },
    tables: azurite.credential,
    tokenUrl: addresses.tokenUrl,
  };
}
