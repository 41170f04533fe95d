import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAzureTables } from '#store/azureTables';
import { createStore } from '#store/createStore';
import type { Store } from '#usecases/ports';
import { type Azurite, startAzurite } from '../../../infra/local/azurite.ts';
import { localManifest } from '../../../infra/local/localManifest.ts';
import { startTeams, type Teams } from '../../../infra/local/teams/index.ts';
import { type Fate, type Passing, startProxy } from '../../support/proxy.ts';
import { Random } from '../../support/random.ts';
import type { Diary } from './diary.ts';
import { RealProcess } from './realProcess.ts';
import type { Climate } from './storeWeather.ts';
import { Told } from './told.ts';

const APP_ID = '6f1c2f0e-3a53-4b0e-9d0b-2f5a4c1e7d10';
/** As Azure runs them where there is more to do than one can. */
const PROCESSES = [1, 2] as const;

export interface MachineOptions {
  readonly seed: number;
  readonly climate: Climate;
  readonly diary: Diary;
  /** People in the team beside the five whom the stand-in always has. */
  readonly extraMembers: number;
}

/** Azurite, two Functions processes that are killed, and the stand-in for Teams in this process; and what stands between them. */
export class Machine {
  readonly told = new Told();
  /** Lines that the processes have printed. */
  readonly printed: string[] = [];
  /** Where the app is asked: whichever process is there. */
  url = '';
  readonly #options: MachineOptions;
  readonly #random: Random;
  readonly #undo: (() => Promise<unknown>)[] = [];
  readonly #processes: RealProcess[] = [];
  #teams: Teams | undefined;
  #azurite: Azurite | undefined;
  #store: Store | undefined;
  #untilCreateKill: number;
  #untilAnswerKill: number;
  #isCalm = true;

  private constructor(options: MachineOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#untilCreateKill = this.#random.between(...options.climate.killAtCreate);
    this.#untilAnswerKill = this.#random.between(...options.climate.killAtAnswer);
  }

  /** Starts everything; nothing goes wrong until `calm` is false. */
  static async start(options: MachineOptions): Promise<Machine> {
    const machine = new Machine(options);
    try {
      await machine.#start();
      return machine;
    } catch (error) {
      await machine.close();
      throw error;
    }
  }

  get teams(): Teams {
    return existing(this.#teams);
  }

  /** Read past everything that goes wrong. */
  get store(): Store {
    return existing(this.#store);
  }

  get tablesUrl(): string {
    return existing(this.#azurite).url;
  }

  /** Of the processes that run. */
  get urls(): readonly string[] {
    return this.#processes.flatMap(({ url }) => url ?? []);
  }

  set calm(isCalm: boolean) {
    this.#isCalm = isCalm;
    for (const process of this.#processes) process.calm = isCalm;
  }

  /** All processes are there again. */
  async allRun(): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.runs()));
  }

  /** Azurite last, since the others still write to it, and by a message, since a signal would lose what it has not saved. */
  async close(): Promise<void> {
    for (const step of this.#undo.splice(0)) await step();
  }

  async #start(): Promise<void> {
    const { diary, extraMembers, climate } = this.#options;
    const folder = await mkdtemp(join(tmpdir(), 'med-dialog-real-'));
    this.#undo.unshift(() => rm(folder, { recursive: true }));
    const azurite = await startAzurite({ folder });
    this.#azurite = azurite;
    this.#store = createStore(createAzureTables({ url: azurite.url, credential: azurite.credential }));
    this.#undo.unshift(() => azurite.close());
    const front = await startProxy((passing) => this.#toApp(passing));
    this.#undo.unshift(() => front.close());
    this.url = front.url;
    const app = { id: APP_ID, url: front.url };
    const teams = await startTeams({ port: 0, manifest: await localManifest(app.id, app.url), app, extraMembers });
    this.#teams = teams;
    this.#undo.unshift(() => teams.close());
    const gate = await startProxy((passing) => ({ ...this.#fateOfCall(passing), to: teams.url }));
    this.#undo.unshift(() => gate.close());
    const env = environmentOf(teams, gate.url.replace('127.0.0.1', 'localhost'));
    for (const number of PROCESSES) {
      const process = await RealProcess.start({
        ...{ number, env, azurite, diary, climate, tokenUrl: teams.addresses.tokenUrl },
        random: new Random(this.#options.seed + number * 7_919),
        print: (line) => this.printed.push(line),
      });
      this.#processes.push(process);
      this.#undo.unshift(() => process.stop());
    }
  }

  /** Azure gives a request to one of those that run; where none does, it answers itself. */
  #toApp({ method, path, body }: Passing): Fate & { readonly to: string } {
    const running = this.#processes.filter(({ url }) => url !== undefined);
    const done = path === '/api/messages' ? this.told.begin(body) : () => undefined;
    if (running.length === 0) {
      done(503);
      this.#options.diary.fault('no process');
      return { does: { answers: 503, body: '' }, to: '' };
    }
    const process = this.#random.pick(running);
    const isPress = path !== '/api/messages' && method !== 'GET';
    return { ...(isPress ? this.#fateOfPress(process) : { does: 'pass', done }), to: process.url ?? '' };
  }

  /** Who has done what somebody pressed for may be killed before that is answered: it is pressed again. */
  #fateOfPress(process: RealProcess): Fate {
    if (this.#isCalm || (this.#untilAnswerKill -= 1) > 0) return { does: 'pass' };
    const { diary, climate } = this.#options;
    this.#untilAnswerKill = this.#random.between(...climate.killAtAnswer);
    const done = async (): Promise<void> => {
      diary.fault('killed before an answer', process.name);
      await process.kill();
    };
    return { does: 'loseAnswer', done };
  }

  /** Whoever asks Teams to make a message may be killed at it. */
  #fateOfCall({ method, path }: Passing): Fate {
    const isCreate = method === 'POST' && /\/v3\/conversations($|\/[^/]+\/activities)/.test(path);
    if (this.#isCalm || !isCreate || (this.#untilCreateKill -= 1) > 0) return { does: 'pass' };
    const { diary, climate } = this.#options;
    this.#untilCreateKill = this.#random.between(...climate.killAtCreate);
    const process = this.#processes.toSorted((one, other) => other.postWrittenAt - one.postWrittenAt)[0];
    const kill = async (fault: 'killed before a create' | 'killed after a create'): Promise<void> => {
      diary.fault(fault, process?.name ?? '');
      await process?.kill();
    };
    if (this.#random.chance(0.5)) {
      void kill('killed before a create');
      return { does: 'cut' };
    }
    return { does: 'loseAnswer', done: () => kill('killed after a create') };
  }
}

/** The Connector is reached through the gate, and what it signs must name where it is reached. */
function environmentOf({ addresses }: Teams, gate: string): Readonly<Record<string, string>> {
  addresses.serviceUrl = gate + new URL(addresses.serviceUrl).pathname;
  return {
    MED_TENANT_ID: addresses.tenantId,
    MED_APP_ID: addresses.appId,
    MED_BOT_METADATA_URL: gate + new URL(addresses.botMetadataUrl).pathname,
    MED_BOT_ISSUER: addresses.botIssuer,
    MED_USER_KEYS_URL: addresses.userKeysUrl,
    MED_GRAPH_URL: addresses.graphUrl,
    MED_TEAMS_HOSTS: gate,
    MED_TABS_FOLDER: 'dist/tabs',
  };
}

function existing<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('it does not run yet');
  return part;
}
