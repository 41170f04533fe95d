import { setTimeout as delay } from 'node:timers/promises';
import { addresses } from '#contract/addresses';
import type { CommitteeView } from '#contract/responses';
import { createRequest } from '../../tabs/api/http.ts';
import { pauseAfter } from '../../tabs/api/live.ts';
import { newest } from '../../tabs/api/newest.ts';

/** A panel that polls as the real one: with its requests, its ETags, its pace and its choice of the newer answer. */
export interface PollingPanel {
  readonly person: string;
  /** When each answer was first there to be shown, by its text; milliseconds of `performance.now()`. */
  readonly seen: ReadonlyMap<string, number>;
  readonly polls: number;
  /** Polls that got no view. */
  readonly failures: number;
  stop(): Promise<void>;
}

interface PanelOptions {
  readonly person: string;
  readonly token: string;
  readonly committee: string;
  /** The Functions instance that it is with. */
  readonly base: string;
  /** Milliseconds until its first poll. */
  readonly phase: number;
}

export function startPanel({ person, token, committee, base, phase }: PanelOptions): PollingPanel {
  const request = createRequest({ token: () => Promise.resolve(token), forgetToken: () => undefined });
  const url = base + addresses.view(committee);
  const seen = new Map<string, number>();
  const closing = new AbortController();
  const counts = { polls: 0, failures: 0 };
  let shown: CommitteeView | undefined;

  const poll = async (): Promise<void> => {
    counts.polls += 1;
    try {
      shown = newest(shown, (await request('GET', url)) as CommitteeView);
    } catch {
      counts.failures += 1;
    }
    const now = performance.now();
    for (const { text = '' } of shown?.item?.round?.answers ?? []) if (!seen.has(text)) seen.set(text, now);
  };
  const run = async (): Promise<void> => {
    let wait = phase;
    while (await pause(wait, closing.signal)) {
      await poll();
      wait = pauseAfter(0);
    }
  };
  const running = run();
  return {
    person,
    seen,
    get polls() {
      return counts.polls;
    },
    get failures() {
      return counts.failures;
    },
    async stop() {
      closing.abort();
      await running;
    },
  };
}

/** @returns whether to go on */
async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}
