import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url));
/** Milliseconds that it may take to start, and between two looks. */
const LONGEST_START = 30_000;
const PACE = 100;

export interface PlaygroundOptions {
  readonly port: number;
  /** Where it keeps its log and its settings. */
  readonly folder: string;
  /** Its settings, as YAML or JSON. */
  readonly world: string;
  /** Where it says what people do. */
  readonly messages: string;
}

export interface PlaygroundProcess {
  /** The page to open; without a slash at the end. */
  readonly url: string;
  /** Resolves when it is gone. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts Microsoft's Agents Playground, which tells Microsoft nothing, and waits until it can be opened.
 * @throws {Error} where it ends, or cannot be opened within 30 s; its log in `folder` says why
 */
export async function forkPlayground({ port, folder, world, messages }: PlaygroundOptions): Promise<PlaygroundProcess> {
  await mkdir(folder, { recursive: true });
  const [settings, log] = [join(folder, 'world.yml'), join(folder, 'playground.log')];
  await writeFile(settings, world);
  // With a console of its own it would wait there for keys, and Ctrl-C would reach it before the app has stopped.
  const child = spawn(
    process.execPath,
    [
      PROGRAM,
      'start',
      '--app-endpoint',
      messages,
      '--channel-id',
      'msteams',
      '--port',
      String(port),
      '--disable-telemetry',
    ],
    {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: settings,
        M365_AGENTS_PLAYGROUND_LOGFILE: log,
        TEAMSAPPTESTER_BROWSER: 'none',
      },
    },
  );
  const gone = new AbortController();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      gone.abort(new Error(`the Agents Playground has ended; its log is ${log}`));
      resolve();
    });
  });
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const leave = (): void => void child.kill('SIGKILL');
  process.once('exit', leave);
  void ended.then(() => process.off('exit', leave));
  try {
    await whenOpen(port, AbortSignal.any([gone.signal, AbortSignal.timeout(LONGEST_START)]));
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://localhost:${port}`, ended, close };
}

async function whenOpen(port: number, until: AbortSignal): Promise<void> {
  while (!(await isOpen(port))) {
    until.throwIfAborted();
    await delay(PACE, undefined, { signal: until }).catch(() => undefined);
  }
  until.throwIfAborted();
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
