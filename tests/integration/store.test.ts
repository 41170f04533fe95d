import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownKey } from '#dialogue/answer';
import { instantOf, plus } from '#dialogue/instant';
import { digestPostKey, duePost, echoPostKey, type PostRef, questionPostKey } from '#dialogue/post';
import { createStore } from '#store/createStore';
import { toAnswerEntity } from '#store/entities/answerEntity';
import { meteredTables, type Operation } from '#store/meteredTables';
import type { Tables, Write } from '#store/tables';
import type { Due, Store } from '#usecases/ports';
import { type Backend, type Backends, BACKENDS } from '../support/storeBackends.ts';
import { AT, COMMITTEE, led, meetingBy, ownOf, replyOf, TEAM } from '../support/storeSamples.ts';

const STRANGE = `a/b\\c#d?e%f'g"h+i j&k=l~m!næ😀\u0001\u007f%2f~0041`;

describe.each(Object.entries(BACKENDS))('store on %s', (_, start) => {
  let backends: Backends;
  let backend: Backend;
  let tables: Tables;
  let store: Store;
  let operations: Operation[];

  beforeAll(async () => {
    backends = await start();
  });
  afterAll(() => backends.close());
  beforeEach(() => {
    backend = backends.fresh();
    operations = [];
    tables = meteredTables(backend.tables, (operation) => operations.push(operation));
    store = createStore(tables);
  });

  const writes = () => operations.filter(({ kind }) => kind === 'write').length;
  const answersIn = async (meeting: string, round = 'r001') => (await store.readRoundOn(meeting, round)).answers;

  it('finds nothing where nothing was written', async () => {
    expect(await store.readTeam('19:team')).toBeUndefined();
    expect(await store.readCommittee(COMMITTEE)).toBeUndefined();
    expect(await store.readMeeting('m')).toBeUndefined();
    expect(await store.readThread(COMMITTEE, '1')).toBeUndefined();
    expect((await store.listDue(AT)).dues).toEqual([]);
    expect(await store.readAllRounds('m')).toEqual({ answers: [], posts: [], readBacks: [], newest: undefined });
  });

  it('keeps of a team what was written over the version that was read', async () => {
    expect(await store.saveTeam(TEAM, undefined)).toBe(true);
    expect(await store.saveTeam({ ...TEAM, name: 'En anden' }, undefined)).toBe(false);
    const version = (await store.readTeam(TEAM.id))?.version;
    const removed = { ...TEAM, install: 'removed', toldAt: AT } as const;
    expect(await store.saveTeam(removed, version)).toBe(true);
    expect(await store.saveTeam({ ...TEAM, serviceUrl: 'https://b/' }, version)).toBe(false);
    expect((await store.readTeam(TEAM.id))?.value).toEqual(removed);
  });

  it('lets only one of two open an item in a committee', async () => {
    const committee = { id: COMMITTEE, team: '19:team', name: 'Lokaludvalg' };
    expect(await store.saveCommittee(committee, undefined)).toBe(true);
    const version = (await store.readCommittee(COMMITTEE))?.version;
    expect(await store.saveCommittee({ ...committee, open: 'mine' }, version)).toBe(true);
    expect(await store.saveCommittee({ ...committee, open: 'yours' }, version)).toBe(false);
    expect(await store.saveCommittee({ ...committee, open: 'yours' }, undefined)).toBe(false);
    expect((await store.readCommittee(COMMITTEE))?.value.open).toBe('mine');
  });

  it('writes a head and its posts together, or neither', async () => {
    const meeting = meetingBy('c1');
    expect(await store.createMeeting(meeting)).toBe(true);
    expect(await store.createMeeting(meetingBy('c2'))).toBe(false);
    const read = await store.readMeeting(meeting.id);
    expect(read?.value).toEqual(meeting);
    const version = read?.version ?? '';
    const post = duePost({ key: questionPostKey('r001'), kind: 'question', round: 'r001' });
    expect(await store.commitMeeting(led(meeting, 'c3'), version, [post])).toBe(true);
    const late = duePost({ key: digestPostKey(1), kind: 'digest' });
    expect(await store.commitMeeting(led(meeting, 'c4'), version, [late])).toBe(false);
    expect(await store.commitMeeting(led(meeting, 'c5'), version, [])).toBe(false);
    const newer = (await store.readMeeting(meeting.id))?.version ?? '';
    expect(await store.commitMeeting(led(meeting, 'c6'), newer, [late, post])).toBe(false);
    expect((await store.readMeeting(meeting.id))?.value.commands).toEqual(['c1', 'c3']);
    expect((await store.readAllRounds(meeting.id)).posts).toEqual([post]);
  });

  it('reads a round and what comes after it in one range', async () => {
    const owner = { table: 'Meetings', partition: 'm' } as const;
    const echo = duePost({ key: echoPostKey('r002', STRANGE), kind: 'echo', round: 'r002', person: STRANGE });
    const digest = duePost({ key: digestPostKey(1), kind: 'digest' });
    await store.savePost(owner, duePost({ key: questionPostKey('r001'), kind: 'question', round: 'r001' }), undefined);
    await store.savePost(owner, echo, undefined);
    await store.savePost(owner, digest, undefined);
    await store.mergeAnswer('m', replyOf('1', {}, 'r001'));
    await store.mergeAnswer('m', replyOf('2', {}, 'r002'));
    await store.mergeAnswer('m', replyOf('3', {}, 'r003'));
    const rows = await store.readRoundOn('m', 'r002');
    expect(rows.answers).toEqual([replyOf('2', {}, 'r002'), replyOf('3', {}, 'r003')]);
    expect(rows.posts).toEqual([echo, digest]);
    const all = await store.readAllRounds('m');
    expect([all.answers.length, all.posts.length]).toEqual([3, 3]);
    expect(all.newest).toBe(rows.newest);
  });

  it('writes once for a new reply, and not at all for the same again', async () => {
    await store.mergeAnswer('m', replyOf('0'));
    operations.length = 0;
    await store.mergeAnswer('m', replyOf('1'));
    expect(operations).toEqual([{ kind: 'write', name: 'insert', table: 'Meetings', keys: ['r001!a!t1'] }]);
    await store.mergeAnswer('m', replyOf('1'));
    expect(operations.map(({ name }) => name)).toEqual(['insert', 'insert', 'get']);
  });

  it('gives the same answer whichever of an edit and its message comes first', async () => {
    const edit = { life: 'edited', text: 'rettet', at: plus(AT, 1000) } as const;
    await store.mergeAnswer('m', replyOf('1'));
    await store.mergeAnswer('m', replyOf('1', edit));
    await store.mergeAnswer('m', replyOf('2', edit));
    expect(await store.mergeAnswer('m', replyOf('2'))).toEqual(replyOf('2', edit));
    expect(await answersIn('m')).toEqual([replyOf('1', edit), replyOf('2', edit)]);
  });

  it('loses nothing when many write one answer at once', async () => {
    const other = createStore(backend.tables);
    const seen = Array.from({ length: 8 }, (_, index) =>
      replyOf('1', { life: 'edited', text: `udgave ${index}`, at: plus(AT, index * 1000) }),
    );
    const all = [replyOf('1'), ...seen];
    await Promise.all(all.map((answer, index) => (index % 2 === 0 ? store : other).mergeAnswer('m', answer)));
    expect(await answersIn('m')).toEqual([{ ...seen.at(-1), postedAt: AT }]);
  });

  it('keeps no text of a deleted answer', async () => {
    const deleted = { life: 'deleted', text: undefined, at: plus(AT, 1000) } as const;
    await store.mergeAnswer('m', replyOf('1', { text: 'fortrudt' }));
    await store.mergeAnswer('m', replyOf('1', deleted));
    const rows = await tables.page({ table: 'Meetings', partition: 'm', from: 'r001!a!t1', to: 'r001!a!t2' });
    expect(JSON.stringify(rows)).not.toContain('fortrudt');
    expect((await answersIn('m')).map(({ life, text }) => [life, text])).toEqual([['deleted', undefined]]);
  });

  it.each([
    ['longer than a property holds', 'æ'.repeat(70_000)],
    ['with a character across the seam of two properties', `${'a'.repeat(29_999)}😀${'b'.repeat(30_001)}`],
    ['that no protocol likes', `\u0000\u001f\ud800 ~0041 ~ \ufffe "\\' <script> \${x} \r\n\t ${STRANGE}`],
    ['that is empty', ''],
  ])('gives back a text %s as it was', async (_, text) => {
    await store.mergeAnswer('m', replyOf('1', { text }));
    await store.hold(COMMITTEE, { root: '1', reply: replyOf('1', { text }), heldAt: AT });
    expect((await answersIn('m')).map((answer) => answer.text)).toEqual([text]);
    expect((await store.listHeld(COMMITTEE)).map((held) => held.reply.text)).toEqual([text]);
  });

  it('takes ids with characters that keys may not have', async () => {
    const post: PostRef = { table: 'Committees', partition: STRANGE, key: `p!guidance!${STRANGE}` };
    await store.saveThread(STRANGE, { root: STRANGE, kind: 'question', post });
    await store.savePost(post, duePost({ key: post.key, kind: 'guidance', about: { name: STRANGE } }), undefined);
    await store.mergeAnswer(STRANGE, replyOf(STRANGE));
    await store.hold(STRANGE, { root: STRANGE, reply: replyOf(STRANGE), heldAt: AT });
    await store.announce(STRANGE, post, AT);
    expect(await store.readThread(STRANGE, STRANGE)).toEqual({ root: STRANGE, kind: 'question', post });
    expect((await store.readPost(post))?.value.key).toBe(post.key);
    expect((await answersIn(STRANGE)).map(({ key }) => key)).toEqual([`t${STRANGE}`]);
    expect(await store.listHeld(STRANGE, STRANGE)).toHaveLength(1);
    expect(await store.listHeld(STRANGE, STRANGE.slice(0, 3))).toEqual([]);
    expect(await store.listAnnounced(STRANGE)).toEqual([{ post, first: AT, last: AT }]);
  });

  it('reads past a thousand rows and past an empty page', async () => {
    const answers = Array.from({ length: 1_050 }, (_, index) => replyOf(String(1_000_000 + index)));
    for (let first = 0; first < answers.length; first += 100) {
      const [write, ...rest] = answers
        .slice(first, first + 100)
        .map((answer): Write => ({ entity: toAnswerEntity('m', answer), over: undefined }));
      if (write !== undefined) expect(await tables.transact([write, ...rest])).toBe('written');
    }
    operations.length = 0;
    backend.emptyNextPage();
    expect(await answersIn('m')).toEqual(answers);
    expect(operations.length).toBeGreaterThanOrEqual(3);
  });

  it('tells by the clock of the service when a row was written, and how old it is', async () => {
    const before = Date.now();
    await store.savePost(
      { table: 'Meetings', partition: 'm' },
      duePost({ key: 'z!p!digest!1', kind: 'digest' }),
      undefined,
    );
    const read = await store.readPost({ table: 'Meetings', partition: 'm', key: 'z!p!digest!1' });
    expect(read?.age).toBeGreaterThanOrEqual(0);
    expect(read?.age).toBeLessThanOrEqual(Date.now() - before + 1000);
    expect(read?.writtenAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(read && read.writtenAt >= instantOf(before) && read.writtenAt <= instantOf(Date.now())).toBe(true);
    expect((await store.readAllRounds('m')).newest).toBe(read?.writtenAt);
  });

  it('lists what is due from every bucket, oldest first', async () => {
    const due = Array.from({ length: 40 }, (_, index): Due => {
      const at = plus(AT, ((index * 7) % 40) * 1000);
      const post = { table: 'Meetings', partition: `m${index}`, key: 'r001!p!q' } as const;
      return index % 2 === 0 ? { at, post } : { at, ending: `m${index}` };
    });
    for (const one of due) await store.addDue(one);
    await store.addDue({ at: AT, ending: 'm0' });
    await store.removeDue({ at: AT, ending: 'm0' });
    const expected = due.toSorted((left, right) => (left.at < right.at ? -1 : 1));
    expect((await store.listDue(plus(AT, 19_000))).dues).toEqual(expected.slice(0, 20));
    for (const one of expected.slice(0, 20)) await store.removeDue(one);
    expect((await store.listDue(plus(AT, 60_000))).dues).toEqual(expected.slice(20));
  });

  it('remembers when a post was first announced and last claimed', async () => {
    const post: PostRef = { table: 'Meetings', partition: 'm', key: 'r001!p!q' };
    await store.announce(COMMITTEE, post, plus(AT, 1000));
    await store.announce(COMMITTEE, post, plus(AT, 5000));
    await store.announce(COMMITTEE, post, plus(AT, 3000));
    expect(await store.listAnnounced(COMMITTEE)).toEqual([{ post, first: plus(AT, 1000), last: plus(AT, 5000) }]);
    await store.unannounce(COMMITTEE, post);
    await store.unannounce(COMMITTEE, post);
    expect(await store.listAnnounced(COMMITTEE)).toEqual([]);
  });

  it('holds replies merged, by root, until they are erased', async () => {
    const held = { root: '10', reply: replyOf('1'), heldAt: plus(AT, 1000) };
    const edited = { ...held, reply: replyOf('1', { life: 'edited', text: 'ny', at: plus(AT, 9) }), heldAt: AT };
    const other = { root: '100', reply: replyOf('2'), heldAt: AT };
    for (const one of [edited, held, other]) await store.hold(COMMITTEE, one);
    const texts = (await store.listHeld(COMMITTEE)).map((one) => [one.root, one.reply.text, one.heldAt]);
    expect(texts).toEqual([
      ['10', 'ny', AT],
      ['100', other.reply.text, AT],
    ]);
    expect(await store.listHeld(COMMITTEE, '10')).toHaveLength(1);
    await store.eraseHeld(COMMITTEE, held);
    expect((await store.listHeld(COMMITTEE)).map(({ root }) => root)).toEqual(['100']);
  });

  it('writes an own answer and its echo together, or neither', async () => {
    const echo = duePost({ key: echoPostKey('r001', 'p'), kind: 'echo', round: 'r001', person: 'p' });
    const first = ownOf('c1', 'første');
    expect(await store.commitAnswer('m', first, undefined, { post: echo, over: undefined })).toBe(true);
    expect(writes()).toBe(1);
    const person = first.author?.person ?? '';
    const version = (await store.readAnswer('m', 'r001', ownKey(person)))?.version;
    expect(await store.commitAnswer('m', ownOf('c2', 'anden', 2), version, { post: echo, over: undefined })).toBe(
      false,
    );
    expect(await store.commitAnswer('m', ownOf('c3', 'tredje', 2), version, undefined)).toBe(true);
    expect(await store.commitAnswer('m', ownOf('c4', 'fjerde', 2), version, undefined)).toBe(false);
    expect((await store.readAnswer('m', 'r001', ownKey(person)))?.value).toEqual(ownOf('c3', 'tredje', 2));
  });
});
