import { setImmediate } from 'node:timers/promises';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Time that passes only when it is told to. Everything between two moments runs to its end first. */
export class SimulatedClock {
  milliseconds = Date.parse('2026-05-14T08:30:00.000Z');
  #sleepers: Sleeper[] = [];

  pause(milliseconds: number): Promise<void> {
    return new Promise((wake) => this.#sleepers.push({ at: this.milliseconds + milliseconds, wake }));
  }

  /** Lets all that can run now run: the simulated ports answer in microtasks, of which none is left after a macrotask. */
  async settle(): Promise<void> {
    await setImmediate();
  }

  /** Moves time on, waking whoever sleeps on the way in order. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.milliseconds + milliseconds;
    await this.settle();
    for (;;) {
      const next = this.#sleepers.filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0];
      if (next === undefined) break;
      this.#sleepers = this.#sleepers.filter((sleeper) => sleeper !== next);
      this.milliseconds = Math.max(this.milliseconds, next.at);
      next.wake();
      await this.settle();
    }
    this.milliseconds = end;
  }
}
