import { expect, it } from 'vitest';
import { plus } from '#dialogue/instant';
import { settleDue } from './settleDue.ts';
import { COMMITTEE, type OneApp } from './testing/oneApp.ts';
import { addAgain, remove, rowsOf, talked, told } from './testing/talked.ts';

const DAY = 24 * 60 * 60_000;
const FORMER = '19:nedlagt@thread.tacv2';

/** The timer comes by, so many days later. */
async function later(outside: OneApp, days: number): Promise<void> {
  await outside.clock.advance(days * DAY);
  await settleDue(outside.app.deps);
}

it('leaves no row of a team two weeks after the app was removed from it', async () => {
  const outside = await talked();
  await remove(outside);
  await later(outside, 13.9);
  expect(rowsOf(outside)).toContain('Fra tråden');
  await later(outside, 0.2);
  expect(outside.tables.rows()).toEqual([]);
});

it('keeps everything where the app comes back before that', async () => {
  const outside = await talked();
  await remove(outside);
  await later(outside, 10);
  await addAgain(outside);
  await later(outside, 10);
  expect(rowsOf(outside)).toContain('Fra tråden');
  const erasing = (await outside.store.listDue(plus(outside.now(), 100 * DAY))).dues.filter((due) => 'erasing' in due);
  expect(erasing).toEqual([]);
});

it('counts from the last time that it was removed, and from the first time that Teams told of that', async () => {
  const outside = await talked();
  await remove(outside);
  await later(outside, 10);
  await addAgain(outside);
  await remove(outside);
  await later(outside, 10);
  expect(rowsOf(outside)).toContain('Fra tråden');
  const { at, ...event } = told(outside);
  expect(at).toBe(outside.now());
  // Told again, without a time.
  await outside.app.handle({ type: 'removed', ...event });
  await later(outside, 4.1);
  expect(rowsOf(outside)).not.toContain('Fra tråden');
  await later(outside, 20);
  expect(outside.tables.rows()).toEqual([]);
});

it('forgets channels of the team that were deleted before', async () => {
  const outside = await talked();
  const now = outside.channels;
  outside.channels = [{ id: FORMER, name: 'Nedlagt', type: 'standard' }, ...(now === 'down' ? [] : now)];
  await addAgain(outside);
  expect(rowsOf(outside)).toContain('Nedlagt');
  outside.channels = now;
  await outside.app.handle({ type: 'channelsChanged', ...told(outside) });
  expect((await outside.team())?.former).toEqual([FORMER]);
  await remove(outside);
  await later(outside, 14.1);
  expect(outside.tables.rows()).toEqual([]);
});

it('begins anew where the app comes back once that has begun', async () => {
  const outside = await talked();
  await remove(outside);
  await outside.clock.advance(14.1 * DAY);
  let isBack = false;
  const eraser = outside.instance({
    before: async (name) => {
      if (name !== 'eraseCommittee' || isBack) return;
      isBack = true;
      await addAgain(outside);
    },
  });
  await settleDue(eraser.deps);
  expect(isBack).toBe(true);
  expect((await outside.team())?.install).toBe('installed');
  expect((await outside.store.readCommittee(COMMITTEE))?.value.open).toBeUndefined();
  expect(rowsOf(outside)).not.toMatch(/Fra tråden|Fra panelet|p-anna/);
});

it('leaves a channel that is another team’s by now', async () => {
  const outside = await talked();
  const head = await outside.store.readCommittee(COMMITTEE);
  if (head === undefined) throw new Error('there is no committee');
  await outside.store.saveCommittee({ ...head.value, team: '19:another@thread.tacv2' }, head.version);
  await remove(outside);
  await later(outside, 14.1);
  expect(await outside.team()).toBeUndefined();
  expect(rowsOf(outside)).toContain('Fra tråden');
});

it('goes on where it was interrupted', async () => {
  const outside = await talked();
  await remove(outside);
  await outside.clock.advance(14.1 * DAY);
  let calls = 0;
  const dying = outside.instance({
    before: (name) => {
      calls += name === 'eraseTeam' ? 1 : 0;
      return name === 'eraseTeam' ? Promise.reject(new Error('gone')) : Promise.resolve();
    },
  });
  await settleDue(dying.deps);
  expect(calls).toBe(1);
  expect(outside.tables.rows().length).toBeGreaterThan(0);
  await later(outside, 0);
  expect(outside.tables.rows()).toEqual([]);
});

/** The deletion has begun, and whoever did that is gone. */
async function interrupted(): Promise<OneApp> {
  const outside = await talked();
  await remove(outside);
  await outside.clock.advance(14.1 * DAY);
  const gone = () => Promise.reject(new Error('gone'));
  const dying = outside.instance({ before: (name) => (name === 'eraseCommittee' ? gone() : Promise.resolve()) });
  await settleDue(dying.deps);
  expect((await outside.team())?.install).toBe('erasing');
  return outside;
}

it('is not put off where Teams tells again that the app was removed', async () => {
  const outside = await interrupted();
  const { at: now, ...event } = told(outside);
  await outside.app.handle({ type: 'removed', ...event });
  await outside.app.handle({ type: 'removed', ...event, at: now });
  await later(outside, 0);
  expect(outside.tables.rows().filter(({ table }) => table !== 'Due')).toEqual([]);
});

it('goes on where the app was removed again before its return was through', async () => {
  const outside = await interrupted();
  const installedAt = outside.now();
  let isGone = false;
  const adding = outside.instance({
    before: async (name) => {
      if (name !== 'saveTeam' || isGone) return;
      isGone = true;
      await outside.clock.advance(1_000);
      await remove(outside);
    },
  });
  const about = { committee: COMMITTEE, activity: 'f:again', language: 'da' } as const;
  await adding.handle({ type: 'installed', ...told(outside), ...about, at: installedAt });
  expect([isGone, (await outside.team())?.install]).toEqual([true, 'erasing']);
  await later(outside, 0);
  expect(await outside.team()).toBeUndefined();
});
