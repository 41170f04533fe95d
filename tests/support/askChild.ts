import type { ChildProcess, Serializable } from 'node:child_process';
import { once } from 'node:events';

/** In place of an answer, where the process ended before it gave one. */
export interface Ended {
  readonly type: 'failed';
  readonly reason: string;
}

/** Asks a process one thing and waits for its answer; nothing else is asked meanwhile. */
export async function askChild<Answer>(child: ChildProcess, order: Serializable): Promise<Answer | Ended> {
  const over = new AbortController();
  const { signal } = over;
  const answered = once(child, 'message', { signal }).then(([answer]) => answer as Answer);
  const gone = once(child, 'exit', { signal }).then((): Ended => ({ type: 'failed', reason: 'the process ended' }));
  child.send(order);
  try {
    return await Promise.race([answered, gone]);
  } finally {
    // The one that did not come is listened for no longer.
    over.abort();
    await Promise.allSettled([answered, gone]);
  }
}

/** Ends a process by asking it to, and waits until it has ended; also where it is gone already. */
export async function shutDown(child: ChildProcess): Promise<void> {
  if (isGone(child)) return;
  const ended = once(child, 'exit');
  child.send({ type: 'shutdown' });
  await ended;
}

export const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
