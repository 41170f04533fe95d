import type { RealFault } from './realFaults.ts';

/** Every step of a real run, a line each as it happens: ids and numbers, and nothing of what people wrote. */
export class Diary {
  readonly faults: Partial<Record<RealFault, number>> = {};
  readonly #begun = performance.now();
  readonly #say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  note(what: string, about: string | number = ''): void {
    const seconds = ((performance.now() - this.#begun) / 1_000).toFixed(2).padStart(7);
    this.#say(`${seconds} s  ${what}${about === '' ? '' : `: ${about}`}`);
  }

  fault(name: RealFault, about: string | number = ''): void {
    this.faults[name] = (this.faults[name] ?? 0) + 1;
    this.note(`fault, ${name}`, about);
  }
}
