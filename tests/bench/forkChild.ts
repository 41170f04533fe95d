import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { FunctionsSettings } from '../../infra/local/functionsMessages.ts';
import { askChild, shutDown } from '../support/askChild.ts';
import type { FromChild, Report, ToChild } from './childMessages.ts';

/** A server that is measured, in a process of its own so that it shares no event loop with those who use it. */
export interface Child {
  /** Without a slash at the end. */
  readonly url: string;
  /** What it did since this was asked last. */
  report(): Promise<Report>;
  /** Bytes that it has printed. */
  readonly printed: () => number;
  /** Lines that it printed about something that failed. */
  readonly complaints: readonly string[];
  stop(): Promise<void>;
}

type Program = 'functionsProcess.ts' | 'floorProcess.ts';

/** @throws {Error} where it does not start */
export async function forkChild(name: Program, settings: FunctionsSettings): Promise<Child> {
  const program = fileURLToPath(new URL(name, import.meta.url));
  const child = fork(program, [], { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const complaints: string[] = [];
  let printed = 0;
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.length));
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"level":"error"')) complaints.push(line);
    });
  }
  if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const ask = (order: ToChild) => askChild<FromChild>(child, order);
  const started = await ask({ type: 'start', ...settings });
  if (started.type !== 'ready') {
    child.kill('SIGKILL');
    throw new Error(`${name} did not start: ${started.type === 'failed' ? started.reason : complaints.join('\n')}`);
  }
  return {
    url: started.url,
    complaints,
    printed: () => printed,
    async report() {
      const reported = await ask({ type: 'report' });
      if (reported.type !== 'report') throw new Error(`${name} does not report`);
      return reported;
    },
    stop: () => shutDown(child),
  };
}
