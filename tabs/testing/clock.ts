import { act } from '@testing-library/react';
import type { After } from '../app/after.ts';

/** Time that passes when a test says so. */
export interface Clock {
  readonly after: After;
  /** Lets so many milliseconds pass, and the page show what comes of it. */
  readonly pass: (milliseconds: number) => void;
}

export function createClock(): Clock {
  let now = 0;
  let waiting: readonly { readonly at: number; readonly then: () => void }[] = [];
  return {
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
