import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, roomKey } from '#dialogue/answer';
import { plus } from '#dialogue/instant';
import { duePost } from '#dialogue/post';
import type { Setup } from '#dialogue/setup';
import { createStore } from '#store/createStore';
import type { Store } from '#usecases/ports';
import { type Backend, type Backends, BACKENDS } from '../support/storeBackends.ts';
import { AT, COMMITTEE, led, meetingBy, replyOf } from '../support/storeSamples.ts';

const ANNA = { person: 'person-anna', name: 'Anna Holm' };
const said = (id: string, more: Partial<Answer> = {}): Answer => ({
  key: roomKey(id),
  round: 'r001',
  source: 'room',
  author: ANNA,
  life: 'posted',
  text: 'Sagt højt',
  at: AT,
  postedAt: AT,
  revision: 1,
  command: 'command-1',
  ...more,
});
const setup: Setup = {
  name: 'Lokaludvalget',
  level: 'local',
  chair: ANNA,
  names: 'hidden',
  members: Array.from({ length: 2_000 }, (_, index) => ({ person: `person-${index}`, name: `Medlem 😀 ${index}` })),
  substitutes: [],
  revision: 1,
};

describe.each(Object.entries(BACKENDS))('what an item is prepared with, on %s', (_, start) => {
  let backends: Backends;
  let backend: Backend;
  let store: Store;

  beforeAll(async () => {
    backends = await start();
  });
  afterAll(() => backends.close());
  beforeEach(() => {
    backend = backends.fresh();
    store = createStore(backend.tables);
  });

  it('finds the welcomes of a channel among its other posts', async () => {
    const owner = { table: 'Committees', partition: COMMITTEE } as const;
    const welcome = duePost({ key: 'p!welcome!f:1', kind: 'welcome', about: { byName: 'Anna', byMri: '29:anna' } });
    for (const post of [welcome, duePost({ key: 'p!guidance!f:2', kind: 'guidance' })])
      await store.savePost(owner, post, undefined);
    await store.savePost({ ...owner, partition: '19:en anden' }, welcome, undefined);
    expect(await store.listWelcomes(COMMITTEE)).toEqual([welcome]);
  });

  it('keeps with an answer its commands, who wrote it down, and that it was on paper', async () => {
    const meeting = meetingBy('c1');
    const whole = said('12345678', { earlier: ['command-0'], writtenBy: ANNA, paper: true });
    expect(await store.commitAnswer(meeting.id, whole, undefined, undefined)).toBe(true);
    expect((await store.readAnswer(meeting.id, 'r001', whole.key))?.value).toEqual(whole);
  });

  it('throws an item away, once or twice, and lets it be made anew', async () => {
    const meeting = meetingBy('c1');
    await store.createMeeting(meeting);
    await store.mergeAnswer(meeting.id, replyOf('1'));
    await store.removeMeeting(meeting.id);
    expect(await store.readMeeting(meeting.id)).toBeUndefined();
    await store.removeMeeting(meeting.id);
    expect(await store.createMeeting(meetingBy('c2'))).toBe(true);
    expect((await store.readMeeting(meeting.id))?.value.commands).toEqual(['c2']);
  });

  it('changes nothing of an item that was thrown away meanwhile', async () => {
    const meeting = meetingBy('c1');
    await store.createMeeting(meeting);
    const version = (await store.readMeeting(meeting.id))?.version ?? '';
    await store.removeMeeting(meeting.id);
    expect(await store.commitMeeting(led(meeting, 'c2'), version, [])).toBe(false);
    expect(await store.readMeeting(meeting.id)).toBeUndefined();
  });

  it('throws an item away although the answer to that is lost', async () => {
    const meeting = meetingBy('c1');
    await store.createMeeting(meeting);
    backend.loseWriteAnswers(1);
    await store.removeMeeting(meeting.id).catch(() => store.removeMeeting(meeting.id));
    expect(await store.readMeeting(meeting.id)).toBeUndefined();
  });

  it.each(['12345678', 'a/b#c?d%e!f æ😀', 'x'.repeat(64)])('keeps what was said in the room as %j', async (id) => {
    expect(await store.readAnswer('m', 'r001', roomKey(id))).toBeUndefined();
    expect(await store.commitAnswer('m', said(id), undefined, undefined)).toBe(true);
    const read = await store.readAnswer('m', 'r001', roomKey(id));
    expect(read?.value).toEqual(said(id));
    const corrected = said(id, {
      life: 'edited',
      text: 'Rettet',
      at: plus(AT, 1000),
      revision: 2,
      command: 'command-2',
    });
    expect(await store.commitAnswer('m', corrected, read?.version, undefined)).toBe(true);
    expect(await store.commitAnswer('m', said(id, { command: 'command-3' }), read?.version, undefined)).toBe(false);
    expect((await store.readRoundOn('m', 'r001')).answers).toEqual([corrected]);
  });

  it('lets only one of two write the same thing that was said', async () => {
    const other = createStore(backend.tables);
    const both = await Promise.all([
      store.commitAnswer('m', said('12345678', { command: 'command-1' }), undefined, undefined),
      other.commitAnswer('m', said('12345678', { command: 'command-2' }), undefined, undefined),
    ]);
    expect(both.filter((won) => won)).toHaveLength(1);
  });

  it('keeps the open item, the next one and the setup of a committee together', async () => {
    const committee = { id: COMMITTEE, team: '19:team', name: 'Lokaludvalget', open: 'm1', next: 'm2', setup };
    expect(await store.saveCommittee(committee, undefined)).toBe(true);
    const read = await store.readCommittee(COMMITTEE);
    expect(read?.value).toEqual(committee);
    expect(await store.saveCommittee({ ...committee, next: undefined }, read?.version)).toBe(true);
    expect(await store.saveCommittee({ ...committee, open: 'm3' }, read?.version)).toBe(false);
    expect((await store.readCommittee(COMMITTEE))?.value).toEqual({ ...committee, next: undefined });
  });
});
