import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../../bench/until.ts';
import { Random } from '../../support/random.ts';
import type { Api } from './api.ts';
import type { Channels } from './channels.ts';
import type { Diary } from './diary.ts';
import { type Question, RealFacilitator } from './facilitator.ts';
import type { Machine } from './machine.ts';
import { Panel } from './panel.ts';
import { type Put, Thread } from './thread.ts';

interface Deps {
  readonly machine: Machine;
  readonly api: Api;
  readonly channels: Channels;
  readonly diary: Diary;
  /** Whether people answer in panel and card, too. */
  readonly panels: boolean;
}

const MEMBERS = ['formand', 'naestformand', 'amr', 'medlem1', 'medlem2', 'ekstra1', 'ekstra2', 'ekstra3'] as const;

/** What is due within the hour, or within what clocks are off. */
const SOON = 65 * 60_000;
/** By then the app has found out of what it posted, in milliseconds, what it can. */
const LOOKED = 5 * 60_000;
/** How long all of it may take, in milliseconds. */
const RESTING = 8 * 60_000;

/** One item in a channel of its own: everybody does what they do, and repeats what was not acknowledged. */
export class RealItem {
  readonly channel: string;
  readonly questions: readonly Question[];
  readonly title: string;
  readonly thread: Thread;
  readonly panel: Panel;
  meeting = '';
  /** What people met that must not be. */
  readonly problems: string[] = [];
  readonly #deps: Deps;
  readonly #random: Random;
  readonly #facilitator: RealFacilitator;
  #watching: Promise<void> = Promise.resolve();
  #words = 0;

  constructor(deps: Deps, { seed, number, channel }: { seed: number; number: number; channel: string }) {
    this.#deps = deps;
    this.#random = new Random(seed * 1_000 + number);
    this.channel = channel;
    this.title = `Punkt ${number}`;
    this.questions = Array.from({ length: this.#random.pick([1, 1, 2]) }, (_, index) => ({
      id: `own/${randomUUID()}`,
      text: `Hvad vil vi prøve i punkt ${number}, spørgsmål ${index + 1}?`,
    }));
    const words = (): string => `Svar ${number}.${(this.#words += 1)} om, hvordan vi gør det her hos os.`;
    const people = { ...deps, words, channel };
    this.thread = new Thread(people);
    this.panel = new Panel(people);
    this.#facilitator = new RealFacilitator(deps, channel, this.title);
  }

  /** From its opening to its end. */
  play = (): Promise<void> => this.#noting(() => this.#play());

  /** Nothing goes wrong any more: what was begun is done, by the timer and by whoever looks after it. */
  rest = (): Promise<void> => this.#noting(() => this.#rest());

  async #noting(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.problems.push(error instanceof Error ? error.message : String(error));
    }
  }

  async #play(): Promise<void> {
    const facilitator = this.#facilitator;
    this.#watching = facilitator.watch(this.questions);
    this.meeting = await facilitator.open(this.questions);
    const put: Put[] = [];
    for (const question of this.questions) {
      const at = await facilitator.put(this.meeting, question);
      put.push(at);
      await this.#people(at);
      await facilitator.close(this.meeting, at.round);
      await this.#late(at, 2);
    }
    await facilitator.end(this.meeting);
    for (const at of put) await this.#late(at, 1);
  }

  async #rest(): Promise<void> {
    try {
      const isDone = async () => ((await this.#isAtRest()) ? true : undefined);
      await until(`${this.title} at rest`, isDone, RESTING);
    } finally {
      this.#facilitator.isOver = true;
      await this.#watching;
    }
  }

  async #people(put: Put): Promise<void> {
    const replying = this.#random.between(3, MEMBERS.length);
    const answering = this.#deps.panels ? this.#random.between(0, 4) : 0;
    await Promise.all([
      ...MEMBERS.slice(0, replying).map((as) => this.#replies(this.#own(), as, put)),
      ...MEMBERS.slice(0, answering).map((as) => this.panel.answer(this.#own(), as, { ...put, meeting: this.meeting })),
    ]);
  }

  /** What one person does follows from numbers of their own, whatever the others do meanwhile. */
  #own = (): Random => new Random(this.#random.between(0, 0x7fff_ffff));

  async #replies(random: Random, as: string, put: Put): Promise<void> {
    const times = random.between(1, 2);
    for (let time = 0; time < times; time += 1) {
      await delay(random.between(0, 1_200));
      await this.thread.say(random, as, put);
    }
  }

  async #late(put: Put, most: number): Promise<void> {
    const late = this.#random.between(0, most);
    for (const as of MEMBERS.slice(0, late)) await this.thread.say(this.#own(), as, put);
  }

  async #isAtRest(): Promise<boolean> {
    const { store, teams } = this.#deps.machine;
    await teams.settled();
    const { dues } = await store.listDue(new Date(Date.now() + SOON).toISOString());
    for (const due of dues) {
      if ('readBack' in due && due.readBack.meeting === this.meeting) return false;
      // What was written down before its cause, by whoever was gone before that, is forgotten in a while.
      const isOurs = 'post' in due && due.post.partition === this.meeting && Date.parse(due.at) < Date.now() + LOOKED;
      if (isOurs && (await store.readPost(due.post)) !== undefined) return false;
    }
    const rows = [...(await store.listAnnounced(this.channel)), ...(await store.listHeld(this.channel))];
    return rows.length === 0;
  }
}
