import { instantOf } from '#dialogue/instant';
import { createStore } from '#store/createStore';
import type { Tables } from '#store/tables';
import { type AttendOverdue, createAttendOverdue } from '#usecases/attendOverdue';
import { type ChannelPort, type RosterPort, Unavailable } from '#usecases/ports';
import { createInstance, type Instance, type Outside } from '../simulation/instance.ts';
import { around, AT_ONCE, QUIET } from '../simulation/ports.ts';
import { createMemoryClient, type Fault, type Request } from '../support/memoryTables.ts';
import { MemoryService } from '../support/memoryService.ts';
import { COMMITTEE, GROUP, memberOf } from './activities.ts';
import { channelOver, createConnector } from './connector.ts';
import type { Defect } from './defect.ts';
import type { FaultName } from './faults.ts';
import type { Random } from '../support/random.ts';
import type { TeamsChannel } from './teamsChannel.ts';
import type { Threads } from './threads.ts';
import type { Timeline } from './timeline.ts';
import type { Transcript } from './transcript.ts';
import type { Weather } from './weather.ts';

/** Most processes that are gone in one item. */
const MOST_GONE = 4;
/** How far the clock of a process may be off, in milliseconds. */
const OFF = 4 * 60_000;

export interface Surroundings {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly weather: Weather;
  readonly teams: TeamsChannel;
  readonly threads: Threads;
  readonly transcript: Transcript;
  readonly defect: Defect;
}

/** A Functions process, and whether it still lives. */
export interface Process extends Instance {
  readonly attendOverdue: AttendOverdue;
  readonly death: Promise<'gone'>;
  readonly number: number;
  readonly now: () => string;
  isGone: boolean;
}

const NEVER = new Promise<never>(() => undefined);

/** One or two processes of the app, over tables that outlive them. */
export class App {
  readonly service: MemoryService;
  /** What no process may throw. */
  readonly unforeseen: string[] = [];
  readonly #around: Surroundings;
  #processes: Process[] = [];
  #started = 0;
  #ids = 0;

  constructor(surroundings: Surroundings, processes: number) {
    this.#around = surroundings;
    const { timeline } = surroundings;
    this.service = new MemoryService({ clock: () => timeline.milliseconds, pageSize: 1_000, emptyPages: false });
    for (let count = 0; count < processes; count += 1) this.#start();
  }

  /** What is stored, read past everything that can go wrong. */
  stored(): ReturnType<typeof createStore> {
    return createStore(createMemoryClient(this.service));
  }

  /** Somebody does something until it is acknowledged: again, by whatever process, where one is gone or says that it cannot. */
  async act<T>(name: string, work: (process: Process) => Promise<T>): Promise<T> {
    const { timeline, random } = this.#around;
    for (;;) {
      const result = await this.attempt(name, work);
      if (result !== 'again') return result.value;
      await timeline.pause(random.between(500, 5_000));
    }
  }

  /** The same once. */
  async attempt<T>(name: string, work: (process: Process) => Promise<T>): Promise<{ readonly value: T } | 'again'> {
    const process = this.#around.random.pick(this.#processes);
    this.#around.transcript.note(name, process.number);
    try {
      const value = await Promise.race([work(process), process.death]);
      this.#around.transcript.note(name, value === 'gone' ? 'gone' : 'done');
      return value === 'gone' ? 'again' : { value };
    } catch (error) {
      this.#around.transcript.note(name, String(error));
      if (error instanceof Unavailable) return 'again';
      throw error;
    }
  }

  #start(): void {
    const { weather, random, timeline, transcript, defect } = this.#around;
    const death = Promise.withResolvers<'gone'>();
    this.#started += 1;
    const number = this.#started;
    const off = weather.strikes('clock off') ? random.between(-OFF, OFF) : 0;
    // Asked for many times in the same moment.
    let last = { milliseconds: NaN, instant: '' };
    const now = (): string => {
      const milliseconds = timeline.milliseconds + off;
      if (last.milliseconds !== milliseconds) last = { milliseconds, instant: instantOf(milliseconds) };
      return last.instant;
    };
    const die = (): Promise<never> => {
      transcript.note('process gone', number);
      process.isGone = true;
      death.resolve('gone');
      // Azure starts another in its place, which knows nothing.
      this.#processes = this.#processes.filter((other) => other !== process);
      this.#start();
      return NEVER;
    };
    const goes = (fault: 'gone before a call' | 'gone after a call'): boolean =>
      this.#started <= MOST_GONE && weather.strikes(fault);
    const watch = {
      before: () => (process.isGone ? NEVER : goes('gone before a call') ? die() : AT_ONCE),
      after: () => (process.isGone ? NEVER : goes('gone after a call') ? die() : AT_ONCE),
    };
    const outside = defect.outside({ ...this.#outside(), store: createStore(around(this.#tables(), watch)), now });
    const { channel, roster, threads } = outside;
    const instance = createInstance(
      { ...outside, channel: around(channel, watch), roster: around(roster, watch), threads: around(threads, watch) },
      QUIET,
    );
    const process: Process = {
      ...instance,
      attendOverdue: createAttendOverdue(instance.deps),
      death: death.promise,
      number,
      now,
      isGone: false,
    };
    this.#processes = [...this.#processes, process];
  }

  #outside(): Omit<Outside, 'store' | 'now'> {
    const { timeline } = this.#around;
    return {
      channel: this.#channel(),
      roster: ROSTER,
      owners: { list: () => Promise.resolve([memberOf(1).person]) },
      threads: this.#around.threads,
      pause: (milliseconds) => timeline.pause(milliseconds),
      newId: () => `id-${(this.#ids += 1)}`,
      failed: (error) => {
        // What is promised is in the tables, and done by the timer.
        if (!(error instanceof Unavailable)) this.unforeseen.push(told(error));
      },
    };
  }

  #channel(): ChannelPort {
    return channelOver(this.#around.defect.connector(createConnector(this.#around)));
  }

  /** A process's own connection to the tables. */
  #tables(): Tables {
    const { timeline, random, weather, transcript, defect } = this.#around;
    let slowUntil = 0;
    let failing: { readonly request: Request; readonly fault: Fault | undefined } | undefined;
    const faultOf = (request: Request): Fault | undefined => {
      // All four tries of the client library.
      if (failing?.request === request) return failing.fault;
      const struck = weather.oneOf(request.name === 'get' || request.name === 'page' ? OF_READS : OF_WRITES);
      const fault = struck && STORE_FAULTS[struck];
      if (struck === 'store down' || struck === 'store down after') failing = { request, fault };
      return fault;
    };
    return defect.tables(
      createMemoryClient(this.service, {
        travel: () => {
          if (weather.strikes('store slow')) slowUntil = timeline.milliseconds + random.between(500, 4_000);
          const wait = Math.max(slowUntil - timeline.milliseconds, random.chance(0.3) ? random.between(1, 12) : 0);
          return wait > 0 ? timeline.pause(wait) : AT_ONCE;
        },
        fault: (request) => {
          transcript.note(request.name, request.table);
          return faultOf(request);
        },
      }),
    );
  }
}

const STORE_FAULTS = {
  'store throttled': 'throttle',
  'store answer lost': 'loseAnswer',
  'store down': 'throttle',
  'store down after': 'loseAnswer',
} as const satisfies Partial<Record<FaultName, Fault>>;

const OF_READS = ['store throttled', 'store down'] as const;
const OF_WRITES = [...OF_READS, 'store answer lost', 'store down after'] as const;

const ROSTER: RosterPort = {
  member: () => Promise.resolve(memberOf(1)),
  list: () => Promise.resolve([memberOf(1)]),
  describe: () =>
    Promise.resolve({
      name: 'MED',
      group: GROUP,
      members: 12,
      channels: [{ id: COMMITTEE, name: 'MED', type: 'standard' }],
    }),
};

export const told = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
