import type { Around } from './ports.ts';

/** Stops tasks at each of the calls that they share and lets one of them go on, as a schedule says. */
export class Gates {
  readonly #shared: ReadonlySet<string>;
  readonly #waiting = new Map<string, () => void>();
  #calls = 0;

  constructor(shared: readonly string[]) {
    this.#shared = new Set(shared);
  }

  of(task: string): Around {
    return {
      before: (name) =>
        this.#shared.has(name) ? new Promise((go) => this.#waiting.set(this.#nameOf(task), go)) : Promise.resolve(),
      after: () => Promise.resolve(),
    };
  }

  /** A task may make several calls at once. */
  #nameOf(task: string): string {
    this.#calls += 1;
    return `${task} ${String(this.#calls).padStart(6, '0')}`;
  }

  /** Calls that wait, in a fixed order. */
  waiting(): string[] {
    return [...this.#waiting.keys()].sort();
  }

  go(task: string): void {
    const go = this.#waiting.get(task);
    this.#waiting.delete(task);
    go?.();
  }

  /**
   * Lets everything go on to its end: `schedule[n]` says who of those waiting goes on at step n; after its end always
   * the first. `settle` resolves when nobody can go on by themselves.
   * @returns how many could go on at each step, of at most `steps`
   */
  async play(schedule: readonly number[], settle: () => Promise<void>, steps = Infinity): Promise<readonly number[]> {
    const options: number[] = [];
    for (;;) {
      await settle();
      const waiting = this.waiting();
      if (waiting.length === 0) return options.slice(0, steps);
      const chosen = waiting[schedule[options.length] ?? 0] ?? waiting[0];
      options.push(waiting.length);
      if (chosen !== undefined) this.go(chosen);
    }
  }
}

/** Every schedule there is, depth first; how many. */
export async function everyOrder(play: (schedule: readonly number[]) => Promise<readonly number[]>): Promise<number> {
  let schedule: number[] = [];
  for (let orders = 1; ; orders += 1) {
    const options = await play(schedule);
    const taken = options.map((_, step) => schedule[step] ?? 0);
    const last = taken.findLastIndex((choice, step) => choice + 1 < (options[step] ?? 0));
    if (last === -1) return orders;
    schedule = [...taken.slice(0, last), (taken[last] ?? 0) + 1];
  }
}
