import { expect, it } from 'vitest';
import { plus } from '#dialogue/instant';
import { lead } from './lead.ts';
import { settleDue } from './settleDue.ts';
import { ADDRESS, COMMITTEE, LEAD, OneApp, TEAM_ID, TENANT } from './testing/oneApp.ts';

const DAY = 24 * 60 * 60_000;
const FORMER = '19:nedlagt@thread.tacv2';
const anna = { person: 'p-anna', name: 'Anna' };

const told = (outside: OneApp) => ({ team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS, at: outside.now() }) as const;

const remove = (outside: OneApp) => outside.app.handle({ type: 'removed', ...told(outside) });

async function addAgain(outside: OneApp): Promise<void> {
  const about = { committee: COMMITTEE, activity: `f:${outside.now()}`, language: 'da' } as const;
  await outside.app.handle({ type: 'installed', ...told(outside), ...about });
  await outside.clock.advance(1_000);
}

/** The timer comes by, so many days later. */
async function later(outside: OneApp, days: number): Promise<void> {
  await outside.clock.advance(days * DAY);
  await settleDue(outside.app.deps);
}

/** A team with an item that has ended, in which somebody answered in the thread and somebody in the panel. */
async function talked(): Promise<OneApp> {
  const outside = new OneApp();
  await outside.installed();
  const meeting = await outside.put('Hvad nu?');
  const root = outside.channel.standing().at(-1)?.root ?? '';
  await outside.app.handle(outside.reply(root, { text: 'Fra tråden' }));
  const command = { id: 'command-write', at: outside.now(), by: anna };
  await outside.write({ meeting: meeting.id, round: 'r001' }, command, 'Fra panelet');
  const end = { type: 'endMeeting', cause: 'facilitator', id: 'command-end', at: outside.now(), by: LEAD } as const;
  await lead(outside.app.deps, meeting.id, end);
  await outside.clock.advance(5_000);
  expect(rowsOf(outside)).toMatch(/Fra tråden[^]*Fra panelet|Fra panelet[^]*Fra tråden/);
  return outside;
}

const rowsOf = ({ tables }: OneApp): string => JSON.stringify(tables.rows());

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

it('leaves a team to which the app comes back just then', async () => {
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
