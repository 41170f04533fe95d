import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '#store/createStore';
import { type Backends, BACKENDS } from '../support/storeBackends.ts';
import { COMMITTEE, meetingBy, TEAM } from '../support/storeSamples.ts';

describe.each(Object.entries(BACKENDS))('what is deleted of a team on %s', (_, start) => {
  let backends: Backends;

  beforeAll(async () => {
    backends = await start();
  });
  afterAll(() => backends.close());

  it('is everything of a committee, also where the answers to that are lost', async () => {
    const backend = backends.fresh();
    const store = createStore(backend.tables);
    const meeting = meetingBy('command');
    await store.createMeeting(meeting);
    await store.saveCommittee({ id: COMMITTEE, team: TEAM.id, name: 'LMU', open: meeting.id }, undefined);
    backend.loseWriteAnswers(2);
    expect(await store.eraseCommittee(COMMITTEE, () => Promise.resolve(true))).toBe(true);
    expect([await store.readCommittee(COMMITTEE), await store.readMeeting(meeting.id)]).toEqual([undefined, undefined]);
  });

  it('is just the version that was seen, of the rows that may be there anew', async () => {
    const store = createStore(backends.fresh().tables);
    const [committee, anew] = [
      { id: COMMITTEE, team: TEAM.id, name: 'LMU' },
      { ...TEAM, name: 'Nyt' },
    ];
    await store.saveTeam(TEAM, undefined);
    await store.saveCommittee(committee, undefined);
    const version = (await store.readTeam(TEAM.id))?.version ?? '';
    let asked = 0;
    const writing = async (): Promise<boolean> => {
      asked += 1;
      await store.saveCommittee(
        { ...committee, name: `LMU ${asked}` },
        (await store.readCommittee(COMMITTEE))?.version,
      );
      return asked < 2;
    };
    expect(await store.eraseCommittee(COMMITTEE, writing)).toBe(false);
    expect((await store.readCommittee(COMMITTEE))?.value.name).toBe('LMU 2');
    await store.saveTeam(anew, version);
    await store.eraseTeam(TEAM.id, version);
    expect((await store.readTeam(TEAM.id))?.value).toEqual(anew);
    await store.eraseTeam(TEAM.id, (await store.readTeam(TEAM.id))?.version ?? '');
    expect(await store.readTeam(TEAM.id)).toBeUndefined();
  });
});
