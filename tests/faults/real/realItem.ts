import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { addresses } from '#contract/addresses';
import { until } from '../../bench/until.ts';
import { Random } from '../../support/random.ts';
import type { Api } from './api.ts';
import type { Channels } from './channels.ts';
import type { Diary } from './diary.ts';
import { type Question, RealFacilitator } from './facilitator.ts';
import type { Machine } from './machine.ts';
import { MEMBERS } from './members.ts';
import { Panel } from './panel.ts';
import { isToldOf } from './possible.ts';
import { type Parts, partsOf } from './parts.ts';
import { seesPrepared } from './prepared.ts';
import { Room } from './room.ts';
import { type Put, Thread } from './thread.ts';

interface Deps {
  readonly machine: Machine;
  readonly api: Api;
  readonly channels: Channels;
  readonly diary: Diary;
  /** Whether people answer in panel and card, too. */
  readonly panels: boolean;
}

/** A question as it was put; `ahead`: as it was sent out beforehand, where it was. */
export interface Asked extends Put {
  readonly question: Question;
  readonly ahead: Put | undefined;
}

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
  readonly room: Room;
  readonly asked: Asked[] = [];
  meeting = '';
  /** What people met that must not be. */
  readonly problems: string[] = [];
  readonly #deps: Deps;
  readonly #random: Random;
  readonly #parts: Parts;
  readonly #facilitator: RealFacilitator;
  #watching: Promise<void> = Promise.resolve();
  #words = 0;

  constructor(deps: Deps, { seed, number, channel }: { seed: number; number: number; channel: string }) {
    this.#deps = deps;
    this.#random = new Random(seed * 1_000 + number);
    this.#parts = partsOf(seed, number);
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
    this.room = new Room(people);
    this.#facilitator = new RealFacilitator(deps, channel, this.title);
  }

  /** Who leads it in the end. */
  get leads(): string {
    return this.#facilitator.leads;
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
    const prepared = this.#parts.isPrepared ? await this.#prepare() : undefined;
    if (prepared === undefined) this.meeting = await facilitator.open(this.questions);
    const inTheMiddle = this.#random.pick(this.questions);
    for (const question of this.questions) {
      const ahead = prepared?.question === question ? prepared : undefined;
      const at: Asked = { ...(await facilitator.put(this.meeting, question)), question, ahead };
      this.asked.push(at);
      await Promise.all([this.#people(at), this.#looks(at), this.#leads(at, question === inTheMiddle)]);
      await facilitator.close(this.meeting, at.round);
      await this.#afterClosing(at);
    }
    if (this.#parts.isHandedOver) await facilitator.isRefused(MEMBERS[0], 'end', addresses.ending(this.meeting));
    await facilitator.end(this.meeting);
    for (const at of this.asked) await this.#late(at, 1);
  }

  /** Most open when it is out, and all that was written is told, as days after; the others at once. */
  async #prepare(): Promise<Put & { readonly question: Question }> {
    const facilitator = this.#facilitator;
    this.meeting = await facilitator.prepare(this.questions);
    const question = this.#random.pick(this.questions);
    const ahead = await facilitator.sendAhead(this.meeting, question);
    const preparing = this.#random.between(2, 5);
    await Promise.all(MEMBERS.slice(0, preparing).map((as) => this.#replies(this.#own(), as, [ahead])));
    if (this.#random.chance(0.7)) {
      await facilitator.knowsItIsOut(question);
      const isTold = () => Promise.resolve(this.thread.replies.every((one) => isToldOf(one, this.#deps.machine)));
      await until('all that was written beforehand to be told', async () => ((await isTold()) ? true : undefined));
    }
    await facilitator.openPrepared(this.meeting);
    return { ...ahead, question };
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

  async #people(at: Asked): Promise<void> {
    const replying = this.#random.between(3, MEMBERS.length);
    const answering = this.#deps.panels ? this.#random.between(0, 4) : 0;
    const places = threadsOf(at);
    await Promise.all([
      ...MEMBERS.slice(0, replying).map((as) => this.#replies(this.#own(), as, places)),
      ...MEMBERS.slice(0, answering).map((as) => this.panel.answer(this.#own(), as, { ...at, meeting: this.meeting })),
    ]);
  }

  /** What was written beforehand is there as soon as the question is put. */
  async #looks({ ahead }: Asked): Promise<void> {
    if (ahead === undefined) return;
    const replies = this.thread.replies.filter(({ root }) => root === ahead.root);
    const seen = await seesPrepared(this.#deps, { as: 'medlem2', channel: this.channel }, replies);
    this.#deps.diary.note(`${this.title}: sees what was written beforehand`, `${seen} of ${replies.length}`);
  }

  /** Types what is said, and may hand over then: whoever takes over goes on with it, and the one before is refused. */
  async #leads({ round }: Asked, isMiddle: boolean): Promise<void> {
    const at = { meeting: this.meeting, round };
    const random = this.#own();
    if (this.#parts.isTyped) await this.room.hear(random, this.leads, at);
    if (!isMiddle || !this.#parts.isHandedOver) return;
    const before = this.leads;
    await this.#facilitator.handOver(this.meeting, random.pick(MEMBERS.slice(1)));
    await this.#facilitator.isRefused(before, 'close', addresses.closing(this.meeting, round));
    await this.room.isRefused(random, before, at);
    if (this.#parts.isTyped) await this.room.hear(random, this.leads, at);
  }

  async #afterClosing(at: Asked): Promise<void> {
    const random = this.#own();
    const said = this.#parts.isTyped ? this.room.hear(random, this.leads, { ...at, meeting: this.meeting }) : undefined;
    await Promise.all([said, this.#late(at, 2)]);
  }

  /** What one person does follows from numbers of their own, whatever the others do meanwhile. */
  #own = (): Random => new Random(this.#random.between(0, 0x7fff_ffff));

  async #replies(random: Random, as: string, places: readonly Put[]): Promise<void> {
    const times = random.between(1, 2);
    for (let time = 0; time < times; time += 1) {
      await delay(random.between(0, 1_200));
      await this.thread.say(random, as, random.pick(places));
    }
  }

  async #late(at: Asked, most: number): Promise<void> {
    const late = this.#random.between(0, most);
    for (const as of MEMBERS.slice(0, late)) {
      const random = this.#own();
      await this.thread.say(random, as, random.pick(threadsOf(at)));
    }
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

/** Some go on where the question was sent out beforehand: that is answered too. */
const threadsOf = (at: Asked): readonly Put[] => (at.ahead === undefined ? [at] : [at, at, at.ahead]);
