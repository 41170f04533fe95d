import type { FunctionsProcess } from './forkFunctions.ts';

/** A process that has run so long, in milliseconds, since the last crash may be brought back once more. */
const CALM = 60_000;

/** What keeping needs of the outside. */
export interface Keeping {
  /** Starts a Functions process on a port (0: any free one), and rejects where it does not come up. */
  readonly fork: (port: number) => Promise<FunctionsProcess>;
  readonly say: (line: string) => void;
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
}

/** Functions processes that come back by themselves. */
export interface KeptFunctions {
  /** Starts one and keeps it. */
  add(port: number): Promise<FunctionsProcess>;
  /** Ends the one on that port, in order or in the middle of things, and starts it anew there. */
  restart(port: number, end: 'orderly' | 'killed'): Promise<void>;
  /** Ends all of them, one that is just coming back included. */
  stop(end: 'orderly' | 'killed'): Promise<void>;
  /** Resolves with why, when one cannot be kept any longer. */
  readonly failed: Promise<string>;
}

/**
 * Keeps Functions processes: one that ends though nobody asked it to is brought back on its address, so that a crash
 * while something is tried out does not take the stand-in and its windows along. A second crash within a minute is
 * told instead, since a process that cannot live would otherwise come back for ever.
 */
export function keepFunctions({ fork, say, now = () => performance.now() }: Keeping): KeptFunctions {
  const failure = Promise.withResolvers<string>();
  const alive = new Set<FunctionsProcess>();
  /** Those that may end: somebody asked for it. */
  const asked = new WeakSet<FunctionsProcess>();
  let lastCrash = -Infinity;
  let stopping = false;
  /** All that are on their way back; it never rejects. */
  let returning: Promise<unknown> = Promise.resolve();

  const add = async (port: number): Promise<FunctionsProcess> => {
    const process = await fork(port);
    alive.add(process);
    void process.ended.then((how) => {
      alive.delete(process);
      if (!asked.has(process) && !stopping) returning = Promise.all([returning, bringBack(portOf(process), how)]);
    });
    return process;
  };
  const bringBack = async (port: number, how: string): Promise<void> => {
    const isCalm = now() - lastCrash >= CALM;
    lastCrash = now();
    if (!isCalm) {
      failure.resolve(`The Functions process ended again within a minute (${how})`);
      return;
    }
    say(`The Functions process ended unexpectedly (${how}); starting it again`);
    try {
      const { url } = await add(port);
      say(`Functions again at ${url}`);
    } catch (error) {
      failure.resolve(`The Functions process ended (${how}) and did not come back: ${String(error)}`);
    }
  };
  const end = async (process: FunctionsProcess, how: 'orderly' | 'killed'): Promise<void> => {
    asked.add(process);
    await (how === 'killed' ? process.kill() : process.stop());
  };
  return {
    add,
    async restart(port, how) {
      for (const process of alive) if (portOf(process) === port) await end(process, how);
      await add(port);
    },
    async stop(how) {
      stopping = true;
      await returning;
      await Promise.all([...alive].map((process) => end(process, how)));
    },
    failed: failure.promise,
  };
}

const portOf = ({ url }: FunctionsProcess): number => Number(new URL(url).port);
