import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { instantOf } from '#dialogue/instant';
import { createStore } from '#store/createStore';
import type { InboundEvent } from '#usecases/inboundEvents';
import { TEAM } from '#usecases/testing/team';
import { createInstance } from '../simulation/instance.ts';
import { createMemoryTables } from '../support/memoryTables.ts';

// Teams may move a team to another address: the newest counts, and nothing else of the team may be lost by it.
const CHANNEL = '19:udvalg@thread.tacv2';
const NEW = 'https://new.example/';
const origin = { team: TEAM.id, committee: CHANNEL, tenant: TEAM.tenant, serviceUrl: NEW };

/** An instance on a store of its own, whose `slow`th write of a team takes long to arrive. */
async function start(install: 'installed' | 'removed', slow?: number) {
  const store = createStore(createMemoryTables());
  await store.saveTeam({ ...TEAM, install }, undefined);
  const failures: unknown[] = [];
  let saves = 0;
  const { handle } = createInstance(
    {
      store,
      channel: {
        createThread: () => Promise.resolve({ type: 'refused', http: 403 }),
        reply: () => Promise.resolve({ type: 'refused', http: 403 }),
        update: () => Promise.resolve({ type: 'gone' }),
        remove: () => Promise.resolve({ type: 'gone' }),
      },
      roster: {
        member: () => Promise.resolve(undefined),
        list: () => Promise.resolve([]),
        describe: () => Promise.resolve({ name: 'MED', group: 'group', members: 1, channels: [] }),
      },
      owners: { list: () => Promise.resolve([]) },
      threads: { read: () => Promise.resolve(undefined), own: () => Promise.resolve(undefined) },
      now: () => instantOf(1_700_000_000_000),
      newId: () => 'id',
      pause: () => Promise.resolve(),
      failed: (error) => failures.push(error),
    },
    {
      async before(name) {
        if (name === 'saveTeam' && ++saves === slow) await rest(100);
      },
      after: () => Promise.resolve(),
    },
  );
  return { store, handle, failures };
}

/** Lets everything go on that does not wait for time. */
async function rest(times = 200): Promise<void> {
  for (let time = 0; time < times; time += 1) await setImmediate();
}

const reply: InboundEvent = {
  type: 'reply',
  ...origin,
  root: '1700000000001',
  message: '1700000000555',
  life: 'posted',
  author: { person: 'anna', name: 'Anna', mri: '29:anna' },
  text: 'Svar',
  at: instantOf(1_700_000_000_555),
};
const installed: InboundEvent = { type: 'installed', ...origin, activity: 'f:1', language: 'da' };

describe('the address of a team', () => {
  it('follows what Teams says', async () => {
    const { store, handle, failures } = await start('installed');
    await handle(reply);
    await rest();
    expect((await store.readTeam(TEAM.id))?.value).toEqual({ ...TEAM, serviceUrl: NEW });
    expect(failures).toEqual([]);
  });

  it.each([1, 2])('does not bring back that the app was gone, whichever write comes last (%i)', async (slow) => {
    const { store, handle } = await start('removed', slow);
    await handle(installed);
    await rest();
    expect((await store.readTeam(TEAM.id))?.value).toMatchObject({ install: 'installed', serviceUrl: NEW });
  });
});
