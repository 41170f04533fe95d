import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ChannelReading } from '../tools/deployment.ts';
import { startAzurite, type Azurite } from './azurite.ts';
import { takeDataFolder, type DataFolder } from './dataFolder.ts';
import { forkFunctions, type FunctionsProcess } from './forkFunctions.ts';
import { freePort } from './freePort.ts';
import type { FunctionsSettings } from './functionsMessages.ts';
import type { HotTabs, HotTabsOptions } from './hotTabs.ts';
import { keepFunctions } from './keepFunctions.ts';
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
  /** Once aborted, nothing more is started, what was is stopped in order, and `startLocal` rejects with its reason. */
  readonly until?: AbortSignal;
  /** The app's id; it is made up, as an app registration's would be. */
  readonly appId?: string;
  /** Changes to the stand-in for Teams, for tests. */
  readonly teams?: Partial<Pick<TeamsOptions, 'switches' | 'limits' | 'extraMembers' | 'clock'>>;
  readonly manifest?: (manifest: TeamsManifest) => TeamsManifest;
  /** `off`: package and app in the form that gets only what mentions the bot. Left out, it gets all messages. */
  readonly channelReading?: ChannelReading;
  /** Settings of the app that are to be others than those that lead to the stand-in. */
  readonly env?: Readonly<Record<string, string>>;
  /** File of the built app to be run; absent: the app is run from its sources. */
  readonly built?: string;
  /** When the app's timers run, in place of their own schedules. */
  readonly timerSchedule?: string;
  /** Starts what serves the tabs in place of the Functions, at their address and in front of them; absent: nothing does. */
  readonly inFront?: (options: HotTabsOptions) => Promise<HotTabs>;
}

/** Everything running: Azurite and the Functions as processes of their own, the stand-in for Teams in this one. */
export interface Local {
  /** The page to open. */
  readonly url: string;
  /** The Functions app, without a slash at the end. The same for as long as this runs. */
  readonly functionsUrl: string;
  readonly teams: Teams;
  /** Resolves with what happened, when a process ended that nobody asked to, and that could not be brought back. */
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
  const undo: Undo[] = [() => folder.release()];
  const failure = Promise.withResolvers<string>();
  /** Nothing was half started at this point: everything that runs has its line in `undo`. */
  const reached = (line: string): void => {
    say(line);
    options.until?.throwIfAborted();
  };
  try {
    const onDeath = (): void => failure.resolve('Azurite ended unexpectedly, and what was said last may be lost');
    const azurite = await startAzurite({ folder: folder.tables, onDeath });
    undo.unshift(() => azurite.close());
    reached(`Table service at ${azurite.url}`);
    const ports = await choosePorts(options.port, say);
    const teams = await startStandIn(options, folder, ports);
    undo.unshift(() => teams.close());
    reached(`Stand-in for Teams at ${teams.url}`);
    const settings = settingsOf(azurite, teams, options);
    const functions = keepFunctions({ fork: (port) => forkFunctions({ ...settings, port }, say), say });
    undo.unshift(() => functions.stop('orderly'));
    const behind = options.inFront === undefined ? ports.functions : await freePort(0, [ports.page, ports.functions]);
    const added = await functions.add(behind);
    const url = await putInFront(options, teams, ports, added, undo);
    await teams.ready();
    reached(`Functions at ${url}`);
    let stopping: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopping ??= undoAll(undo));
    return {
      url: teams.url,
      functionsUrl: url,
      teams,
      failed: Promise.race([failure.promise, functions.failed]),
      restartFunctions: (end) => functions.restart(behind, end),
      addFunctions: () => functions.add(0),
      stop,
      async stopNow() {
        await functions.stop('killed');
        await stop();
      },
    };
  } catch (error) {
    await undoAll(undo);
    // Ctrl-C reaches helpers of this process as well: what fails because of that is no failure.
    options.until?.throwIfAborted();
    throw error;
  }
}

type Undo = () => Promise<void>;

/** Where the app is reached: at its Functions, or at what stands in front of them. */
async function putInFront(
  { inFront, channelReading = 'on' }: LocalOptions,
  teams: Teams,
  ports: Ports,
  functions: FunctionsProcess,
  undo: Undo[],
): Promise<string> {
  if (inFront === undefined) return functions.url;
  const { appId: clientId } = teams.addresses;
  const hosts = [new URL(teams.url).origin];
  const front = await inFront({ port: ports.functions, functionsUrl: functions.url, hosts, clientId, channelReading });
  undo.unshift(() => front.close());
  return `http://localhost:${ports.functions}`;
}

/**
 * Takes all steps back, the last first, also those behind one that fails.
 * @throws {unknown} the first failure
 */
async function undoAll([step, ...others]: readonly Undo[]): Promise<void> {
  if (step === undefined) return;
  try {
    await step();
  } finally {
    await undoAll(others);
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
  const manifest = await localManifest(app.id, app.url, options.channelReading);
  await mkdir(folder.teams, { recursive: true });
  return startTeams({
    port: ports.page,
    folder: folder.teams,
    manifest: options.manifest?.(manifest) ?? manifest,
    app,
    ...options.teams,
  });
}

function settingsOf(azurite: Azurite, teams: Teams, options: LocalOptions): Settings {
  const { channelReading = 'on', env, built, timerSchedule } = options;
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
      MED_CHANNEL_READING: channelReading,
      MED_TABS_FOLDER: TABS,
      ...env,
    },
    ...(built !== undefined && { built }),
    ...(timerSchedule !== undefined && { timerSchedule }),
    tables: azurite.credential,
    tokenUrl,
  };
}
