import { parentPort } from 'node:worker_threads';
import { parseOnce } from './parseOnce.ts';

/** A share of the seeds. */
export interface Share {
  readonly first: number;
  readonly meetings: number;
}

// Where an error was made costs more to note than the request that it is the answer to, and a seed that fails is played
// again by itself.
Error.stackTraceLimit = 0;
parseOnce();
const { playItems } = await import('./playItems.ts');

parentPort?.on('message', ({ first, meetings }: Share) => {
  void playItems(first, meetings).then((tally) => parentPort?.postMessage(tally));
});
