import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { FromFunctions, type FunctionsSettings, type ToFunctions } from './functionsMessages.ts';

/** A Functions process that takes requests. */
export interface FunctionsProcess {
  readonly url: string;
  /** Resolves when the process is gone, with how: the signal that ended it, or its exit code. */
  readonly ended: Promise<string>;
  /** Lets requests finish, and the process end by itself; after 30 s it is killed. */
  stop(): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('functionsProcess.ts', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/functions', import.meta.url));
/** Longer than the 20 s that a request may still take. */
const LONGEST_STOP = 30_000;
const LONGEST_START = 30_000;

/**
 * Starts a Functions process and waits until it takes requests. `say` gets every line that it prints.
 * @throws {Error} where it ends, or is not ready within 30 s
 */
export async function forkFunctions(
  settings: FunctionsSettings,
  say: (line: string) => void,
): Promise<FunctionsProcess> {
  // In a process group of its own, so that Ctrl-C reaches only the parent, which stops things in order.
  const child = fork(PROGRAM, [], {
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Some thousand modules are loaded: compiling them once is enough.
    env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', say);
  }
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const send = (message: ToFunctions): void => {
    if (child.connected) child.send(message);
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const stop = async (): Promise<void> => {
    send({ type: 'shutdown' });
    const giveUp = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP);
    await ended;
    clearTimeout(giveUp);
  };
  send({ type: 'start', ...settings });
  const url = await whenReady(child, ended).catch(async (error: unknown) => {
    await kill();
    throw error;
  });
  return { url, ended, stop, kill };
}

async function whenReady(child: ChildProcess, ended: Promise<string>): Promise<string> {
  let tooLate: NodeJS.Timeout | undefined;
  const ready = new Promise<string>((resolve, reject) => {
    tooLate = setTimeout(() => reject(new Error('the Functions process is not ready after 30 s')), LONGEST_START);
    child.once('message', (message) => resolve(FromFunctions.parse(message).url));
    void ended.then((how) => reject(new Error(`the Functions process ended before it was ready (${how})`)));
    child.once('error', reject);
  });
  return ready.finally(() => clearTimeout(tooLate));
}
