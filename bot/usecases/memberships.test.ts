import { describe, expect, it } from 'vitest';
import { instantOf } from '#dialogue/instant';
import { createMemberships } from './memberships.ts';
import { type LogEvent, type Member, Unavailable } from './ports.ts';
import { TEAM } from './testing/team.ts';

const ANNA: Member = { person: 'anna', name: 'Anna Holm', mri: '29:anna' };
const FIVE_MINUTES = 5 * 60_000;

/** Teams, as it answers now, and what it was asked. */
class Outside {
  milliseconds = 0;
  members: readonly Member[] = [ANNA];
  owners: readonly string[] = [];
  readers = 12;
  down = false;
  readonly asked: string[] = [];
  readonly log: LogEvent[] = [];

  readonly memberships = createMemberships({
    roster: {
      member: (team, person) =>
        this.#ask(`member ${team.id} ${person}`, () => this.members.find((member) => member.person === person)),
      list: ({ id }) => this.#ask(`list ${id}`, () => this.members),
      describe: ({ id }) =>
        this.#ask(`describe ${id}`, () => ({ name: '', group: '', channels: [], members: this.readers })),
    },
    owners: { list: ({ id }) => this.#ask(`owners ${id}`, () => this.owners) },
    surroundings: { now: () => instantOf(this.milliseconds), log: (event) => this.log.push(event) },
  });

  async #ask<T>(question: string, answer: () => T): Promise<T> {
    this.asked.push(question);
    await Promise.resolve();
    if (this.down) throw new Unavailable('connector');
    return answer();
  }
}

describe('what is forgotten', () => {
  it('is asked for anew, in that team and in no other', async () => {
    const outside = new Outside();
    const other = { ...TEAM, id: `${TEAM.id}2` };
    const { memberships } = outside;
    const askAll = async (team: typeof TEAM) => [
      await memberships.member(team, 'anna'),
      await memberships.list(team),
      await memberships.owns(team, 'anna'),
      await memberships.readers(team),
    ];
    outside.owners = ['anna'];
    await askAll(TEAM);
    const before = await askAll(other);
    Object.assign(outside, { members: [], owners: [], readers: 11 });
    memberships.forget(TEAM.id);
    expect(await askAll(TEAM)).toEqual([undefined, [], false, 11]);
    expect(await askAll(other)).toEqual(before);
  });

  it('is not believed either where it was being asked for just then', async () => {
    const outside = new Outside();
    const asking = outside.memberships.member(TEAM, 'anna');
    outside.memberships.forget(TEAM.id);
    await asking;
    outside.members = [];
    expect(await outside.memberships.member(TEAM, 'anna')).toBeUndefined();
  });
});

describe('a member', () => {
  it('is believed for just under five minutes, and then asked for again', async () => {
    const outside = new Outside();
    const ask = () => outside.memberships.member(TEAM, 'anna');
    expect(await ask()).toEqual(ANNA);
    outside.members = [];
    outside.milliseconds = FIVE_MINUTES - 1;
    expect(await ask()).toEqual(ANNA);
    outside.milliseconds = FIVE_MINUTES;
    expect(await ask()).toBeUndefined();
    expect(outside.asked).toHaveLength(2);
  });

  it('who was just added waits fifteen seconds at most', async () => {
    const outside = new Outside();
    outside.members = [];
    const ask = () => outside.memberships.member(TEAM, 'anna');
    expect(await ask()).toBeUndefined();
    outside.members = [ANNA];
    outside.milliseconds = 14_999;
    expect(await ask()).toBeUndefined();
    outside.milliseconds = 15_000;
    expect(await ask()).toEqual(ANNA);
  });

  it('of one team is not one of another', async () => {
    const outside = new Outside();
    await outside.memberships.member(TEAM, 'anna');
    await outside.memberships.member({ ...TEAM, id: '19:other@thread.tacv2' }, 'anna');
    expect(outside.asked).toEqual([`member ${TEAM.id} anna`, 'member 19:other@thread.tacv2 anna']);
  });

  it('is asked for once by all who ask at once', async () => {
    const outside = new Outside();
    const answers = await Promise.all(Array.from({ length: 25 }, () => outside.memberships.member(TEAM, 'anna')));
    expect(new Set(answers)).toEqual(new Set([ANNA]));
    expect(outside.asked).toHaveLength(1);
  });
});

describe('everybody in the team', () => {
  it('is believed for just under a minute, and then asked for again', async () => {
    const outside = new Outside();
    const ask = () => outside.memberships.list(TEAM);
    expect(await ask()).toEqual([ANNA]);
    outside.members = [];
    outside.milliseconds = 59_999;
    expect(await ask()).toEqual([ANNA]);
    outside.milliseconds = 60_000;
    expect(await ask()).toEqual([]);
    expect(outside.asked).toEqual([`list ${TEAM.id}`, `list ${TEAM.id}`]);
  });
});

describe('an owner', () => {
  it('is believed for just under a minute, and asked for once for all', async () => {
    const outside = new Outside();
    outside.owners = ['anna'];
    expect(await outside.memberships.owns(TEAM, 'anna')).toBe(true);
    outside.owners = [];
    outside.milliseconds = 59_999;
    expect(await outside.memberships.owns(TEAM, 'ANNA')).toBe(true);
    expect(await outside.memberships.owns(TEAM, 'jens')).toBe(false);
    outside.milliseconds = 60_000;
    expect(await outside.memberships.owns(TEAM, 'anna')).toBe(false);
    expect(outside.asked).toEqual([`owners ${TEAM.id}`, `owners ${TEAM.id}`]);
  });

  it('is told with a name, unless it is nobody of the team', async () => {
    const outside = new Outside();
    outside.owners = ['anna', 'app'];
    expect(await outside.memberships.owners(TEAM)).toEqual([ANNA]);
  });
});

describe('when Teams does not answer', () => {
  it('nobody is let in, and nobody kept out afterwards', async () => {
    const outside = new Outside();
    outside.down = true;
    await expect(outside.memberships.member(TEAM, 'anna')).rejects.toThrow(Unavailable);
    await expect(outside.memberships.owns(TEAM, 'anna')).rejects.toThrow(Unavailable);
    outside.down = false;
    expect(await outside.memberships.member(TEAM, 'anna')).toEqual(ANNA);
  });

  it('somebody who was let in before stays in', async () => {
    const outside = new Outside();
    await outside.memberships.member(TEAM, 'anna');
    outside.down = true;
    expect(await outside.memberships.member(TEAM, 'anna')).toEqual(ANNA);
  });

  it('the number of readers is left out, said in the log, and asked for again soon', async () => {
    const outside = new Outside();
    outside.down = true;
    expect(await outside.memberships.readers(TEAM)).toBeUndefined();
    expect(outside.log).toEqual([{ level: 'warn', code: 'ReadersUnknown' }]);
    outside.down = false;
    outside.milliseconds = 15_000;
    expect(await outside.memberships.readers(TEAM)).toBe(12);
  });
});
