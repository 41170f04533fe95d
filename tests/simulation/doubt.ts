import { expect } from 'vitest';
import { threadLink } from '#dialogue/link';
import { type PostState, questionPostKey } from '#dialogue/post';
import { settleDue } from '#usecases/settleDue';
import { type Saw, settlePost } from '#usecases/settlePost';
import { LATE, type Mishap } from './channel.ts';
import { expectAllIsWell } from './expectations.ts';
import { command, open, pressCard, putAndWait } from './scenarios.ts';
import { COMMITTEE, type Crash, TENANT, World } from './world.ts';

export const QUESTION = questionPostKey('r001');

export const linkTo = (root: string): string =>
  threadLink({ committee: COMMITTEE, root, tenant: TENANT, group: 'group' });

/** The first question stands in the channel, and the bot does not know it. */
export class Doubt {
  readonly world: World;
  readonly expected: Record<string, string | undefined> = {};
  meeting = '';

  constructor(crash?: Crash) {
    this.world = new World(2, crash);
  }

  /** @returns the root of the message */
  async begin(mishap: Mishap = 'lostAfter'): Promise<string> {
    await this.world.installed();
    this.meeting = await open(this.world);
    this.world.channel.mishaps.push(mishap);
    await putAndWait(this.world, this.meeting, '1/1');
    if (mishap !== 'lostAfter') {
      await this.world.clock.advance(LATE - 30_000);
      await this.world.act(({ deps }) => settleDue(deps));
    }
    expect((await this.state())?.status).toBe('unknown');
    return this.roots()[0] ?? '';
  }

  async say(seen: Saw): Promise<void> {
    await this.world.act(({ deps }) => settlePost(deps, this.meeting, QUESTION, seen));
    await this.world.clock.advance(1_000);
  }

  /** Somebody replies under a message, and Teams tells of it. `kept`: whether it must be there in the end. */
  async reply(root: string, text: string, kept: 'kept' | 'dropped' = 'kept'): Promise<void> {
    const message = this.world.channel.nextId();
    if (kept === 'kept') this.expected[`t${message}`] = text;
    this.world.tell({ root, message, life: 'posted', text, at: new Date(Number(message)).toISOString() });
    await this.world.clock.advance(1_000);
  }

  /** Bo answers on the card that starts a thread. */
  async press(root: string): Promise<void> {
    this.expected['mp-bo'] = 'fra kortet';
    const data = { post: { table: 'Meetings', partition: this.meeting, key: QUESTION }, answer: 'fra kortet' };
    await pressCard(this.world, root, data);
    await this.world.clock.advance(1_000);
  }

  async state(): Promise<PostState | undefined> {
    return (await this.world.posts(this.meeting)).find(({ key }) => key === QUESTION)?.state;
  }

  /** Threads of the bot that stand in the channel, oldest first. */
  roots(): readonly string[] {
    return this.world.channel.standing().flatMap(({ id, root }) => (id === root ? [root] : []));
  }

  held(): readonly string[] {
    return this.world.tables.rows().flatMap(({ key }) => (/^[sh]!/.test(key) ? [key] : []));
  }

  /** The item goes on to its end; then all that people wrote is kept, and each post stands once. */
  async end(): Promise<void> {
    await command(this.world, this.meeting, { type: 'closeRound', round: 'r001' });
    await command(this.world, this.meeting, { type: 'endMeeting', cause: 'facilitator' });
    await this.world.rest([this.meeting]);
    await expectAllIsWell(this.world, this.meeting, this.expected);
  }
}
