import { describe, expect, it } from 'vitest';
import { createStore } from '#store/createStore';
import type { Row } from '#store/tables';
import { admit } from '#usecases/readView';
import { settleDue } from '#usecases/settleDue';
import { COMMITTEE, LEAD, type OneApp } from '#usecases/testing/oneApp';
import { addAgain, remove, talked, told } from '#usecases/testing/talked';
import type { Instance } from './instance.ts';
import { around } from './ports.ts';

// What is stored of a team goes two weeks after the app was removed from it. Here that is interrupted at every single request
// to the tables, and then the app is added again: all of it is there, or none.

const DAY = 24 * 60 * 60_000;

/** At which request to the tables, and what becomes of who made it there. */
interface Interruption {
  readonly call: number;
  readonly moment: 'before' | 'after';
  /** Until then it hangs, and goes on; left out where it is gone for good. */
  readonly until?: Promise<undefined>;
  /** Other requests are not counted. */
  readonly only?: string;
}

/** A process whose requests to the tables are counted, and which is interrupted at one of them. */
function processOf(outside: OneApp, { call, moment, until, only }: Interruption): { app: Instance; calls(): number } {
  let [calls, isGone] = [0, false];
  const at = async (now: Interruption['moment'], name: string): Promise<void> => {
    if (isGone) throw new Error('gone');
    const isCounted = only === undefined || name === only;
    if (isCounted && now === 'before') calls += 1;
    if (!isCounted || calls !== call || now !== moment) return;
    isGone = until === undefined;
    await until;
    if (isGone) throw new Error('gone');
  };
  const tables = around(outside.tables, {
    before: (name) => at('before', name),
    after: (name) => at('after', name),
  });
  return { app: outside.instance({}, createStore(tables)), calls: () => calls };
}

/** A team whose time is over by now. */
async function left(): Promise<OneApp> {
  const outside = await talked();
  await remove(outside);
  await outside.clock.advance(14.1 * DAY);
  return outside;
}

/** What the committee had: its items, their threads, its history, and when they are to be deleted. */
const hadIn = (outside: OneApp): readonly string[] =>
  outside.tables
    .rows()
    .filter(({ table, key }) => table === 'Meetings' || /^[tm]!|!expire$/.test(key))
    .map(({ table, partition, key }: Row) => `${table} ${partition} ${table === 'Due' ? 'expire' : key}`);

/** The app is back; returns whether what the committee had is there, all of it. */
async function expectAllOrNone(outside: OneApp, had: readonly string[]): Promise<boolean> {
  const now = hadIn(outside);
  const kept = had.filter((row) => now.includes(row));
  expect([0, had.length]).toContain(kept.length);
  expect((await outside.team())?.install).toBe('installed');
  const committee = (await outside.store.readCommittee(COMMITTEE))?.value;
  expect(committee?.open !== undefined).toBe(kept.length > 0);
  return kept.length > 0;
}

/** What was begun is over and stays as it is, and the committee goes on with it. */
async function expectToGoOn(outside: OneApp, had: readonly string[]): Promise<boolean> {
  const isThere = await expectAllOrNone(outside, had);
  await outside.clock.advance(60_000);
  await settleDue(outside.instance().deps);
  const { id } = await outside.put('Og nu?');
  await outside.clock.advance(20 * DAY);
  await settleDue(outside.instance().deps);
  expect((await outside.store.readMeeting(id))?.value.status).toBe('ended');
  expect(had.filter((row) => hadIn(outside).includes(row))).toHaveLength(isThere ? had.length : 0);
  return isThere;
}

const returns = {
  'is added': (outside: OneApp, app: Instance) => addAgain(outside, app),
  'is seen there': async (outside: OneApp, app: Instance) => {
    await app.handle({ type: 'channelsChanged', ...told(outside) });
    await outside.clock.advance(1_000);
  },
};

/** Tries it with an interruption at each request, before and after it. */
async function everywhere(play: (interruption: Interruption) => Promise<{ calls(): number }>): Promise<void> {
  const calls = (await play({ call: 0, moment: 'before' })).calls();
  expect(calls).toBeGreaterThan(10);
  for (const moment of ['before', 'after'] as const) {
    for (let call = 1; call <= calls; call += 1) {
      await play({ call, moment }).catch((error: unknown) => {
        throw new Error(`interrupted ${moment} request ${call} of ${calls}`, { cause: error });
      });
    }
  }
}

describe('a team whose deletion was interrupted', () => {
  it.each(['is added', 'is seen there'] as const)('has all of it, or none, when the app %s again', async (how) => {
    const outcomes = new Set<boolean>();
    await everywhere(async (interruption) => {
      const outside = await left();
      const had = hadIn(outside);
      const eraser = processOf(outside, interruption);
      await settleDue(eraser.app.deps).catch(() => undefined);
      await returns[how](outside, outside.instance());
      outcomes.add(await expectToGoOn(outside, had));
      return eraser;
    });
    expect(outcomes).toEqual(new Set([true, false]));
  });

  it('has all of it, or none, where the app is added while that goes on', async () => {
    await everywhere(async (interruption) => {
      const outside = await left();
      const had = hadIn(outside);
      const { promise: until, resolve: goOn } = Promise.withResolvers<undefined>();
      const eraser = processOf(outside, { ...interruption, until });
      const erasing = settleDue(eraser.app.deps);
      await outside.clock.settle();
      await addAgain(outside, outside.instance());
      const welcomes = (await outside.store.listWelcomes(COMMITTEE)).length;
      goOn(undefined);
      await erasing;
      expect(await outside.store.listWelcomes(COMMITTEE)).toHaveLength(welcomes);
      await expectToGoOn(outside, had);
      return eraser;
    });
  });

  it('has none of it where adding the app was interrupted, too', async () => {
    await everywhere(async (interruption) => {
      const outside = await left();
      const had = hadIn(outside);
      const half = processOf(outside, { call: 6, moment: 'before', only: 'remove' });
      await settleDue(half.app.deps);
      expect(hadIn(outside).length).toBeLessThan(had.length);
      expect(hadIn(outside)).not.toEqual([]);
      const adding = processOf(outside, interruption);
      // Teams tells again what was not acknowledged.
      await addAgain(outside, adding.app).catch(() => addAgain(outside, outside.instance()));
      expect(await expectToGoOn(outside, had)).toBe(false);
      return adding;
    });
  });

  it('is shown to nobody, and is gone once the timer comes by', async () => {
    await everywhere(async (interruption) => {
      const outside = await left();
      const eraser = processOf(outside, interruption);
      await settleDue(eraser.app.deps).catch(() => undefined);
      const refusal = admit(outside.instance().deps, COMMITTEE, LEAD.person);
      await expect(refusal).rejects.toThrow(/^(?:AppNotInstalled|CommitteeUnknown)/);
      await settleDue(outside.instance().deps);
      expect(outside.tables.rows()).toEqual([]);
      return eraser;
    });
  });
});
