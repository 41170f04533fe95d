import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';

interface Fault {
  readonly what: string;
  /** Whether it is none after all. Asked in the end: a request may be over before its frame is known to be gone. */
  readonly isGivenUp: (() => boolean) | undefined;
}

interface Allowance {
  readonly who: string | undefined;
  readonly faults: readonly RegExp[];
}

/**
 * What goes wrong in browser windows without being asked for: a `console.error`, an error nobody caught, a request that
 * failed or was refused. Tests end with `expectNone`, so that whatever a step does not name fails them.
 */
export class Faults {
  readonly #unexpected: Fault[] = [];
  readonly #allowed = new Set<Allowance>();

  /** Listens to a window until it is closed. `expected` holds for as long as the window is there. */
  watch(page: Page, who: string, expected: readonly RegExp[] = []): void {
    this.#allowed.add({ who, faults: expected });
    const note = (what: string, isGivenUp?: Fault['isGivenUp']): void => this.#note(who, { what, isGivenUp });
    page.on('console', (line) => {
      if (line.type() === 'error') note(`console.error ${line.text()} at ${line.location().url}`);
    });
    page.on('pageerror', (error) => note(`page error ${error.message}`));
    page.on('requestfailed', (request) => {
      note(`failed ${request.failure()?.errorText ?? ''} ${request.method()} ${request.url()}`, () =>
        isGivenUp(request),
      );
    });
  }

  /** Does a step which causes some faults on purpose; until it is done, and they are over, these count for nothing. */
  async during<T>(faults: readonly RegExp[], step: () => Promise<T>): Promise<T> {
    const allowance: Allowance = { who: undefined, faults };
    this.#allowed.add(allowance);
    try {
      return await step();
    } finally {
      this.#allowed.delete(allowance);
    }
  }

  expectNone(): void {
    const left = this.#unexpected.splice(0).filter((fault) => fault.isGivenUp?.() !== true);
    expect(
      left.map(({ what }) => what),
      'unexpected faults in the browser',
    ).toEqual([]);
  }

  #note(who: string, { what, isGivenUp }: Fault): void {
    const isAllowed = [...this.#allowed].some(
      (allowance) => (allowance.who ?? who) === who && allowance.faults.some((fault) => fault.test(what)),
    );
    if (!isAllowed) this.#unexpected.push({ what: `${who}: ${what}`, isGivenUp });
  }
}

/**
 * What a frame asked for before it was taken away is not failed: nobody waits for it any more. Nor is what was answered
 * by "not modified", of which Chromium takes no body and says that it gave up.
 */
function isGivenUp(request: Request): boolean {
  if (request.failure()?.errorText !== 'net::ERR_ABORTED') return false;
  return request.frame().isDetached() || request.existingResponse()?.status() === 304;
}
