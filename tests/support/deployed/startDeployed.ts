import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { askChild, isGone } from '../askChild.ts';
import type { FromWorker, HttpAnswer, HttpCall, Registered, ToWorker } from './messages.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** A deployed folder that runs in a process of its own, as in Azure. */
export interface Deployed {
  readonly functions: readonly Registered[];
  /** How long loading took, in milliseconds. */
  readonly milliseconds: number;
  http(name: string, call: HttpCall): Promise<HttpAnswer>;
  /** Processor time from before it was loaded until its last answer, in milliseconds. */
  cpu(): number;
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
    const answer = await askChild<FromWorker>(child, message);
    if (answer.type === 'failed') throw new Error(isGone(child) ? printed : answer.reason);
    return answer;
  };
  const stop = async (): Promise<void> => {
    if (isGone(child)) return;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
  const loaded = await ask({ type: 'load', folder }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  if (loaded.type !== 'loaded') throw new Error(`the worker said ${loaded.type}`);
  let cpu = 0;
  return {
    ...loaded,
    stop,
    printed: () => printed,
    cpu: () => cpu,
    async http(name, call) {
      const answer = await ask({ type: 'http', name, call });
      if (answer.type !== 'answered') throw new Error(`the worker said ${answer.type}`);
      cpu = answer.cpu;
      return answer.answer;
    },
    async timer(name) {
      await ask({ type: 'timer', name });
    },
  };
}
