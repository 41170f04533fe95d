import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { LogEvent, Surroundings } from '#usecases/ports';

/** The real clock and randomness, and work in the background that an orderly end waits for. */
export interface RunningSurroundings extends Surroundings {
  /**
   * Does the work of one run of a function: each line that is logged in it, and in what it leaves to be done later, has
   * the run's id. Azure gives the same to what it notes of the run itself.
   */
  inRun<T>(run: string, work: () => T): T;
  /** Cuts pauses short and waits until all work that was begun has ended. */
  close(): Promise<void>;
}

export function createSurroundings(write: (line: string) => void): RunningSurroundings {
  const working = new Set<Promise<void>>();
  const pausing = new Set<() => void>();
  const runs = new AsyncLocalStorage<string>();
  let closing = false;
  const log = (event: LogEvent): void =>
    write(`${JSON.stringify({ at: new Date().toISOString(), ...event, run: runs.getStore() })}\n`);
  return {
    now: () => new Date().toISOString(),
    newId: randomUUID,
    log,
    inRun: (run, work) => runs.run(run, work),
    later(name, work) {
      const done: Promise<void> = work()
        .catch((error: unknown) => {
          log({
            level: 'error',
            code: 'Later.failed',
            work: name,
            error: error instanceof Error ? error.name : typeof error,
          });
        })
        .finally(() => working.delete(done));
      working.add(done);
    },
    pause: (milliseconds) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          pausing.delete(end);
          resolve();
        };
        const timer = setTimeout(end, closing ? 0 : milliseconds);
        pausing.add(end);
      }),
    async close() {
      closing = true;
      for (const end of pausing) end();
      while (working.size > 0) await Promise.all(working);
    },
  };
}
