import { createHash } from 'node:crypto';

/** Everything that happened in an item, a line each. */
export class Transcript {
  readonly #clock: () => number;
  readonly #notes: (string | number)[] = [];

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** What happened, and to what; without ids of messages that people did not write, for those follow from the order. */
  note(what: string, about: string | number): void {
    this.#notes.push(this.#clock(), what, about);
  }

  lines(): readonly string[] {
    const lines: string[] = [];
    for (let index = 0; index < this.#notes.length; index += 3) {
      const [at, what, about] = this.#notes.slice(index, index + 3);
      lines.push(`${new Date(Number(at)).toISOString()} ${String(what)}: ${String(about)}`);
    }
    return lines;
  }

  hash(): string {
    return createHash('sha256').update(this.#notes.join('\n')).digest('hex');
  }
}
