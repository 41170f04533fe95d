import { expect, it } from 'vitest';
import { plus } from '#dialogue/instant';
import { lead } from './lead.ts';
import { openPlanned } from './openItem.ts';
import { discardPlanned } from './planItem.ts';
import { settleDue } from './settleDue.ts';
import { committeeIn, discarding, headOf, prepared, repliedBeforehand } from './testing/items.ts';
import { ADDRESS, LEAD, OneApp, TENANT } from './testing/oneApp.ts';

const DAY = 24 * 60 * 60_000;
const YEAR = 365 * DAY;

/** The timer comes by, so much later. */
async function later({ clock, app }: OneApp, time: number): Promise<void> {
  await clock.advance(time);
  await settleDue(app.deps);
  await clock.advance(5_000);
}

const rowsOf = ({ tables }: OneApp): string => JSON.stringify(tables.rows());

it('throws an item away that was prepared and touched by nobody for as long as items are kept, and deletes it a month later', async () => {
  const { outside, id } = await repliedBeforehand();
  for (let days = 0; days < 364; days += 28) await later(outside, 28 * DAY);
  await later(outside, DAY);
  expect((await headOf(outside, id))?.status).toBe('ended');
  expect((await committeeIn(outside)).next).toBeUndefined();
  expect(rowsOf(outside)).toContain('Anna på forhånd');
  expect(JSON.stringify(outside.channel.standing())).toContain('aflyst');
  await later(outside, 30 * DAY);
  expect(rowsOf(outside)).not.toContain('Anna');
  expect(outside.tables.rows().filter(({ table }) => table === 'Meetings' || table === 'Due')).toEqual([]);
  expect(await headOf(outside, id)).toBeUndefined();
  expect(outside.failures).toEqual([]);
});

it('leaves a prepared item alone that somebody has touched meanwhile', async () => {
  const { outside, id } = await prepared();
  await later(outside, YEAR - DAY);
  const send = { type: 'sendAhead', question: '1/1', id: 'command-send', at: outside.now(), by: LEAD } as const;
  await lead(outside.app.deps, id, send);
  await later(outside, 2 * DAY);
  expect((await headOf(outside, id))?.status).toBe('planned');
  await later(outside, YEAR);
  expect((await headOf(outside, id))?.status).toBe('ended');
});

it('has nothing to do with an item that was opened: that ends in its own time', async () => {
  const { outside, id } = await prepared();
  await later(outside, YEAR - 60 * 60_000);
  await openPlanned(outside.app.deps, id, { id: 'command-open', at: outside.now(), by: LEAD });
  await later(outside, 2 * 60 * 60_000);
  expect((await headOf(outside, id))?.status).toBe('open');
});

it('keeps for a month what was written to an item that somebody threw away', async () => {
  const { outside, id } = await repliedBeforehand();
  await discardPlanned(outside.app.deps, id, { ...discarding(), at: outside.now() });
  await later(outside, 29 * DAY);
  expect(rowsOf(outside)).toContain('Anna på forhånd');
  await later(outside, 2 * DAY);
  expect(rowsOf(outside)).not.toContain('Anna');
});

it('remembers for a day where it said that it cannot work, and tells it once meanwhile', async () => {
  const outside = new OneApp();
  const conversation = 'a:1-to-1-with-anna';
  const event = {
    type: 'elsewhere',
    where: 'personal',
    activity: 'f:7',
    conversation,
    tenant: TENANT,
    serviceUrl: ADDRESS,
    language: 'da',
  } as const;
  await outside.app.handle(event);
  await outside.clock.advance(5_000);
  await later(outside, DAY - 60_000);
  await outside.app.handle(event);
  await outside.clock.advance(5_000);
  expect(outside.channel.standing()).toHaveLength(1);
  expect(rowsOf(outside)).toContain(conversation);
  await later(outside, 2 * 60_000);
  expect((await outside.store.listDue(plus(outside.now(), 0))).dues).toEqual([]);
  await later(outside, DAY);
  expect(outside.tables.rows()).toEqual([]);
});
