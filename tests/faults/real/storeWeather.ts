import { BUSY, CUT, PASS, SILENT, type TableRequest, UNANSWERED } from '../../support/outageProxy.ts';
import type { Fate } from '../../support/proxy.ts';
import type { Random } from '../../support/random.ts';
import type { Diary } from './diary.ts';
import type { RealFault } from './realFaults.ts';

/** How often things go wrong. */
export interface Climate {
  /** Requests to the tables from one time that they are down to the next. */
  readonly outageEvery: readonly [least: number, most: number];
  /** For how long they are, in milliseconds. */
  readonly outageFor: readonly [least: number, most: number];
  /** Writes of one process from one time that it is killed to the next. */
  readonly killEvery: readonly [least: number, most: number];
  /** Messages that Teams makes, from one at which the process is killed to the next. */
  readonly killAtCreate: readonly [least: number, most: number];
  /** Times that somebody presses in a panel, from one after which the process is killed to the next. */
  readonly killAtAnswer: readonly [least: number, most: number];
}

/** One request. */
const ONCE = {
  'store throttled': { share: 0.01, fate: BUSY, ofWrites: false },
  'store cut': { share: 0.01, fate: CUT, ofWrites: false },
  'store answer lost': { share: 0.02, fate: UNANSWERED, ofWrites: true },
} as const;
const SLOW = 0.006;

/** All of them for a while. */
const DOWN = {
  'store away': { fate: CUT, ofWrites: false },
  'store busy': { fate: BUSY, ofWrites: false },
  'store silent': { fate: SILENT, ofWrites: false },
  'store answers lost': { fate: UNANSWERED, ofWrites: true },
} as const satisfies Partial<Record<RealFault, { readonly fate: Fate; readonly ofWrites: boolean }>>;

/** What becomes of the requests of one process. What goes wrong, and at which of them, follows from its numbers alone. */
export class StoreWeather {
  readonly #random: Random;
  readonly #diary: Diary;
  readonly #climate: Climate;
  readonly #name: string;
  readonly #kill: () => Promise<void>;
  #untilOutage: number;
  #untilKill: number;
  #down: { readonly name: keyof typeof DOWN; readonly until: number } | undefined;
  #isCalm = true;

  constructor(
    random: Random,
    diary: Diary,
    climate: Climate,
    process: { readonly name: string; readonly kill: () => Promise<void> },
  ) {
    this.#random = random;
    this.#diary = diary;
    this.#climate = climate;
    this.#name = process.name;
    this.#kill = process.kill;
    this.#untilOutage = random.between(...climate.outageEvery);
    this.#untilKill = random.between(...climate.killEvery);
  }

  /** From now on things go wrong, or not any more. */
  set calm(isCalm: boolean) {
    this.#isCalm = isCalm;
    this.#down = undefined;
  }

  fateOf(request: TableRequest): Fate {
    if (this.#isCalm) return PASS;
    return this.#killAt(request) ?? this.#fateWhileDown(request) ?? this.#once(request);
  }

  #killAt({ isWrite, kinds }: TableRequest): Fate | undefined {
    if (!isWrite || (this.#untilKill -= 1) > 0) return undefined;
    this.#untilKill = this.#random.between(...this.#climate.killEvery);
    const about = `${this.#name}, ${kinds.join(' and ')}`;
    if (this.#random.chance(0.5)) {
      this.#diary.fault('killed before a write', about);
      void this.#kill();
      return CUT;
    }
    return {
      ...PASS,
      done: async () => {
        this.#diary.fault('killed after a write', about);
        await this.#kill();
      },
    };
  }

  #fateWhileDown({ isWrite }: TableRequest): Fate | undefined {
    this.#untilOutage -= 1;
    if (this.#untilOutage === 0) {
      const name = this.#random.pick(Object.keys(DOWN) as (keyof typeof DOWN)[]);
      const length = this.#random.between(...this.#climate.outageFor);
      this.#diary.fault(name, `${this.#name}, ${length} ms`);
      this.#down = { name, until: performance.now() + length };
    }
    if (this.#down === undefined) return undefined;
    if (performance.now() > this.#down.until) {
      this.#diary.note('the tables are back', this.#name);
      this.#down = undefined;
      this.#untilOutage = this.#random.between(...this.#climate.outageEvery);
      return undefined;
    }
    const { fate, ofWrites } = DOWN[this.#down.name];
    return ofWrites && !isWrite ? PASS : fate;
  }

  #once({ isWrite, kinds }: TableRequest): Fate {
    for (const [name, { share, fate, ofWrites }] of Object.entries(ONCE)) {
      if (!this.#random.chance(share) || (ofWrites && !isWrite)) continue;
      this.#diary.fault(name as keyof typeof ONCE, `${this.#name}, ${kinds.join(' and ')}`);
      return fate;
    }
    if (!this.#random.chance(SLOW)) return PASS;
    this.#diary.fault('store slow', this.#name);
    return { ...PASS, wait: this.#random.between(200, 3_000) };
  }
}
