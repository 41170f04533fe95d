import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { addTo, noTally, type Tally } from './tally.ts';
import type { Share } from './worker.ts';

/** Items that a thread is given at a time. */
const SHARE = 100;

/** Plays items in so many threads. */
export async function inShares(first: number, meetings: number, threads: number): Promise<Tally> {
  const tally = noTally();
  let given = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      while (given < meetings) {
        const share: Share = { first: first + given, meetings: Math.min(SHARE, meetings - given) };
        given += share.meetings;
        worker.postMessage(share);
        const [played] = (await once(worker, 'message')) as [Tally];
        addTo(tally, played);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, Math.ceil(meetings / SHARE)) }, work));
  return tally;
}
