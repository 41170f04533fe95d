import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './freePort.ts';

/**
 * Azurite's account, the same on every machine in the world: it guards nothing and is no secret.
 * https://learn.microsoft.com/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key
 */
export const AZURITE_ACCOUNT = {
  account: 'devstoreaccount1',
  key: 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
} as const;

const HOST = '127.0.0.1';
/** What Azurite prints once it listens. */
const READY = 'successfully started';
/** How long starting and stopping may take, in milliseconds; both take well under one second. */
const PATIENCE = 20_000;

export interface Azurite {
  /** Address of the table service. */
  readonly url: string;
  readonly credential: { readonly account: string; readonly key: string };
  /** Saves everything and stops; also when called twice. */
  close(): Promise<void>;
}

export interface AzuriteOptions {
  /** Where it keeps its data; made where it is missing. Only one process at a time can use it. */
  readonly folder: string;
  /** A free one where it is absent. */
  readonly port?: number | undefined;
  /** Told when it stops without having been closed. */
  readonly onDeath?: ((exitCode: number | null) => void) | undefined;
}

/**
 * Starts a table service of its own.
 * @throws Error with Azurite's own words where it does not start
 */
export async function startAzurite(options: AzuriteOptions): Promise<Azurite> {
  await mkdir(options.folder, { recursive: true });
  // Azurite given port 0 takes a free one and prints 0, so it is picked here.
  const port = options.port ?? (await freePort(0));
  const child = forkAzurite(options.folder, port);
  await ready(child);
  let closed: Promise<void> | undefined;
  child.once('exit', (code) => {
    if (closed === undefined) options.onDeath?.(code);
  });
  return {
    url: `http://${HOST}:${port}/${AZURITE_ACCOUNT.account}`,
    credential: AZURITE_ACCOUNT,
    close: () => (closed ??= stop(child)),
  };
}

function forkAzurite(folder: string, port: number): ChildProcess {
  const program = fileURLToPath(new URL('azuriteProcess.ts', import.meta.url));
  const flags = ['--location', folder, '--tableHost', HOST, '--tablePort', String(port)];
  return fork(program, [...flags, '--silent', '--disableTelemetry', '--skipApiVersionCheck'], {
    // A process group of its own, so that Ctrl-C does not reach it before those who still write to it have stopped.
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function ready(child: ChildProcess): Promise<void> {
  let said = '';
  const started = new Promise<boolean>((resolve) => {
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
      if (said.includes(READY)) resolve(true);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => resolve(false));
    child.once('error', () => resolve(false));
    setTimeout(() => resolve(false), PATIENCE).unref();
  });
  if (await started) return;
  child.kill('SIGKILL');
  throw new Error(`Azurite did not start: ${said.trim() || 'it said nothing'}`);
}

/** Only `shutdown` saves everything: SIGTERM loses what is not saved yet, which is done every five seconds. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit', { signal: AbortSignal.timeout(PATIENCE) });
  child.send('shutdown', () => {
    if (child.connected) child.disconnect();
  });
  try {
    await exit;
  } catch {
    child.kill('SIGKILL');
    throw new Error('Azurite did not stop and was killed; its last seconds may be lost');
  }
}
