import { describe, expect, it } from 'vitest';
import { decide, openMeeting } from '#dialogue/decide';
import { instantOf } from '#dialogue/instant';
import { duePost } from '#dialogue/post';
import { Unavailable } from './ports.ts';
import { CountedReads, ID, NEXT, OPENING } from './testing/countedReads.ts';

const many = <T>(ask: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 25 }, ask));

describe('a poll of an open item', () => {
  it('costs two reads in half a second, however many ask', async () => {
    const outside = new CountedReads();
    outside.open();
    await outside.snapshots.current(ID);
    outside.taken();
    for (let round = 1; round <= 10; round += 1) {
      for (const within of [0, 1, 250, 499]) {
        outside.milliseconds = round * 500 + within;
        await many(() => outside.snapshots.current(ID));
      }
      expect(outside.taken().sort()).toEqual(['head', 'rows r001']);
    }
  });

  it('shares one read between all who ask while it is under way', async () => {
    const outside = new CountedReads();
    outside.open();
    const gate = Promise.withResolvers<undefined>();
    outside.flow = gate.promise;
    const asked = many(() => outside.snapshots.current(ID));
    outside.milliseconds = 10_000;
    const later = outside.snapshots.current(ID);
    gate.resolve(undefined);
    const [first, ...rest] = [...(await asked), await later];
    expect(rest.every((other) => other === first)).toBe(true);
    expect(outside.taken().filter((read) => read === 'head')).toHaveLength(1);
  });

  it('costs one read more, once, where the next question was put', async () => {
    const outside = new CountedReads();
    outside.open();
    await outside.snapshots.current(ID);
    outside.put(1);
    outside.milliseconds = 500;
    outside.taken();
    expect((await outside.snapshots.current(ID))?.item?.meeting.rounds).toHaveLength(2);
    expect(outside.taken().sort()).toEqual(['head', 'rows r001', 'rows r001']);
    outside.milliseconds = 1_000;
    await outside.snapshots.current(ID);
    expect(outside.taken().sort()).toEqual(['head', 'rows r002']);
  });

  it('looks back to a question that is not settled in the channel, until it is', async () => {
    const outside = new CountedReads();
    outside.open();
    const post = duePost({ key: 'r001!p!q', kind: 'question', round: 'r001' });
    outside.rows = {
      answers: [],
      posts: [{ ...post, state: { status: 'unknown' } }],
      readBacks: [],
      newest: undefined,
    };
    await outside.snapshots.current(ID);
    outside.put(1);
    const readsAt = async (milliseconds: number): Promise<string[]> => {
      outside.milliseconds = milliseconds;
      outside.taken();
      await outside.snapshots.current(ID);
      return outside.taken().sort();
    };
    await readsAt(500);
    expect(await readsAt(1_000)).toEqual(['head', 'rows r001']);
    outside.rows = { answers: [], posts: [{ ...post, state: { status: 'gone' } }], readBacks: [], newest: undefined };
    expect(await readsAt(1_500)).toEqual(['head', 'rows r001']);
    expect(await readsAt(2_000)).toEqual(['head', 'rows r002']);
  });

  it('reads on from a question that was sent out beforehand as soon as it is put, with what was answered there', async () => {
    const outside = new CountedReads();
    outside.prepare();
    outside.putNext('3/2');
    await outside.snapshots.current(ID);
    outside.putNext('3/1');
    outside.taken();
    const seen = await outside.snapshots.fresh(ID);
    expect(seen?.item?.meeting.rounds.map(({ id }) => id)).toEqual(['r002', 'r001']);
    expect(outside.taken().sort()).toEqual(['head', 'rows r001', 'rows r002']);
  });

  it('looks before the first question for what was sent out beforehand', async () => {
    const outside = new CountedReads();
    outside.prepare();
    const post = {
      key: 'r001!p!a',
      kind: 'preparation',
      round: 'r001',
      state: { status: 'blocked', http: 403 },
    } as const;
    outside.rows = { answers: [], posts: [post], readBacks: [], newest: undefined };
    expect((await outside.snapshots.current(ID))?.item?.posts).toEqual([post]);
    outside.milliseconds = 500;
    outside.taken();
    await outside.snapshots.current(ID);
    expect(outside.taken().sort()).toEqual(['committee', 'head', 'rows r001']);
  });

  it('of an instance that has just begun looks at all rounds, once', async () => {
    const outside = new CountedReads();
    outside.open();
    outside.put(1);
    await outside.snapshots.current(ID);
    expect(outside.taken()).toContain('rows r001');
    outside.milliseconds = 500;
    await outside.snapshots.current(ID);
    expect(outside.taken().sort()).toEqual(['head', 'rows r002']);
  });

  it('sees what was written within half a second, and says when the newest row was', async () => {
    const outside = new CountedReads();
    outside.open();
    await outside.snapshots.current(ID);
    outside.rows = { answers: [], posts: [], readBacks: [], newest: instantOf(77) };
    outside.milliseconds = 499;
    expect((await outside.snapshots.current(ID))?.item?.version).toBe(instantOf(5));
    outside.milliseconds = 500;
    expect((await outside.snapshots.current(ID))?.item?.version).toBe(instantOf(77));
  });
});

describe('a poll where nothing is open', () => {
  it('costs one read in half a second', async () => {
    const outside = new CountedReads();
    await many(() => outside.snapshots.current(ID));
    expect(outside.taken()).toEqual(['committee']);
  });

  it('knows of a channel that is no committee, and of one that has become one', async () => {
    const outside = new CountedReads();
    outside.committee = undefined;
    expect(await outside.snapshots.current(ID)).toBeUndefined();
    outside.open();
    outside.milliseconds = 500;
    expect((await outside.snapshots.current(ID))?.item?.meeting.status).toBe('open');
  });

  it('finds the item that was opened after the last one ended', async () => {
    const outside = new CountedReads();
    const meeting = outside.open();
    await outside.snapshots.current(ID);
    outside.meeting = decide(meeting, {
      ...NEXT,
      id: 'command-end1',
      type: 'endMeeting',
      cause: 'facilitator',
    }).meeting;
    outside.milliseconds = 500;
    expect((await outside.snapshots.current(ID))?.item?.meeting.status).toBe('ended');
    const next = openMeeting({ ...OPENING, id: 'command-open2', at: instantOf(9_000_000) });
    outside.meeting = next;
    outside.committee = { id: ID, team: 'team', name: 'MED', open: next.id };
    outside.milliseconds = 1_000;
    expect((await outside.snapshots.current(ID))?.item?.meeting.id).toBe(next.id);
  });
});

describe('whoever has just written', () => {
  it('sees it, though a younger read is there or an older one is under way', async () => {
    const outside = new CountedReads();
    outside.open();
    await outside.snapshots.current(ID);
    outside.put(1);
    expect((await outside.snapshots.fresh(ID))?.item?.meeting.rounds).toHaveLength(2);

    const gate = Promise.withResolvers<undefined>();
    outside.flow = gate.promise;
    outside.milliseconds = 500;
    const old = outside.snapshots.current(ID);
    outside.put(2);
    const fresh = outside.snapshots.fresh(ID);
    gate.resolve(undefined);
    expect((await old)?.item?.meeting.rounds).toHaveLength(2);
    expect((await fresh)?.item?.meeting.rounds).toHaveLength(3);
  });

  it('shares a read with all who wrote meanwhile', async () => {
    const outside = new CountedReads();
    outside.open();
    await outside.snapshots.current(ID);
    outside.taken();
    await many(() => outside.snapshots.fresh(ID));
    // The first began at once and may be too old for the others, who share the second.
    expect(outside.taken().filter((read) => read === 'head').length).toBeLessThanOrEqual(2);
  });
});

describe('a read that fails', () => {
  it('fails those who asked, and is not kept', async () => {
    const outside = new CountedReads();
    outside.open();
    outside.down = true;
    const answers = await Promise.allSettled([1, 2, 3].map(() => outside.snapshots.current(ID)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    outside.down = false;
    expect((await outside.snapshots.current(ID))?.item?.meeting.status).toBe('open');
  });

  it('does not fail whoever waits to read after it', async () => {
    const outside = new CountedReads();
    outside.open();
    outside.down = true;
    const failing = outside.snapshots.current(ID);
    while (outside.reads.length === 0) await Promise.resolve();
    outside.down = false;
    const fresh = outside.snapshots.fresh(ID);
    await expect(failing).rejects.toThrow(Unavailable);
    expect((await fresh)?.item?.meeting.status).toBe('open');
  });
});

describe('a glimpse of an item', () => {
  it('costs nothing where panels poll, and one read in half a second where nobody does', async () => {
    const outside = new CountedReads();
    const { id } = outside.open();
    await outside.snapshots.current(ID);
    outside.taken();
    expect((await outside.snapshots.glimpse(id))?.id).toBe(id);
    expect(outside.taken()).toEqual([]);
    outside.milliseconds = 500;
    await many(() => outside.snapshots.glimpse(id));
    outside.milliseconds = 999;
    await outside.snapshots.glimpse(id);
    expect(outside.taken()).toEqual(['head']);
  });

  it('of no item is nothing', async () => {
    expect(await new CountedReads().snapshots.glimpse('nonsense')).toBeUndefined();
  });
});
