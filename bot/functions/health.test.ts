import { expect, it } from 'vitest';
import { instantOf } from '#dialogue/instant';
import type { LogEvent } from '#usecases/ports';
import type { Readiness } from './app.ts';
import { createHealthHandler, createReadyHandler } from './health.ts';

/** A deployment where some things are missing, and the time that passes. */
function deployment(missing: readonly string[] = []) {
  const log: LogEvent[] = [];
  const asked: string[] = [];
  const clock = { milliseconds: 0 };
  const probe = (name: string) => () => {
    asked.push(name);
    return missing.includes(name) ? Promise.reject(new TypeError('https://secret.example')) : Promise.resolve();
  };
  const readiness: Readiness = {
    version: '1.2.3',
    channelReading: 'off',
    probes: {
      store: probe('store'),
      credential: probe('credential'),
      keys: probe('keys'),
      botKeys: probe('botKeys'),
    },
    now: () => instantOf(clock.milliseconds),
    log: (event) => log.push(event),
  };
  return { readiness, log, asked, clock };
}
const well = { store: 'ok', credential: 'ok', keys: 'ok', botKeys: 'ok' };

it('is alive whatever is missing, and asks nobody', async () => {
  const { readiness, asked } = deployment(['store']);
  expect(await createHealthHandler(readiness)()).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
    jsonBody: { status: 'alive', version: '1.2.3' },
  });
  expect(asked).toEqual([]);
});

it('is ready when all that it needs is there', async () => {
  const { readiness, log } = deployment();
  expect(await createReadyHandler(readiness)()).toMatchObject({
    status: 200,
    jsonBody: { status: 'ready', version: '1.2.3', channelReading: 'off', ...well },
  });
  expect(log).toEqual([]);
});

it.each(Object.keys(well))('is not ready without %s, and says which and no more', async (name) => {
  const { readiness, log } = deployment([name]);
  const answer = await createReadyHandler(readiness)();
  expect(answer).toMatchObject({ status: 503, jsonBody: { status: 'notReady', ...well, [name]: 'failed' } });
  expect(JSON.stringify(answer)).not.toContain('secret');
  expect(log).toEqual([{ level: 'warn', code: 'Ready.failed', probe: name, error: 'TypeError' }]);
});

it('looks again after a quarter of a minute, however often it is asked', async () => {
  const { readiness, asked, clock } = deployment();
  const ready = createReadyHandler(readiness);
  await Promise.all([ready(), ready()]);
  clock.milliseconds = 14_999;
  await ready();
  expect(asked).toHaveLength(4);
  clock.milliseconds = 15_000;
  await ready();
  expect(asked).toHaveLength(8);
});
