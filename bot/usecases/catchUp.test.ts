import { describe, expect, it } from 'vitest';
import { instantOf } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { InboundEvent } from './inboundEvents.ts';
import { deleteAnswer } from './ownAnswers.ts';
import { refresh } from './refresh.ts';
import { settleDue } from './settleDue.ts';
import { ADDRESS, COMMITTEE, OneApp, TEAM_ID, TENANT } from './testing/oneApp.ts';

const ANNA = { person: 'anna', name: 'Anna' };
const ECHO = 'r001!p!e!anna';

const team = { team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS };
const told = (outside: OneApp) => ({ ...team, at: outside.now() });
const removed = (outside: OneApp): InboundEvent => ({ type: 'removed', ...told(outside) });
const added = (outside: OneApp): InboundEvent => ({
  type: 'installed',
  ...told(outside),
  committee: COMMITTEE,
  activity: `f:${outside.now()}`,
  language: 'da',
});

/** A question with Anna's answer shown under it; then the app is removed, and she deletes her answer. */
async function deletedWhileAway(): Promise<{ outside: OneApp; meeting: Meeting }> {
  const outside = new OneApp();
  await outside.installed();
  const meeting = await outside.put('Hvad nu?');
  const at = { meeting: meeting.id, round: 'r001' };
  await outside.write(at, { id: 'own-1', at: outside.now(), by: ANNA }, 'Fortrudt');
  await outside.clock.advance(5_000);
  expect(echoes(outside)).toEqual([expect.stringContaining('Fortrudt')]);
  outside.channel.installed = false;
  await outside.app.handle(removed(outside));
  await deleteAnswer(outside.app.deps, at, { id: 'own-2', at: outside.now(), by: ANNA });
  await outside.clock.advance(5_000);
  expect(echoes(outside)).toHaveLength(1);
  return { outside, meeting };
}

const echoes = (outside: OneApp): readonly string[] =>
  outside.channel
    .standing()
    .flatMap(({ content }) => (content.onBehalfOf === undefined ? [] : [JSON.stringify(content)]));

describe('an answer that was deleted while the app was away', () => {
  it('leaves the channel when the app is back', async () => {
    const { outside, meeting } = await deletedWhileAway();
    outside.channel.installed = true;
    await outside.app.handle(added(outside));
    await outside.clock.advance(5_000);
    expect(echoes(outside)).toEqual([]);
    expect((await outside.post(meeting, ECHO))?.state).toEqual({ status: 'dropped', uncertain: false });
    expect(outside.failures).toEqual([]);
  });

  it('leaves it within two hours where nobody told that the app is back', async () => {
    const { outside } = await deletedWhileAway();
    outside.channel.installed = true;
    for (let hour = 0; hour < 2; hour += 1) {
      await outside.clock.advance(60 * 60_000);
      await settleDue(outside.app.deps);
    }
    expect(echoes(outside)).toEqual([]);
  });

  it('leaves it, too, where the Connector tells nothing of the team on its return', async () => {
    const { outside } = await deletedWhileAway();
    outside.channel.installed = true;
    outside.channels = 'down';
    await outside.app.handle(added(outside));
    await outside.clock.advance(5_000);
    expect(echoes(outside)).toEqual([]);
  });
});

describe('refresh', () => {
  const ref = (meeting: Meeting) => ({ table: 'Meetings', partition: meeting.id, key: ECHO }) as const;

  it('comes back in an hour where Teams does not let the app in', async () => {
    const { outside, meeting } = await deletedWhileAway();
    const at = instantOf(outside.clock.milliseconds + 60 * 60_000);
    expect(await refresh(outside.app.deps, ref(meeting))).toEqual({ type: 'again', at, soon: false });
    expect((await outside.post(meeting, ECHO))?.state.status).toBe('sent');
  });

  it('comes back soon where Teams asks for patience, and finishes then', async () => {
    const { outside, meeting } = await deletedWhileAway();
    outside.channel.installed = true;
    outside.channel.changeMishaps.push('deferred');
    const at = instantOf(outside.clock.milliseconds + 3_000);
    expect(await refresh(outside.app.deps, ref(meeting))).toEqual({ type: 'again', at, soon: true });
    expect(await refresh(outside.app.deps, ref(meeting))).toEqual({ type: 'withdrawn' });
    expect(echoes(outside)).toEqual([]);
  });
});

describe('what Teams refused while the app was away', () => {
  it('is sent once when it is back, however often that is told', async () => {
    const outside = new OneApp();
    await outside.installed();
    outside.channel.installed = false;
    const meeting = await outside.put('Hvad nu?');
    expect((await outside.post(meeting))?.state).toEqual({ status: 'blocked', http: 403 });
    outside.channel.installed = true;
    const event = added(outside);
    await Promise.all([outside.app.handle(event), outside.instance().handle(event)]);
    await outside.app.handle(event);
    await outside.clock.advance(60_000);
    expect((await outside.post(meeting))?.state.status).toBe('sent');
    expect(outside.channel.standing().filter(({ content }) => content.summary.includes('Hvad nu?'))).toHaveLength(1);
  });
});
