import type { Answer } from '#dialogue/answer';
import { instantOf } from '#dialogue/instant';
import { threadLink } from '#dialogue/link';
import { askedIn, type Meeting } from '#dialogue/meeting';
import type { Post } from '#dialogue/post';
import { createStore } from '#store/createStore';
import type { ReplySeen } from '#usecases/inboundEvents';
import { PermissionMissing, type Store } from '#usecases/ports';
import { settleDue } from '#usecases/settleDue';
import { settlePost } from '#usecases/settlePost';
import { createMemoryTables, type MemoryTables } from '../support/memoryTables.ts';
import { SimulatedChannel, type Standing } from './channel.ts';
import { SimulatedClock } from './clock.ts';
import { createInstance, type Instance, type Outside } from './instance.ts';

export const COMMITTEE = '19:udvalg@thread.tacv2';
export const TEAM = '19:team@thread.tacv2';
export const TENANT = '00000000-0000-4000-8000-000000000001';
export const SERVICE_URL = 'https://smba.example/emea/';
export const LEAD = { person: 'p-lead', name: 'Lone Leder' };
const GROUP = '00000000-0000-4000-8000-000000000002';

/** At which port call, counted over all instances, one instance is gone. */
export interface Crash {
  readonly call: number;
  readonly moment: 'before' | 'after';
}

/** An instance and whether it still lives. */
interface Running {
  readonly instance: Instance;
  readonly death: Promise<'dead'>;
  dead: boolean;
}

const NEVER = new Promise<never>(() => undefined);

/** Teams, the tables, and one or two instances of the app, in time that passes only when told. */
export class World {
  readonly clock = new SimulatedClock();
  readonly tables: MemoryTables;
  readonly store: Store;
  readonly channel: SimulatedChannel;
  readonly failures: unknown[] = [];
  /** Port calls so far. */
  calls = 0;
  /** Called when the bot's message stands in the channel, before its create call is answered. */
  onMade: (message: Standing) => void = () => undefined;
  readonly #running: Running[] = [];
  readonly #crash: Crash | undefined;
  readonly #background = new Set<Promise<unknown>>();
  #turn = 0;
  #ids = 0;

  constructor(instances: 1 | 2, crash?: Crash) {
    this.#crash = crash;
    this.tables = createMemoryTables({ clock: () => this.clock.milliseconds, pageSize: 1_000, emptyPages: false });
    this.store = createStore(this.tables);
    this.channel = new SimulatedChannel(
      () => this.clock.milliseconds,
      (message) => this.onMade(message),
      (milliseconds) => this.clock.pause(milliseconds),
    );
    for (let count = 0; count < instances; count += 1) this.#start();
  }

  now(): string {
    return instantOf(this.clock.milliseconds);
  }

  /** The app as it was installed, without its welcome. */
  async installed(): Promise<void> {
    const channels = [{ id: COMMITTEE, name: 'MED', type: 'standard' }] as const;
    await this.store.saveTeam(
      {
        id: TEAM,
        tenant: TENANT,
        group: GROUP,
        serviceUrl: SERVICE_URL,
        install: 'installed',
        name: 'MED',
        language: 'da',
        channels,
      },
      undefined,
    );
    await this.store.saveCommittee({ id: COMMITTEE, team: TEAM, name: 'MED' }, undefined);
  }

  /** Somebody does something until it is acknowledged: again, with the same ids, where an instance is gone before. */
  async act<T>(work: (instance: Instance) => Promise<T>): Promise<T> {
    for (;;) {
      const running = this.#next();
      const result = await Promise.race([work(running.instance), running.death]);
      if (result !== 'dead') return result;
    }
  }

  /** The same, while other things go on. */
  meanwhile(work: (instance: Instance) => Promise<unknown>): void {
    const done: Promise<unknown> = this.act(work).finally(() => this.#background.delete(done));
    this.#background.add(done);
  }

  /** Teams tells of a reply, or of what was done to it, and tells again until it is told that it was heard. */
  tell(reply: Pick<ReplySeen, 'root' | 'message' | 'life'> & Partial<ReplySeen>): void {
    const event: ReplySeen = {
      type: 'reply',
      committee: COMMITTEE,
      team: TEAM,
      tenant: TENANT,
      serviceUrl: SERVICE_URL,
      author: { person: 'p-anna', name: 'Anna', mri: '29:anna' },
      at: this.now(),
      ...reply,
    };
    this.meanwhile(({ handle }) => handle(event));
  }

  /** Lets everything come to rest: timers pass, the facilitator looks for what nobody knows about and presses what is true. */
  async rest(meetings: readonly string[]): Promise<void> {
    for (let round = 0; round < 30; round += 1) {
      await this.clock.advance(5 * 60_000);
      while (this.#background.size > 0) await Promise.all(this.#background);
      await this.act(({ deps }) => settleDue(deps));
      await this.clock.advance(30_000);
      const looked = await Promise.all(meetings.map((meeting) => this.#facilitatorLooks(meeting)));
      if (!looked.includes('notYet') && (await this.#dues()) === 0) return;
    }
    throw new Error('the world did not come to rest');
  }

  async answers(meeting: string): Promise<readonly Answer[]> {
    return (await this.store.readAllRounds(meeting)).answers;
  }

  async posts(meeting: string): Promise<readonly Post[]> {
    return (await this.store.readAllRounds(meeting)).posts;
  }

  async #dues(): Promise<number> {
    const soon = instantOf(this.clock.milliseconds + 60 * 60_000);
    return (await this.store.listDue(soon)).dues.filter((due) => 'post' in due || 'readBack' in due).length;
  }

  async #facilitatorLooks(meeting: string): Promise<'settled' | 'notYet'> {
    const head = (await this.store.readMeeting(meeting))?.value;
    if (head === undefined) return 'settled';
    const posts = (await this.posts(meeting)).filter(({ kind }) => kind !== 'echo' && kind !== 'pointer');
    for (const post of posts) {
      if (post.state.status !== 'unknown' && post.state.status !== 'blocked') continue;
      const seen = this.channel.standing().find(({ content }) => isOf(head, post, content.summary));
      const saw =
        seen === undefined
          ? ({ saw: 'notThere' } as const)
          : ({
              saw: 'there',
              link: linkTo(seen),
            } as const);
      await this.act(({ deps }) => settlePost(deps, meeting, post.key, saw)).catch((error: unknown) => {
        // Pressed again after an instance was gone, what was pressed first may already be done.
        if (!(error instanceof Error) || !error.message.startsWith('PostSettled')) throw error;
      });
    }
    const open = posts.some(({ state }) => !['sent', 'dropped', 'gone'].includes(state.status));
    return open ? 'notYet' : 'settled';
  }

  #next(): Running {
    const alive = this.#running.filter(({ dead }) => !dead);
    this.#turn += 1;
    const chosen = alive[this.#turn % alive.length];
    if (chosen === undefined) throw new Error('no instance lives');
    return chosen;
  }

  #start(): void {
    const death = Promise.withResolvers<'dead'>();
    const die = (): Promise<never> => {
      running.dead = true;
      death.resolve('dead');
      // Azure starts another in its place, which knows nothing.
      this.#start();
      return NEVER;
    };
    const at = (moment: Crash['moment']): boolean => this.#crash?.call === this.calls && this.#crash.moment === moment;
    const running: Running = {
      dead: false,
      death: death.promise,
      instance: createInstance(this.outside(), {
        before: () => {
          if (running.dead) return NEVER;
          this.calls += 1;
          return at('before') ? die() : Promise.resolve();
        },
        after: () => (running.dead ? NEVER : at('after') ? die() : Promise.resolve()),
      }),
    };
    this.#running.push(running);
  }

  /** What an instance has around it. */
  outside(): Outside {
    const person = { person: LEAD.person, name: LEAD.name, mri: '29:lead' };
    return {
      store: this.store,
      channel: this.channel,
      roster: {
        member: () => Promise.resolve(person),
        list: () => Promise.resolve([person]),
        describe: () =>
          Promise.resolve({
            name: 'MED',
            group: GROUP,
            members: 12,
            channels: [{ id: COMMITTEE, name: 'MED', type: 'standard' }],
          }),
      },
      owners: { list: () => Promise.resolve([LEAD.person]) },
      threads: {
        read: () => Promise.resolve({ replies: [], isWhole: true }),
        own: () => Promise.reject(new PermissionMissing('graph')),
      },
      now: () => this.now(),
      pause: (milliseconds) => this.clock.pause(milliseconds),
      newId: () => `id-${(this.#ids += 1)}`,
      failed: (error) => this.failures.push(error),
    };
  }
}

/** The link that Teams copies. */
const linkTo = ({ id, root }: Standing): string =>
  threadLink({ committee: COMMITTEE, root: id, tenant: TENANT, group: GROUP }).replace(
    /(?<=parentMessageId=)\d+/,
    root,
  );

/** By what the facilitator recognises a post in the channel. */
function isOf(meeting: Meeting, { key, kind, round }: Post, summary: string): boolean {
  if (kind === 'digest')
    return summary.includes(key.endsWith('!1') ? 'Opsamling: ' : `side ${key.split('!').at(-1) ?? ''}`);
  const isAhead = summary.startsWith('Til forberedelse: ');
  return isAhead === (kind === 'preparation') && summary.includes(askedIn(meeting, round ?? '')?.text ?? 'nothing');
}
