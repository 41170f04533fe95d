import type { HttpResponseInit } from '@azure/functions';
import type { Probe, Readiness } from './app.ts';
import { guarded } from './guarded.ts';

/** Milliseconds for which an answer is given again: whoever asks often costs nothing. */
const FRESH = 15_000;
/** Milliseconds that one look may take. */
const WITHIN = 10_000;
const HEADERS = { 'cache-control': 'no-store' } as const;

/** Whether the process is alive: asks nobody. In Azure it answers before the rest is loaded, so it is guarded here. */
export const createHealthHandler = ({ version }: Pick<Readiness, 'version'>): (() => Promise<HttpResponseInit>) =>
  guarded(() => Promise.resolve({ status: 200, headers: HEADERS, jsonBody: { status: 'alive', version } }));

/**
 * Whether what the app needs is there: 200, or 503 with what is not. Tells no address, and no reason: those are in the
 * log.
 */
export function createReadyHandler({
  version,
  channelReading,
  probes,
  now,
  log,
}: Readiness): () => Promise<HttpResponseInit> {
  let kept: { readonly at: number; readonly answer: Promise<HttpResponseInit> } | undefined;
  const look = async (): Promise<HttpResponseInit> => {
    const found = await Promise.all(
      Object.entries(probes).map(async ([name, probe]) => [name, await stateOf(name, probe, log)] as const),
    );
    const isReady = found.every(([, state]) => state === 'ok');
    const status = isReady ? 'ready' : 'notReady';
    return {
      status: isReady ? 200 : 503,
      headers: HEADERS,
      jsonBody: { status, version, channelReading, ...Object.fromEntries(found) },
    };
  };
  return () => {
    const at = Date.parse(now());
    if (kept === undefined || at - kept.at >= FRESH) kept = { at, answer: look() };
    return kept.answer;
  };
}

async function stateOf(name: string, probe: Probe, log: Readiness['log']): Promise<'ok' | 'failed'> {
  try {
    await probe(AbortSignal.timeout(WITHIN));
    return 'ok';
  } catch (error) {
    log({
      level: 'warn',
      code: 'Ready.failed',
      probe: name,
      error: error instanceof Error ? error.name : typeof error,
    });
    return 'failed';
  }
}
