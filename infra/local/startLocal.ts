import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startAzurite, type Azurite } from './azurite.ts';
import { takeDataFolder, type DataFolder } from './dataFolder.ts';
import { forkFunctions, type FunctionsProcess } from './forkFunctions.ts';
import { freePort } from './freePort.ts';
import type { FunctionsSettings } from './functionsMessages.ts';
import { localManifest } from './localManifest.ts';
import { startTeams, type Teams, type TeamsManifest, type TeamsOptions } from './teams/index.ts';

type Settings = Omit<FunctionsSettings, 'port'>;

/** What to start, and where. The material and the tabs have to be built (`npm start` and `npm test` do it). */
export interface LocalOptions {
  /** Port of the page; the next free one is taken where it is busy. 0: any free one. */
  readonly port: number;
  /** Folder that keeps everything across restarts. */
  readonly data: string;
  /** Deletes what the folder holds (`anew`) or goes on with it (`on`, also when left out). */
  readonly begin?: 'anew' | 'on';
  /** Gets each step once it is done, and then each line that the Functions print. */
  readonly say?: (line: string) => void;
  /** The app's id; it is made up, as an app registration's would be. */
  readonly appId?: string;
  /** Changes to the stand-in for Teams, for tests. */
  readonly teams?: Partial<Pick<TeamsOptions, 'switches' | 'limits' | 'extraMembers' | 'clock'>>;
  readonly manifest?: (manifest: TeamsManifest) => TeamsManifest;
}

/** Everything running: Azurite and the Functions as processes of their own, the stand-in for Teams in this one. */
export interface Local {
  /** The page to open. */
  readonly url: string;
  /** The Functions app, without a slash at the end. The same for as long as this runs. */
  readonly functionsUrl: string;
  readonly teams: Teams;
  /** Resolves with the name of a process that ended though nobody asked it to. */
  readonly failed: Promise<string>;
  /** Starts the Functions anew on the same address: after an orderly end, or killed in the middle of things. */
  restartFunctions(end: 'orderly' | 'killed'): Promise<void>;
  /** One more Functions process on the same tables, as Azure runs several; it is stopped with the rest. */
  addFunctions(): Promise<FunctionsProcess>;
  /** Functions first, then the stand-in, then Azurite. Leaves no process. */
  stop(): Promise<void>;
  /** As `stop`, but Functions are killed, and whatever they were doing is left as it is. */
  stopNow(): Promise<void>;
}

const APP_ID = '6f1c2f0e-3a53-4b0e-9d0b-2f5a4c1e7d10';
const TABS = fileURLToPath(new URL('../../dist/tabs', import.meta.url));

/** Starts Azurite, the stand-in for Teams and the Functions, in that order. Whatever fails stops what was started. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const say = options.say ?? (() => undefined);
  const folder = await takeDataFolder(options.data, options.begin ?? 'on');
  const undo: (() => Promise<void>)[] = [() => folder.release()];
  const failure = Promise.withResolvers<string>();
  try {
    const azurite = await startAzurite({ folder: folder.tables, onDeath: () => failure.resolve('Azurite') });
    undo.unshift(() => azurite.close());
    say(`Table service at ${azurite.url}`);
    const ports = await choosePorts(options.port, say);
    const teams = await startStandIn(options, folder, ports);
    undo.unshift(() => teams.close());
    say(`Stand-in for Teams at ${teams.url}`);
    const settings = settingsOf(azurite, teams);
    const first = await forkFunctions({ ...settings, port: ports.functions }, say);
    undo.unshift(() => first.stop());
    await teams.ready();
    say(`Functions at ${first.url}`);
    return running({ azurite, teams, folder, settings, say, failure }, first);
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}

interface Ports {
  readonly page: number;
  readonly functions: number;
}

async function choosePorts(wanted: number, say: (line: string) => void): Promise<Ports> {
  const page = await freePort(wanted);
  if (wanted !== 0 && page !== wanted) say(`Port ${wanted} is busy; taking ${page}`);
  return { page, functions: await freePort(wanted === 0 ? 0 : page + 1, [page]) };
}

async function startStandIn(options: LocalOptions, folder: DataFolder, ports: Ports): Promise<Teams> {
  const app = { id: options.appId ?? APP_ID, url: `http://localhost:${ports.functions}` };
  const manifest = await localManifest(app.id, app.url);
  await mkdir(folder.teams, { recursive: true });
  return startTeams({
    port: ports.page,
    folder: folder.teams,
    manifest: options.manifest?.(manifest) ?? manifest,
    app,
    ...options.teams,
  });
}

function settingsOf(azurite: Azurite, teams: Teams): Settings {
  const { tenantId, appId, botMetadataUrl, botIssuer, userKeysUrl, graphUrl, tokenUrl } = teams.addresses;
  return {
    env: {
      MED_TENANT_ID: tenantId,
      MED_APP_ID: appId,
      MED_TABLES_URL: azurite.url,
      MED_BOT_METADATA_URL: botMetadataUrl,
      MED_BOT_ISSUER: botIssuer,
      MED_USER_KEYS_URL: userKeysUrl,
      MED_GRAPH_URL: graphUrl,
      MED_TEAMS_HOSTS: new URL(teams.url).origin,
      MED_TABS_FOLDER: TABS,
    },
    tables: azurite.credential,
    tokenUrl,
  };
}

interface Parts {
  readonly azurite: Azurite;
  readonly teams: Teams;
  readonly folder: DataFolder;
  readonly settings: Settings;
  readonly say: (line: string) => void;
  readonly failure: PromiseWithResolvers<string>;
}

function running({ azurite, teams, folder, settings, say, failure }: Parts, first: FunctionsProcess): Local {
  const port = Number(new URL(first.url).port);
  const alive = new Set<FunctionsProcess>();
  /** Those that may end: somebody asked for it. */
  const asked = new WeakSet<FunctionsProcess>();
  const watch = (process: FunctionsProcess): FunctionsProcess => {
    alive.add(process);
    void process.ended.then(() => {
      alive.delete(process);
      if (!asked.has(process)) failure.resolve('The Functions process');
    });
    return process;
  };
  const end = (process: FunctionsProcess, how: 'orderly' | 'killed'): Promise<void> => {
    asked.add(process);
    return how === 'killed' ? process.kill() : process.stop();
  };
  const stopAll = async (): Promise<void> => {
    await Promise.all([...alive].map((process) => end(process, 'orderly')));
    await teams.close();
    await azurite.close();
    await folder.release();
  };
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopAll());
  let main = watch(first);
  return {
    url: teams.url,
    functionsUrl: first.url,
    teams,
    failed: failure.promise,
    async restartFunctions(how) {
      await end(main, how);
      main = watch(await forkFunctions({ ...settings, port }, say));
    },
    addFunctions: async () => watch(await forkFunctions({ ...settings, port: 0 }, say)),
    stop,
    async stopNow() {
      await Promise.all([...alive].map((process) => end(process, 'killed')));
      await stop();
    },
  };
}
