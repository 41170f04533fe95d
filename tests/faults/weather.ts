import { FAULT_NAMES, FAULTS, type FaultName } from './faults.ts';
import type { Random } from '../support/random.ts';
import type { Transcript } from './transcript.ts';

/** Which faults there are in one item, and how often each strikes; and what has struck. */
export class Weather {
  readonly struck = new Map<FaultName, number>();
  readonly #random: Random;
  readonly #transcript: Transcript;
  readonly #shares = new Map<FaultName, number>();
  #calm = false;

  /** `intensity`: 0 for an item in which nothing goes wrong. */
  constructor(random: Random, transcript: Transcript, intensity: number) {
    this.#random = random;
    this.#transcript = transcript;
    for (const name of FAULT_NAMES) {
      const share = FAULTS[name].share * intensity;
      // Most faults are absent from most items, so that those that are there meet each other in every combination.
      if (random.chance(0.17)) this.#shares.set(name, share * (0.5 + random.next()));
    }
  }

  /** Whether a fault strikes here and now; counted where it does. */
  strikes(name: FaultName): boolean {
    const share = this.#calm ? undefined : this.#shares.get(name);
    if (share === undefined || !this.#random.chance(share)) return false;
    this.count(name);
    return true;
  }

  /** The first of some faults that strikes. */
  oneOf<Name extends FaultName>(names: readonly Name[]): Name | undefined {
    return names.find((name) => this.strikes(name));
  }

  count(name: FaultName): void {
    this.#transcript.note('fault', name);
    this.struck.set(name, (this.struck.get(name) ?? 0) + 1);
  }

  /** From now on nothing goes wrong any more. */
  calm(): void {
    this.#calm = true;
  }
}
