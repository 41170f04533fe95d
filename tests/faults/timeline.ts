interface Entry {
  readonly at: number;
  readonly order: number;
  readonly work: () => void;
}

/** Steps for which a turn of the event loop is asked: it takes longer than most steps. */
const STEPS = 32;

/** Time that passes from one thing that is to happen to the next; in between everything that can run runs to its end. */
export class Timeline {
  milliseconds = Date.parse('2026-05-14T08:30:00.000Z');
  /** A heap: the next is first. */
  readonly #entries: Entry[] = [];
  #order = 0;

  /** Does something so many milliseconds from now. What is to happen at the same time happens in the order it was asked for. */
  after(milliseconds: number, work: () => void): void {
    this.#order += 1;
    this.#push({ at: this.milliseconds + milliseconds, order: this.#order, work });
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise((wake) => this.after(milliseconds, wake));
  }

  /** Lets time pass until the script has ended. What is still to happen then does not. */
  play<T>(script: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      let over = false;
      script()
        .finally(() => (over = true))
        .then(resolve, reject);
      let asked = 0;
      const ask = (): void => {
        for (; asked < STEPS; asked += 1) setImmediate(step);
      };
      // The simulated ports answer in microtasks, of which none is left when the next of these begins.
      const step = (): void => {
        asked -= 1;
        if (over) return;
        const next = this.#pop();
        if (next === undefined) {
          reject(new Error('nothing is left to happen, and the script has not ended'));
          return;
        }
        this.milliseconds = next.at;
        next.work();
        if (asked === 0) ask();
      };
      ask();
    });
  }

  #push(entry: Entry): void {
    const heap = this.#entries;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(entry, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  #pop(): Entry | undefined {
    const heap = this.#entries;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      const child = this.#earlierChild(index);
      const below = heap[child];
      if (below === undefined || !isBefore(below, last)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
    return first;
  }

  #earlierChild(index: number): number {
    const [left, right] = [this.#entries[2 * index + 1], this.#entries[2 * index + 2]];
    return left !== undefined && right !== undefined && isBefore(right, left) ? 2 * index + 2 : 2 * index + 1;
  }
}

const isBefore = (one: Entry, other: Entry): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);
