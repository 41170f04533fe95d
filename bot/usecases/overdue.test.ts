import { expect, it } from 'vitest';
import { Unavailable } from './ports.ts';
import { settleDue } from './settleDue.ts';
import { OneApp } from './testing/oneApp.ts';

const QUARTER = 15 * 60_000;

const logged = ({ app }: OneApp, code: string) => app.log.filter((event) => event.code === code);

/** A question that Teams puts off from the first try on. */
async function deferred(): Promise<OneApp> {
  const outside = new OneApp();
  await outside.installed();
  outside.channel.onCreate = () => 'deferred';
  await outside.put('Hvad nu?');
  return outside;
}

it('tells of a post that is put off for more than a quarter of an hour, and of what kind it is', async () => {
  const outside = await deferred();
  await outside.clock.advance(QUARTER - 5_000);
  expect(logged(outside, 'Post.deferred').length).toBeGreaterThan(3);
  expect(logged(outside, 'Post.overdue')).toEqual([]);
  await outside.clock.advance(10_000);
  expect(logged(outside, 'Post.overdue')[0]).toEqual({ level: 'warn', code: 'Post.overdue', kind: 'question' });
});

it('does the rest of its work where a piece of it cannot be read, and writes a code', async () => {
  const outside = new OneApp();
  await outside.installed();
  const meeting = await outside.put('Hvad nu?');
  await outside.tables.upsert({ table: 'Due', partition: '0', key: `${outside.now()}!x!end`, columns: { ending: 7 } });
  await outside.clock.advance(13 * 60 * 60_000);
  expect(await settleDue(outside.app.deps)).toMatchObject({ failed: 1 });
  expect((await outside.store.readMeeting(meeting.id))?.value.status).toBe('ended');
  expect(logged(outside, 'Due.broken')).toEqual([{ level: 'error', code: 'Due.broken', rows: 1 }]);
});

it('writes a code, and fails, where the timer cannot read its work', async () => {
  const outside = new OneApp();
  const { deps } = outside.app;
  const store = { ...deps.store, listDue: () => Promise.reject(new Unavailable('store')) };
  await expect(settleDue({ ...deps, store })).rejects.toThrow(Unavailable);
  expect(outside.app.log).toEqual([{ level: 'error', code: 'Due.unread', error: 'Unavailable' }]);
});
