import { instantOf } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { OwnAnswerCommand } from '#dialogue/ownAnswer';
import type { Post } from '#dialogue/post';
import type { ReplyFound, ThreadFound } from '#dialogue/readBack';
import type { Channel, Team } from '#dialogue/team';
import { createStore } from '#store/createStore';
import { SimulatedChannel, type Standing } from '../../../tests/simulation/channel.ts';
import { SimulatedClock } from '../../../tests/simulation/clock.ts';
import { createInstance, type Instance } from '../../../tests/simulation/instance.ts';
import type { Around } from '../../../tests/simulation/ports.ts';
import { createMemoryTables } from '../../../tests/support/memoryTables.ts';
import type { ReplySeen } from '../inboundEvents.ts';
import { lead } from '../lead.ts';
import { openItem } from '../openItem.ts';
import { writeAnswer } from '../ownAnswers.ts';
import { type Member, type OwnMessages, PermissionMissing, Unavailable } from '../ports.ts';

export const COMMITTEE = '19:udvalg@thread.tacv2';
export const TEAM_ID = '19:team@thread.tacv2';
export const TENANT = 'tenant';
export const ADDRESS = 'https://smba.example/';
export const LEAD = { person: 'p-lone', name: 'Lone' };

const QUIET: Around = { before: () => Promise.resolve(), after: () => Promise.resolve() };

/** The app with everything around it replaced: tables in memory, a channel that remembers, time that stands still. */
export class OneApp {
  readonly clock = new SimulatedClock();
  readonly tables = createMemoryTables({ clock: () => this.clock.milliseconds, emptyPages: false });
  readonly store = createStore(this.tables);
  readonly channel = new SimulatedChannel(
    () => this.clock.milliseconds,
    () => undefined,
    (milliseconds) => this.clock.pause(milliseconds),
  );
  readonly failures: unknown[] = [];
  /** What the Connector tells of the team; `down`: that it does not answer. */
  channels: readonly Channel[] | 'down' = [{ id: COMMITTEE, name: 'MED', type: 'standard' }];
  /** Who is in the team, as the Connector lists them. */
  members: readonly Member[] = [];
  /** What stands in threads, by their roots, as Graph lists it; `missing`: that it knows of none; or why it does not answer. */
  threads: ReadonlyMap<string, readonly ReplyFound[] | ThreadFound | 'missing'> | Unavailable = new Map();
  /** Whether Graph lists the bot's own messages; what it leaves out of them. */
  lists: 'notAllowed' | 'unavailable' | ((message: Standing) => boolean) = 'notAllowed';
  #ids = 0;
  readonly app: Instance = this.instance();

  now(): string {
    return instantOf(this.clock.milliseconds);
  }

  /** One more process, each of whose port calls passes by `watch`. `store`: by which it knows the tables. */
  instance(watch: Partial<Around> = {}, store = this.store): Instance {
    const { channel } = this;
    const describe = () => {
      if (this.channels === 'down') return Promise.reject(new Unavailable('connector'));
      return Promise.resolve({ name: 'MED', group: 'group', members: 12, channels: this.channels });
    };
    return createInstance(
      {
        store,
        channel,
        roster: { member: () => Promise.resolve(undefined), list: () => Promise.resolve(this.members), describe },
        threads: {
          own: (_, __, where) => new Promise((told) => told(this.#own(where))),
          read: (_, __, root) =>
            this.threads instanceof Unavailable
              ? Promise.reject(this.threads)
              : Promise.resolve(threadOf(this.threads.get(root) ?? [])),
        },
        owners: { list: () => Promise.resolve(this.members.map(({ person }) => person)) },
        now: () => this.now(),
        pause: (milliseconds) => this.clock.pause(milliseconds),
        newId: () => `id-${(this.#ids += 1)}`,
        failed: (error) => this.failures.push(error),
      },
      { ...QUIET, ...watch },
    );
  }

  /** Teams told of the installation, before any test's own time. */
  async installed(more: Partial<Team> = {}): Promise<void> {
    const event = { type: 'installed', team: TEAM_ID, committee: COMMITTEE, tenant: TENANT } as const;
    await this.app.handle({ ...event, serviceUrl: ADDRESS, activity: 'f:0', language: 'da' });
    await this.clock.settle();
    const stored = await this.store.readTeam(TEAM_ID);
    if (stored !== undefined) await this.store.saveTeam({ ...stored.value, ...more }, stored.version);
  }

  #own(where: { readonly root: string } | { readonly since: string }): OwnMessages {
    const { lists } = this;
    const [root, since] = 'root' in where ? [where.root, 0] : [undefined, Date.parse(where.since)];
    if (lists === 'notAllowed') throw new PermissionMissing('graph');
    if (lists === 'unavailable') throw new Unavailable('graph');
    const there = this.channel
      .standing()
      .filter((message) => (root === undefined ? message.root === message.id : message.root === root))
      .filter((message) => message.id !== root && Number(message.id) >= since && lists(message));
    const messages = there.map(({ id, root: under, content: { card, text = '' } }) => ({
      place: { root: under, message: id },
      card: card && (JSON.parse(JSON.stringify(card)) as unknown),
      words: text,
    }));
    return { messages, isWhole: true };
  }

  async team(): Promise<Team | undefined> {
    return (await this.store.readTeam(TEAM_ID))?.value;
  }

  /** An item whose first questions have been put, one after the other, and are where Teams let them come. */
  async put(...texts: readonly string[]): Promise<Meeting> {
    const plan = texts.map((text, index) => ({ id: `1/${index + 1}`, text, points: [], theme: 1 }));
    const command = { at: this.now(), by: LEAD, committee: COMMITTEE, team: TEAM_ID, language: 'da' } as const;
    const themes = [{ number: 1, title: 'Tema', direction: [] }];
    let meeting = await openItem(this.app.deps, { ...command, id: `open-${this.now()}`, title: 'Punkt', themes, plan });
    for (const { id } of plan) {
      const open = meeting.rounds.find(({ status }) => status === 'open')?.id;
      const close = { type: 'closeRound', round: open ?? '', id: `close-${id}-${this.now()}` } as const;
      if (open !== undefined) await lead(this.app.deps, meeting.id, { ...close, at: this.now(), by: LEAD });
      const put = {
        type: 'putQuestion',
        question: id,
        id: `put-${id}-${this.now()}`,
        at: this.now(),
        by: LEAD,
      } as const;
      meeting = await lead(this.app.deps, meeting.id, put);
      await this.clock.advance(1_000);
    }
    return meeting;
  }

  /** Somebody writes an answer in the panel; their first, where nothing else is said. */
  async write(
    at: { meeting: string; round: string },
    { over = 0, ...command }: OwnAnswerCommand & { readonly over?: number },
    text: string,
  ): Promise<void> {
    await writeAnswer(this.app.deps, at, { ...command, mri: `29:${command.by.person}`, from: 'panel', over }, text);
    await this.clock.settle();
  }

  async post(meeting: Meeting, key = 'r001!p!q'): Promise<Post | undefined> {
    return (await this.store.readPost({ table: 'Meetings', partition: meeting.id, key }))?.value;
  }

  /** Somebody's reply under `root`, as Teams tells of it. */
  reply(root: string, more: Partial<ReplySeen> = {}): ReplySeen {
    const message = this.channel.nextId();
    const author = { person: 'p-anna', name: 'Anna', mri: '29:anna' };
    const origin = { committee: COMMITTEE, team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS };
    const at = instantOf(Number(message));
    return { type: 'reply', ...origin, root, message, life: 'posted', author, text: 'Et svar', at, ...more };
  }
}

function threadOf(listed: readonly ReplyFound[] | ThreadFound | 'missing'): ThreadFound | undefined {
  if (listed === 'missing') return undefined;
  return 'replies' in listed ? listed : { replies: listed, isWhole: true };
}
