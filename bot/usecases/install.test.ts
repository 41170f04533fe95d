import { describe, expect, it } from 'vitest';
import { instantOf } from '#dialogue/instant';
import type { InboundEvent } from './inboundEvents.ts';
import { ADDRESS, COMMITTEE, OneApp, TEAM_ID, TENANT } from './testing/oneApp.ts';

const told = (at: number, serviceUrl = ADDRESS) =>
  ({ team: TEAM_ID, tenant: TENANT, serviceUrl, at: instantOf(1_700_000_000_000 + at) }) as const;
const added = (at: number): InboundEvent => ({
  type: 'installed',
  ...told(at),
  committee: COMMITTEE,
  activity: `f:${at}`,
  language: 'da',
});
const removed = (at: number): InboundEvent => ({ type: 'removed', ...told(at) });
const changed = (at: number): InboundEvent => ({ type: 'channelsChanged', ...told(at) });

/** Every order of what is told, each with what was told first told once more at the end. */
function orders<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all];
  return all.flatMap((one, index) => orders(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}
const withRedelivery = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  orders(all).flatMap((order) => order.map((again) => [...order, again]));

async function tellAll(events: readonly InboundEvent[]): Promise<OneApp> {
  const outside = new OneApp();
  for (const event of events) {
    await outside.app.handle(event);
    await outside.clock.settle();
  }
  expect(outside.failures).toEqual([]);
  return outside;
}

const namesOf = (events: readonly InboundEvent[]): readonly string[] =>
  events.map((event) => `${event.type} ${'at' in event ? (event.at ?? '') : ''}`);

describe('what Teams tells of the app in a team, in any order and again', () => {
  it.each([
    ['removed', [added(1), removed(2)]],
    ['installed', [added(1), removed(2), added(3)]],
    ['removed', [added(1), changed(2), removed(3)]],
    ['removed', [added(1), removed(2), added(3), removed(4)]],
  ] as const)('leaves it %s, as was told last by Teams’ time', async (install, events) => {
    for (const order of withRedelivery<InboundEvent>(events)) {
      const team = await (await tellAll(order)).team();
      expect({ order: namesOf(order), install: team?.install }).toEqual({ order: namesOf(order), install });
    }
  });

  it('says nothing in a team that the app has left, and hello in one that it came back to', async () => {
    const gone = await tellAll([removed(2), added(1)]);
    expect(gone.channel.messages).toEqual([]);
    const back = await tellAll([added(1), removed(2), added(3), added(1), added(3)]);
    expect(back.channel.messages).toHaveLength(2);
  });

  it('says hello, too, when the first try was cut off and something else was told meanwhile', async () => {
    const outside = new OneApp();
    const never = new Promise<never>(() => undefined);
    const dying = outside.instance({ before: (name) => (name === 'savePost' ? never : Promise.resolve()) });
    void dying.handle(added(1));
    await outside.clock.settle();
    await outside.app.handle(changed(2));
    await outside.app.handle(added(1));
    await outside.clock.settle();
    expect(outside.channel.messages).toHaveLength(1);
  });

  it('takes what has no time as it comes', async () => {
    const timeless = { ...told(0), at: undefined };
    const outside = await tellAll([added(5), { type: 'removed', ...timeless }]);
    expect((await outside.team())?.install).toBe('removed');
    await outside.app.handle({ type: 'installed', ...timeless, committee: COMMITTEE, activity: 'f:9', language: 'da' });
    expect((await outside.team())?.install).toBe('installed');
  });

  it('brings a team back for a later event only when Teams lets the app in', async () => {
    const outside = await tellAll([added(1), removed(2)]);
    outside.channels = 'down';
    await outside.app.handle(changed(3));
    expect((await outside.team())?.install).toBe('removed');
    outside.channels = [{ id: COMMITTEE, name: 'Nyt navn', type: 'standard' }];
    await outside.app.handle(changed(3));
    expect(await outside.team()).toMatchObject({ install: 'installed', channels: outside.channels });
    expect((await outside.store.readCommittee(COMMITTEE))?.value.name).toBe('Nyt navn');
    await outside.app.handle(removed(2));
    expect((await outside.team())?.install).toBe('installed');
  });
});

describe('two instances that write a team at once', () => {
  /** An instance that, before its first write of a row of that kind, has another one finish `event`. */
  const interrupted = (outside: OneApp, write: 'saveTeam' | 'saveCommittee', meanwhile: () => Promise<unknown>) => {
    let first = true;
    return outside.instance({
      async before(name) {
        if (name !== write || !first) return;
        first = false;
        await meanwhile();
      },
    });
  };

  it.each([
    [added(1), removed(2), 'removed'],
    [removed(2), added(1), 'removed'],
    [removed(2), added(3), 'installed'],
    [added(3), removed(2), 'installed'],
    [changed(1), removed(2), 'removed'],
  ] as const)('leave what was told last (%#)', async (late, quick, install) => {
    const outside = await tellAll([added(0)]);
    await interrupted(outside, 'saveTeam', () => outside.app.handle(quick)).handle(late);
    expect((await outside.team())?.install).toBe(install);
  });

  it('do not bring a removed team back by the address that a channel told', async () => {
    const outside = await tellAll([added(0)]);
    const slow = interrupted(outside, 'saveTeam', () => outside.app.handle(removed(2)));
    await slow.handle(outside.reply('1700000000001', { serviceUrl: 'https://new.example/' }));
    await outside.clock.settle();
    expect(await outside.team()).toMatchObject({ install: 'removed', serviceUrl: 'https://new.example/' });
  });

  it('lose no channel that was made meanwhile', async () => {
    const outside = await tellAll([added(0)]);
    const channels = [{ id: COMMITTEE, name: 'MED', type: 'standard' as const }];
    const more = [...channels, { id: '19:ny@thread.tacv2', name: 'Ny', type: 'standard' as const }];
    const slow = interrupted(outside, 'saveTeam', () => {
      outside.channels = more;
      return outside.app.handle(changed(2));
    });
    await slow.handle(changed(1));
    expect((await outside.team())?.channels).toEqual(more);
  });

  it('keep the item that was opened while the channel’s new name was written', async () => {
    const outside = await tellAll([added(0)]);
    outside.channels = [{ id: COMMITTEE, name: 'Nyt navn', type: 'standard' }];
    let meeting = '';
    const slow = interrupted(outside, 'saveCommittee', async () => (meeting = (await outside.put('Hvad nu?')).id));
    await slow.handle(changed(1));
    const committee = (await outside.store.readCommittee(COMMITTEE))?.value;
    expect(committee).toMatchObject({ name: 'Nyt navn', open: meeting });
  });
});

describe('a team’s address', () => {
  it('is not taken from a press of a card of that time either', async () => {
    const outside = await tellAll([added(5)]);
    const { team, tenant } = told(0);
    const author = { person: 'p-anna', name: 'Anna', mri: '29:anna' };
    const origin = { committee: COMMITTEE, team, tenant, serviceUrl: 'https://old.example/' };
    const press = { type: 'cardAnswered', ...origin, root: '1', author, data: {} } as const;
    await outside.app.handle({ ...press, pressedAt: told(4).at });
    await outside.clock.settle();
    expect((await outside.team())?.serviceUrl).toBe(ADDRESS);
    await outside.app.handle({ ...press, pressedAt: told(6).at });
    await outside.clock.settle();
    expect((await outside.team())?.serviceUrl).toBe('https://old.example/');
  });

  it('is not taken from a reply of the time before the app came back', async () => {
    const outside = await tellAll([added(5)]);
    const old = outside.reply('1700000000001', {
      at: instantOf(1_700_000_000_001),
      serviceUrl: 'https://old.example/',
    });
    await outside.app.handle(old);
    await outside.clock.settle();
    expect((await outside.team())?.serviceUrl).toBe(ADDRESS);
    await outside.app.handle({ ...old, at: instantOf(1_700_000_000_009) });
    await outside.clock.settle();
    expect((await outside.team())?.serviceUrl).toBe('https://old.example/');
  });
});
