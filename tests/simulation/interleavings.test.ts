import { describe, expect, it } from 'vitest';
import { lead } from '#usecases/lead';
import { openItem } from '#usecases/openItem';
import { deliver } from '#usecases/deliver';
import type { ReplySeen } from '#usecases/inboundEvents';
import { createInstance, type Instance } from './instance.ts';
import type { Around } from './ports.ts';
import { COMMITTEE, LEAD, SERVICE_URL, TEAM, TENANT, World } from './world.ts';

/**
 * Calls at which it matters who is first: they read or write what delivering and taking a reply have in common. The
 * others touch rows of one of the two alone, so their order changes nothing.
 */
const SHARED = new Set([
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
]);

/** Stops two tasks at each shared call and lets one of them go on, as a schedule says. */
class Gates {
  readonly #waiting = new Map<string, () => void>();

  of(task: string): Around {
    return {
      before: (name) => (SHARED.has(name) ? new Promise((go) => this.#waiting.set(task, go)) : Promise.resolve()),
      after: () => Promise.resolve(),
    };
  }

  /** Tasks that wait, in a fixed order. */
  waiting(): string[] {
    return [...this.#waiting.keys()].sort();
  }

  go(task: string): void {
    const go = this.#waiting.get(task);
    this.#waiting.delete(task);
    go?.();
  }
}

interface Played {
  readonly world: World;
  readonly meeting: string;
  /** How many could go on at each step. */
  readonly options: number[];
}

/** Plays one order: `schedule[n]` says who of those waiting goes on at step n; after its end always the first. */
async function playOrder(schedule: readonly number[], change: Pick<ReplySeen, 'life' | 'text'>): Promise<Played> {
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
  const gates = new Gates();
  const outside = world.outside();
  const quiet: Around = { before: () => Promise.resolve(), after: () => Promise.resolve() };
  await putQuietly(createInstance({ ...outside, store: world.store }, quiet), world, meeting.id);
  const sender = createInstance(outside, gates.of('deliver'));
  const taker = createInstance(outside, gates.of('reply'));
  const running: Promise<unknown>[] = [];
  // Somebody replies the moment the message stands in the channel, before its create call has been answered.
  world.onMade = ({ root }) => {
    const message = world.channel.nextId();
    const at = new Date(Number(message)).toISOString();
    running.push(
      taker.handle({
        type: 'reply',
        committee: COMMITTEE,
        team: TEAM,
        tenant: TENANT,
        serviceUrl: SERVICE_URL,
        root,
        message,
        at,
        author: { person: 'p-anna', name: 'Anna', mri: '29:anna' },
        ...change,
      }),
    );
  };
  running.push(deliver(sender.deps, { table: 'Meetings', partition: meeting.id, key: 'r001!p!q' }));
  const options: number[] = [];
  for (;;) {
    await world.clock.settle();
    const waiting = gates.waiting();
    if (waiting.length === 0) break;
    const chosen = waiting[schedule[options.length] ?? 0] ?? waiting[0];
    options.push(waiting.length);
    if (chosen !== undefined) gates.go(chosen);
  }
  await Promise.all(running);
  return { world, meeting: meeting.id, options };
}

/** Puts the question without anybody sending it yet. */
async function putQuietly({ deps }: Instance, world: World, meeting: string): Promise<void> {
  const surroundings = { ...deps.surroundings, later: () => undefined };
  const command = { type: 'putQuestion', question: '1/1', id: 'command-put', at: world.now(), by: LEAD } as const;
  await lead({ ...deps, surroundings }, meeting, command);
}

/** Every schedule there is, depth first. */
async function everyOrder(play: (schedule: readonly number[]) => Promise<readonly number[]>): Promise<number> {
  let schedule: number[] = [];
  for (let orders = 1; ; orders += 1) {
    const options = await play(schedule);
    const taken = options.map((_, step) => schedule[step] ?? 0);
    const last = taken.findLastIndex((choice, step) => choice + 1 < (options[step] ?? 0));
    if (last === -1) return orders;
    schedule = [...taken.slice(0, last), (taken[last] ?? 0) + 1];
  }
}

describe('a reply that comes while its question is being delivered', () => {
  it('is kept in every order of the calls that both make', async () => {
    const orders = await everyOrder(async (schedule) => {
      const { world, meeting, options } = await playOrder(schedule, { life: 'posted', text: 'straks' });
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
});
