import { describe, expect, it } from 'vitest';
import { lead } from '#usecases/lead';
import { openItem } from '#usecases/openItem';
import { deliver } from '#usecases/deliver';
import type { ReplySeen } from '#usecases/inboundEvents';
import { everyOrder, Gates } from './everyOrder.ts';
import { createInstance, type Instance } from './instance.ts';
import type { Around } from './ports.ts';
import { COMMITTEE, LEAD, SERVICE_URL, TEAM, TENANT, World } from './world.ts';

/**
 * Calls at which it matters who is first: they read or write what delivering and taking a reply have in common. The
 * others touch rows of one of the two alone, so their order changes nothing.
 */
const SHARED = [
  'createThread',
  'saveThread',
  'readThread',
  'listAnnounced',
  'announce',
  'unannounce',
  'hold',
  'listHeld',
  'eraseHeld',
  'mergeAnswer',
];

interface Played {
  readonly world: World;
  readonly meeting: string;
  /** How many could go on at each step. */
  readonly options: readonly number[];
}

/** Plays one order (`Gates.play`). `under`: whose thread the reply is in. */
async function playOrder(
  schedule: readonly number[],
  change: Pick<ReplySeen, 'life' | 'text'>,
  under: 'the question' | 'a message of their own',
): Promise<Played> {
  const world = new World(1);
  await world.installed();
  const meeting = await world.act(async ({ deps }) => {
    const plan = [{ id: '1/1', text: 'Hvad nu?', points: [], theme: 1 }];
    const at = world.now();
    return openItem(deps, {
      id: 'command-open',
      at,
      by: LEAD,
      committee: COMMITTEE,
      team: TEAM,
      language: 'da',
      title: 'Punkt',
      themes: [],
      plan,
    });
  });
  const gates = new Gates(SHARED);
  const outside = world.outside();
  const quiet: Around = { before: () => Promise.resolve(), after: () => Promise.resolve() };
  await putQuietly(createInstance({ ...outside, store: world.store }, quiet), world, meeting.id);
  const sender = createInstance(outside, gates.of('deliver'));
  const taker = createInstance(outside, gates.of('reply'));
  const running: Promise<unknown>[] = [];
  // Somebody replies the moment the message stands in the channel, before its create call has been answered.
  world.onMade = ({ root }) => {
    const own = world.channel.nextId();
    const message = world.channel.nextId();
    const at = new Date(Number(message)).toISOString();
    running.push(
      taker.handle({
        type: 'reply',
        committee: COMMITTEE,
        team: TEAM,
        tenant: TENANT,
        serviceUrl: SERVICE_URL,
        root: under === 'the question' ? root : own,
        message,
        at,
        author: { person: 'p-anna', name: 'Anna', mri: '29:anna' },
        ...change,
      }),
    );
  };
  running.push(deliver(sender.deps, { table: 'Meetings', partition: meeting.id, key: 'r001!p!q' }));
  const options = await gates.play(schedule, () => world.clock.settle());
  await Promise.all(running);
  return { world, meeting: meeting.id, options };
}

/** Puts the question without anybody sending it yet. */
async function putQuietly({ deps }: Instance, world: World, meeting: string): Promise<void> {
  const surroundings = { ...deps.surroundings, later: () => undefined };
  const command = { type: 'putQuestion', question: '1/1', id: 'command-put', at: world.now(), by: LEAD } as const;
  await lead({ ...deps, surroundings }, meeting, command);
}

describe('a reply that comes while its question is being delivered', () => {
  it('is kept in every order of the calls that both make', async () => {
    const orders = await everyOrder(async (schedule) => {
      const { world, meeting, options } = await playOrder(schedule, { life: 'posted', text: 'straks' }, 'the question');
      const kept = (await world.answers(meeting)).map(({ text }) => text);
      const left = world.tables.rows().filter(({ key }) => key.startsWith('h!') || key.startsWith('s!'));
      expect({ schedule, kept, left, failures: world.failures }).toEqual({
        schedule,
        kept: ['straks'],
        left: [],
        failures: [],
      });
      return options;
    });
    expect(orders).toBeGreaterThan(400);
  });

  it('leaves nothing behind where it was said elsewhere, in every order of the calls that both make', async () => {
    const orders = await everyOrder(async (schedule) => {
      const said = { life: 'posted', text: 'noget helt andet' } as const;
      const { world, options } = await playOrder(schedule, said, 'a message of their own');
      const rows = JSON.stringify(world.tables.rows());
      const left = world.tables.rows().filter(({ key }) => key.startsWith('h!') || key.startsWith('s!'));
      expect({ schedule, isKept: rows.includes(said.text), left }).toEqual({ schedule, isKept: false, left: [] });
      return options;
    });
    expect(orders).toBeGreaterThan(200);
  });
});
