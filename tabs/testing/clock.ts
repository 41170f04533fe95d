import { act } from '@testing-library/react';
import type { After } from '../app/after.ts';

/** Time that passes when a test says so. */
export interface Clock {
  readonly after: After;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Lets so many milliseconds pass, and the page show what comes of it. */
  readonly pass: (milliseconds: number) => void;
}

/** @param begin milliseconds since 1970 */
export function createClock(begin = 0): Clock {
  let now = begin;
  let waiting: readonly { readonly at: number; readonly then: () => void }[] = [];
  return {
    now: () => now,
    after: (milliseconds, then) => {
      const one = { at: now + milliseconds, then };
      waiting = [...waiting, one];
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    pass: (milliseconds) => {
      now += milliseconds;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      act(() => due.forEach(({ then }) => then()));
    },
  };
}
