import { beforeEach, describe, expect, it } from 'vitest';
import type { InboundEvent } from './inboundEvents.ts';
import { ADDRESS, COMMITTEE, OneApp, TEAM_ID, TENANT } from './testing/oneApp.ts';

const IN_CHANNEL = btoa(`0#${COMMITTEE}#1778745600000`);
const POINTER = 'z!p!pointer!1';

describe('a Teams meeting that runs in the channel', () => {
  let outside: OneApp;
  beforeEach(async () => {
    outside = new OneApp();
    await outside.installed();
  });
  const tell = (type: 'teamsMeetingStarted' | 'teamsMeetingEnded', more: Partial<InboundEvent> = {}) => {
    const origin = { committee: COMMITTEE, team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS };
    return outside.app.handle({ type, ...origin, teamsMeeting: IN_CHANNEL, ...more } as InboundEvent);
  };

  it('is told in its chat where to answer, also where the item was opened in the tab, and does not end that', async () => {
    await tell('teamsMeetingStarted');
    const meeting = await outside.put('Hvad nu?');
    expect(meeting.teamsMeeting).toBeUndefined();
    expect(await outside.post(meeting, POINTER)).toMatchObject({ kind: 'pointer', state: { status: 'sent' } });
    await tell('teamsMeetingEnded');
    expect((await outside.store.readMeeting(meeting.id))?.value.status).toBe('open');
  });

  it('is told nothing once it has ended', async () => {
    await tell('teamsMeetingStarted');
    await tell('teamsMeetingEnded', { teamsMeeting: 'another' });
    expect((await outside.store.readCommittee(COMMITTEE))?.value.running).toMatchObject({ teamsMeeting: IN_CHANNEL });
    await tell('teamsMeetingEnded');
    expect(await outside.post(await outside.put('Hvad nu?'), POINTER)).toBeUndefined();
  });

  it('is not believed to run for ever where nobody told of its end', async () => {
    await tell('teamsMeetingStarted');
    await outside.clock.advance(8 * 60 * 60_000);
    expect(await outside.post(await outside.put('Hvad nu?'), POINTER)).toBeUndefined();
  });

  it('is nobody’s in a channel that the app does not know', async () => {
    await tell('teamsMeetingStarted', { committee: '19:nyt@thread.tacv2' });
    expect(await outside.store.readCommittee('19:nyt@thread.tacv2')).toBeUndefined();
  });
});
