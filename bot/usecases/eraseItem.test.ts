import { expect, it } from 'vitest';
import { plus } from '#dialogue/instant';
import { lead } from './lead.ts';
import { settleDue } from './settleDue.ts';
import { COMMITTEE, LEAD, OneApp, TEAM_ID } from './testing/oneApp.ts';

const DAY = 24 * 60 * 60_000;
const anna = { person: 'p-anna', name: 'Anna' };

async function ended(): Promise<{ outside: OneApp; meeting: string; root: string }> {
  const outside = new OneApp();
  await outside.installed();
  const { id: meeting } = await outside.put('Hvad nu?');
  const root = outside.channel.standing().at(-1)?.root ?? '';
  await outside.app.handle(outside.reply(root, { text: 'Fra tråden' }));
  const command = { id: 'command-write', at: outside.now(), by: anna };
  await outside.write({ meeting, round: 'r001' }, command, 'Fra panelet');
  const end = { type: 'endMeeting', cause: 'facilitator', id: 'command-end', at: outside.now(), by: LEAD } as const;
  await lead(outside.app.deps, meeting, end);
  await outside.clock.advance(5_000);
  return { outside, meeting, root };
}

const rowsOf = ({ tables }: OneApp): string => JSON.stringify(tables.rows());

/** The timer comes by, so many days later. */
async function later(outside: OneApp, days: number, app = outside.app): Promise<void> {
  await outside.clock.advance(days * DAY);
  await settleDue(app.deps);
}

const history = async (outside: OneApp) => {
  const committee = (await outside.store.readCommittee(COMMITTEE))?.value;
  const team = (await outside.store.readTeam(TEAM_ID))?.value;
  if (committee === undefined || team === undefined) throw new Error('nothing is there');
  return (await outside.store.listHistory(COMMITTEE, 9)).map(({ title, answers, erasedAt }) => ({
    title,
    answers,
    isErased: erasedAt !== undefined,
  }));
};

it('leaves a line of an item that names nobody, once its time is over, and what stands in the channel', async () => {
  const { outside } = await ended();
  const standing = outside.channel.standing().map(({ content }) => content);
  await later(outside, 364);
  expect(rowsOf(outside)).toContain('Fra tråden');
  await later(outside, 1.1);
  expect(rowsOf(outside)).not.toMatch(/Fra tråden|Fra panelet|p-anna|Anna|p-lone|Lone/);
  expect(outside.tables.rows().filter(({ table }) => table === 'Meetings' || table === 'Due')).toEqual([]);
  expect(await history(outside)).toEqual([{ title: 'Punkt', answers: 2, isErased: true }]);
  expect(outside.channel.standing().map(({ content }) => content)).toEqual(standing);
});

it('takes nothing in any more of what is written in its thread', async () => {
  const { outside, root } = await ended();
  await later(outside, 365.1);
  // The process that knew the thread, and another.
  for (const app of [outside.app, outside.instance()]) await app.handle(outside.reply(root, { text: 'Meget sent' }));
  await outside.clock.advance(5_000);
  expect(rowsOf(outside)).not.toContain('Meget sent');
});

it('takes nothing in that is written just after, where a process has just looked whose the thread is', async () => {
  const { outside, root } = await ended();
  await outside.clock.advance(365 * DAY - 10 * 60_000);
  await outside.app.handle(outside.reply(root, { text: 'Lige inden' }));
  await later(outside, 0.01);
  expect(rowsOf(outside)).not.toContain('Lige inden');
  await outside.app.handle(outside.reply(root, { text: 'Meget sent' }));
  await outside.clock.advance(5_000);
  expect(rowsOf(outside)).not.toContain('Meget sent');
});

it('is in nobody’s way when another is opened', async () => {
  const { outside } = await ended();
  await later(outside, 365.1);
  expect((await outside.app.deps.snapshots.fresh(COMMITTEE))?.item).toBeUndefined();
  const { id } = await outside.put('Og nu?');
  expect((await outside.app.deps.snapshots.fresh(COMMITTEE))?.item?.meeting.id).toBe(id);
});

it('is kept for longer where that is chosen meanwhile', async () => {
  const { outside, meeting } = await ended();
  const { deps } = outside.instance();
  await outside.clock.advance(365.1 * DAY);
  await settleDue({ ...deps, keptFor: 400 * DAY });
  expect(rowsOf(outside)).toContain('Fra tråden');
  const due = (await outside.store.listDue(plus(outside.now(), 100 * DAY))).dues;
  expect(due.filter((one) => 'expiring' in one)).toEqual([{ at: expect.any(String) as string, expiring: meeting }]);
});

it('goes sooner where a shorter time is chosen meanwhile, a month after that at the latest', async () => {
  const { outside } = await ended();
  await later(outside, 30.1);
  expect(rowsOf(outside)).toContain('Fra tråden');
  const { deps } = outside.instance();
  await outside.clock.advance(30.1 * DAY);
  await settleDue({ ...deps, keptFor: 40 * DAY });
  expect(rowsOf(outside)).not.toMatch(/Fra tråden|Fra panelet|p-anna|Anna|p-lone|Lone/);
  expect((await history(outside))[0]?.isErased).toBe(true);
});

it('goes on where it was interrupted', async () => {
  const { outside } = await ended();
  await outside.clock.advance(365.1 * DAY);
  let calls = 0;
  const dying = outside.instance({
    after: (name) => (
      (calls += name === 'eraseMeeting' ? 1 : 0),
      name === 'eraseMeeting' ? Promise.reject(new Error('gone')) : Promise.resolve()
    ),
  });
  await settleDue(dying.deps);
  expect(calls).toBe(1);
  await later(outside, 0);
  expect(outside.tables.rows().filter(({ table }) => table === 'Due')).toEqual([]);
  expect((await history(outside))[0]?.isErased).toBe(true);
});
