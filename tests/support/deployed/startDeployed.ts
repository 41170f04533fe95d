import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromWorker, HttpAnswer, HttpCall, Registered, ToWorker } from './messages.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** A deployed folder that runs in a process of its own, as in Azure. */
export interface Deployed {
  readonly functions: readonly Registered[];
  /** How long loading took, in milliseconds. */
  readonly milliseconds: number;
  http(name: string, call: HttpCall): Promise<HttpAnswer>;
  timer(name: string): Promise<void>;
  /** All that it has printed. */
  printed(): string;
  stop(): Promise<void>;
}

/**
 * @param env the app's settings; of this process' environment nothing is passed on
 * @throws {Error} with what the app said where it does not load
 */
export async function startDeployed(folder: string, env: Readonly<Record<string, string>>): Promise<Deployed> {
  const child = fork(WORKER, [], { env: { ...env }, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (printed += text.toString()));
  const ask = async (message: ToWorker): Promise<FromWorker> => {
    const settled = new AbortController();
    const { signal } = settled;
    const answered = once(child, 'message', { signal }).then(([answer]) => answer as FromWorker);
    const gone = once(child, 'exit', { signal }).then((): FromWorker => ({ type: 'failed', reason: printed }));
    child.send(message);
    try {
      const answer = await Promise.race([answered, gone]);
      if (answer.type === 'failed') throw new Error(answer.reason);
      return answer;
    } finally {
      settled.abort();
      await Promise.allSettled([answered, gone]);
    }
  };
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
  const loaded = await ask({ type: 'load', folder }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  if (loaded.type !== 'loaded') throw new Error(`the worker said ${loaded.type}`);
  return {
    ...loaded,
    stop,
    printed: () => printed,
    async http(name, call) {
      const answer = await ask({ type: 'http', name, call });
      if (answer.type !== 'answered') throw new Error(`the worker said ${answer.type}`);
      return answer.answer;
    },
    async timer(name) {
      await ask({ type: 'timer', name });
    },
  };
}
