import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { AZURITE_ACCOUNT } from '../../../infra/local/azurite.ts';
import { freePort } from '../../../infra/local/freePort.ts';
import type { FunctionsSettings } from '../../../infra/local/functionsMessages.ts';
import { localManifest } from '../../../infra/local/localManifest.ts';
import { startTeams, type Teams } from '../../../infra/local/teams/index.ts';
import { type Keys, loadKeys } from '../../../infra/local/entra/tokens.ts';
import { askChild, isGone, shutDown } from '../askChild.ts';
import type { Answer, Order, Report } from './messages.ts';

/** The app in a process of its own with its tables in memory, and the stand-in for Teams in this one. */
export interface MemoryApp {
  readonly teams: Teams;
  /** Where the app is served, without a slash at the end. */
  readonly url: string;
  /** What Teams and Entra sign with. */
  readonly keys: Keys;
  /** Every row there is, by its table and keys. */
  rows(): Promise<ReadonlyMap<string, string>>;
  report(): Promise<Report>;
  /** What it logged as an error, and what it printed past the log; the first hundred. */
  readonly complaints: readonly string[];
  /** Whether its process has ended. */
  readonly isGone: () => boolean;
  stop(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('memoryAppProcess.ts', import.meta.url));
const APP_ID = '6f1c2f0e-3a53-4b0e-9d0b-2f5a4c1e7d10';
const MOST_COMPLAINTS = 100;
/** What the library of Functions says where somebody sends a body that nobody asked for. */
const IDLE = 'Discarding the body of the incoming GET request';

/** Starts both on free ports; the app is not installed yet. */
export async function startMemoryApp(extraMembers: number): Promise<MemoryApp> {
  const folder = await mkdtemp(join(tmpdir(), 'med-dialog-memory-'));
  const port = await freePort(0);
  const app = { id: APP_ID, url: `http://localhost:${port}` };
  const manifest = await localManifest(app.id, app.url);
  const teams = await startTeams({ port: 0, folder, manifest, app, extraMembers });
  const child = fork(PROGRAM, [], { execArgv: ['--expose-gc'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const complaints: string[] = [];
  const listen = (stream: NodeJS.ReadableStream | null, isComplaint: (line: string) => boolean): void => {
    if (stream === null) return;
    createInterface({ input: stream }).on('line', (line) => {
      if (complaints.length < MOST_COMPLAINTS && isComplaint(line)) complaints.push(line);
    });
  };
  listen(child.stdout, (line) => line.includes('"level":"error"') || (!line.startsWith('{') && !line.includes(IDLE)));
  listen(child.stderr, (line) => !line.includes(IDLE));
  const ask = (order: Order) => askChild<Answer>(child, order);
  const stop = async (): Promise<void> => {
    await shutDown(child);
    await teams.close();
    await rm(folder, { recursive: true });
  };
  const started = await ask({ type: 'start', ...settingsOf(teams, port) });
  if (started.type !== 'ready') {
    await stop();
    throw new Error(`the app did not start: ${started.type === 'failed' ? started.reason : complaints.join('\n')}`);
  }
  await teams.ready();
  return {
    teams,
    url: started.url,
    keys: loadKeys(folder),
    async rows() {
      const answer = await ask({ type: 'rows' });
      return new Map(answer.type === 'rows' ? answer.rows : []);
    },
    async report() {
      const answer = await ask({ type: 'report' });
      if (answer.type !== 'report') throw new Error('the app does not report');
      return answer;
    },
    complaints,
    isGone: () => isGone(child),
    stop,
  };
}

function settingsOf(teams: Teams, port: number): FunctionsSettings {
  const { tenantId, appId, botMetadataUrl, botIssuer, userKeysUrl, graphUrl, tokenUrl } = teams.addresses;
  return {
    port,
    env: {
      MED_TENANT_ID: tenantId,
      MED_APP_ID: appId,
      // Nobody asks there.
      MED_TABLES_URL: 'http://127.0.0.1:1/devstoreaccount1',
      MED_BOT_METADATA_URL: botMetadataUrl,
      MED_BOT_ISSUER: botIssuer,
      MED_USER_KEYS_URL: userKeysUrl,
      MED_GRAPH_URL: graphUrl,
      MED_TEAMS_HOSTS: new URL(teams.url).origin,
      MED_TABS_FOLDER: fileURLToPath(new URL('../../../dist/tabs', import.meta.url)),
    },
    tables: AZURITE_ACCOUNT,
    tokenUrl,
  };
}
