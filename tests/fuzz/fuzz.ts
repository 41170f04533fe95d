import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Memory, Trespass } from '../support/memoryApp/messages.ts';
import { type PlayedCommittee, playCommittee } from '../support/memoryApp/playCommittee.ts';
import { type MemoryApp, startMemoryApp } from '../support/memoryApp/startMemoryApp.ts';
import { createMaker, type Now } from './makeRequests.ts';
import { Random } from '../support/random.ts';
import { type Answered, type Request, send } from './request.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly requests: number;
  /** Told from time to time how many there were. */
  readonly say?: (line: string) => void;
}

/** An answer that never should be, or none. */
export interface Failure {
  /** Which request of the seed it was. */
  readonly number: number;
  readonly request: Request;
  readonly what: string;
}

export interface FuzzResult {
  readonly requests: number;
  readonly seconds: number;
  /** How many answers of each status there were. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Routes that were asked, and of them those that did something. */
  readonly routes: { readonly asked: number; readonly done: number };
  readonly failures: readonly Failure[];
  /** Refused, and something was stored all the same. */
  readonly trespasses: readonly Trespass[];
  readonly refused: number;
  readonly complaints: readonly string[];
  /** Of the Functions process: after a quarter of the requests, and after all. */
  readonly memory: { readonly warm: Memory; readonly last: Memory; readonly storedSince: number };
}

/** Requests under way at once. */
const AT_ONCE = 8;
/** Before a request is made again, in milliseconds, as `retry-after` says. */
const PAUSE = 2_000;

/** Asks the running app very many odd things. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const app = await startMemoryApp(2);
  try {
    return await fuzzApp(app, await playCommittee(app), options);
  } finally {
    await app.stop();
  }
}

async function fuzzApp(app: MemoryApp, played: PlayedCommittee, options: FuzzOptions): Promise<FuzzResult> {
  const begun = performance.now();
  const asking = new Asking(app, played, options.seed);
  const quarter = Math.floor(options.requests / 4);
  await asking.until(quarter);
  const warm = await app.report();
  for (const part of [2, 3, 4]) {
    options.say?.(`${asking.number} requests`);
    await asking.until(part === 4 ? options.requests : quarter * part);
  }
  asking.close();
  if (app.isGone()) throw new Error(`the app has ended: ${app.complaints.join('\n')}`);
  await app.teams.settled();
  const { trespasses, refused, memory, stored } = await app.report();
  return {
    requests: asking.number,
    seconds: (performance.now() - begun) / 1_000,
    statuses: Object.fromEntries([...asking.statuses].toSorted(([one], [other]) => one - other)),
    routes: { asked: asking.asked.size, done: asking.done.size },
    failures: asking.failures,
    trespasses,
    refused,
    complaints: app.complaints,
    memory: { warm: warm.memory, last: memory, storedSince: stored - warm.stored },
  };
}

/** Requests in their order, a few at once. */
class Asking {
  readonly statuses = new Map<number, number>();
  readonly asked = new Set<string>();
  readonly done = new Set<string>();
  readonly failures: Failure[] = [];
  number = 0;
  readonly #app: MemoryApp;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  readonly #make: (now: Now) => Request;
  #now: Now;

  constructor(app: MemoryApp, played: PlayedCommittee, seed: number) {
    this.#app = app;
    this.#make = createMaker(app, played, new Random(seed));
    this.#now = { meeting: played.open, round: 'r001', lead: 'amr' };
  }

  async until(number: number): Promise<void> {
    const worker = async (): Promise<void> => {
      while (this.number < number && !this.#app.isGone()) await this.#next();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  close(): void {
    this.#agent.destroy();
  }

  async #next(): Promise<void> {
    this.number += 1;
    const { number } = this;
    const request = this.#make(this.#now);
    this.asked.add(request.from);
    try {
      const { status, body } = await this.#send(request);
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      if (status >= 500) this.failures.push({ number, request, what: `${status} ${body.slice(0, 200)}` });
      if (status === 200 || status === 201) this.#follow(request, body);
    } catch (error) {
      this.failures.push({ number, request, what: String(error) });
    }
  }

  /** 503 means: come again. Whoever comes again is answered. */
  async #send(request: Request): Promise<Answered> {
    const first = await send(this.#agent, this.#app.url, request);
    if (first.status !== 503) return first;
    await setTimeout(PAUSE);
    return send(this.#agent, this.#app.url, request);
  }

  /** What is open now, as the app tells it. */
  #follow({ from, as }: Request, body: string): void {
    this.done.add(from);
    const meeting = /"item":\{"id":"([^"]+)"/.exec(body)?.[1] ?? this.#now.meeting;
    const round = /"round":\{"id":"([^"]+)"/.exec(body)?.[1] ?? this.#now.round;
    const opened = from === 'openMeeting' || from === 'openPlanned' ? as : undefined;
    this.#now = { meeting, round, lead: opened ?? (from === 'handOver' ? 'amr' : this.#now.lead) };
  }
}
