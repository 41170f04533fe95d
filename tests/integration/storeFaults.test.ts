import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownKey } from '#dialogue/answer';
import { plus } from '#dialogue/instant';
import { digestPostKey, duePost, echoPostKey, type Post } from '#dialogue/post';
import { createStore } from '#store/createStore';
import { type Store, Unavailable } from '#usecases/ports';
import { type Backend, type Backends, BACKENDS } from '../support/storeBackends.ts';
import { AT, COMMITTEE, led, meetingBy, ownOf, replyOf, TEAM } from '../support/storeSamples.ts';

const OWNER = { table: 'Meetings', partition: 'm' } as const;
const DIGEST = duePost({ key: digestPostKey(1), kind: 'digest' });
const ECHO = duePost({ key: echoPostKey('r001', 'p'), kind: 'echo', round: 'r001', person: 'p' });
const claimed = (claim: string): Post => ({ ...DIGEST, state: { status: 'sending', claim } });

// The client library sends a write again whose answer did not arrive, and so is refused by its own first try.
describe.each(Object.entries(BACKENDS))('store on %s when the answer to a write is lost', (_, start) => {
  let backends: Backends;
  let backend: Backend;
  let store: Store;

  beforeAll(async () => {
    backends = await start();
  });
  afterAll(() => backends.close());
  beforeEach(async () => {
    backend = backends.fresh();
    store = createStore(backend.tables);
    // So that no table is missing, for making one is a write too.
    await store.saveHistory(COMMITTEE, { meeting: 'm', title: 't', openedAt: AT, endedAt: AT, questions: [] });
    await store.mergeAnswer('other', replyOf('1'));
  });

  it('has opened an item', async () => {
    backend.loseWriteAnswers(1);
    expect(await store.createMeeting(meetingBy('c1'))).toBe(true);
    backend.loseWriteAnswers(1);
    expect(await store.createMeeting(meetingBy('c2'))).toBe(false);
  });

  it('has carried out a command, with its posts and without', async () => {
    const meeting = meetingBy('c1');
    await store.createMeeting(meeting);
    const version = async () => (await store.readMeeting(meeting.id))?.version ?? '';
    const first = await version();
    backend.loseWriteAnswers(1);
    expect(await store.commitMeeting(led(meeting, 'c2'), first, [DIGEST])).toBe(true);
    expect((await store.readAllRounds(meeting.id)).posts).toEqual([DIGEST]);
    const second = await version();
    backend.loseWriteAnswers(1);
    expect(await store.commitMeeting(led(meeting, 'c3'), second, [])).toBe(true);
    expect(await store.commitMeeting(led(meeting, 'c4'), second, [])).toBe(false);
  });

  it('has written an own answer and its echo, when new and when changed', async () => {
    const person = ownOf('c1', '').author?.person ?? '';
    const version = async () => (await store.readAnswer('m', 'r001', ownKey(person)))?.version;
    const echoVersion = async () => (await store.readPost({ ...OWNER, key: ECHO.key }))?.version;
    backend.loseWriteAnswers(1);
    const echo = { post: ECHO, over: undefined };
    expect(await store.commitAnswer('m', ownOf('c1', 'en'), undefined, echo)).toBe(true);
    expect(await store.commitAnswer('m', ownOf('c9', 'ni'), undefined, echo)).toBe(false);
    const over = await version();
    const echoOver = await echoVersion();
    backend.loseWriteAnswers(1);
    const shown = { post: { ...ECHO, shown: 'hash' }, over: echoOver };
    expect(await store.commitAnswer('m', ownOf('c2', 'to', 2), over, shown)).toBe(true);
    expect((await store.readPost({ ...OWNER, key: ECHO.key }))?.value.shown).toBe('hash');
    const last = await version();
    backend.loseWriteAnswers(1);
    expect(await store.commitAnswer('m', ownOf('c3', 'tre', 3), last, undefined)).toBe(true);
    expect((await store.readAnswer('m', 'r001', ownKey(person)))?.value.text).toBe('tre');
  });

  it('has claimed a post, and somebody else has not', async () => {
    backend.loseWriteAnswers(1);
    expect(await store.savePost(OWNER, DIGEST, undefined)).toBe(true);
    const version = (await store.readPost({ ...OWNER, key: DIGEST.key }))?.version;
    backend.loseWriteAnswers(1);
    expect(await store.savePost(OWNER, claimed('mine'), version)).toBe(true);
    backend.loseWriteAnswers(1);
    expect(await store.savePost(OWNER, claimed('yours'), version)).toBe(false);
    expect((await store.readPost({ ...OWNER, key: DIGEST.key }))?.value).toEqual(claimed('mine'));
  });

  it('has written a team, when new and when changed, and somebody else has not', async () => {
    const removed = { ...TEAM, install: 'removed', toldAt: AT } as const;
    backend.loseWriteAnswers(1);
    expect(await store.saveTeam(TEAM, undefined)).toBe(true);
    backend.loseWriteAnswers(1);
    expect(await store.saveTeam(removed, undefined)).toBe(false);
    const version = (await store.readTeam(TEAM.id))?.version;
    backend.loseWriteAnswers(1);
    expect(await store.saveTeam(removed, version)).toBe(true);
    backend.loseWriteAnswers(1);
    expect(await store.saveTeam({ ...TEAM, serviceUrl: 'https://b/' }, version)).toBe(false);
    expect((await store.readTeam(TEAM.id))?.value).toEqual(removed);
  });

  it('has opened the committee', async () => {
    const committee = { id: COMMITTEE, team: '19:team', name: 'Lokaludvalg' };
    backend.loseWriteAnswers(1);
    expect(await store.saveCommittee(committee, undefined)).toBe(true);
    const version = (await store.readCommittee(COMMITTEE))?.version;
    backend.loseWriteAnswers(1);
    expect(await store.saveCommittee({ ...committee, open: 'm' }, version)).toBe(true);
    expect(await store.saveCommittee({ ...committee, open: 'n' }, version)).toBe(false);
  });

  it('has merged an answer, a held reply and an announcement once each', async () => {
    const edited = replyOf('1', { life: 'edited', text: 'ny', at: plus(AT, 1000) });
    for (const answer of [replyOf('1'), edited]) {
      backend.loseWriteAnswers(2);
      expect(await store.mergeAnswer('m', answer)).toEqual(answer);
      backend.loseWriteAnswers(2);
      await store.hold(COMMITTEE, { root: '9', reply: answer, heldAt: AT });
      backend.loseWriteAnswers(2);
      await store.announce(COMMITTEE, { ...OWNER, key: 'r001!p!q' }, answer.at);
    }
    expect((await store.readAllRounds('m')).answers).toEqual([edited]);
    expect((await store.listHeld(COMMITTEE)).map(({ reply }) => reply.text)).toEqual(['ny']);
    expect((await store.listAnnounced(COMMITTEE)).map(({ first, last }) => [first, last])).toEqual([[AT, edited.at]]);
  });

  it('has deleted, though the row is not there any more at the second try', async () => {
    const held = { root: '9', reply: replyOf('1'), heldAt: AT };
    await store.hold(COMMITTEE, held);
    backend.loseWriteAnswers(1);
    await store.eraseHeld(COMMITTEE, held);
    expect(await store.listHeld(COMMITTEE)).toEqual([]);
  });

  it('says that the store is unavailable when no try is answered, and takes the same again later', async () => {
    backend.loseWriteAnswers(4);
    const failed = store.mergeAnswer('m', replyOf('1', { text: 'hemmeligt' })).catch((error: unknown) => error);
    const error = await failed;
    expect(error).toBeInstanceOf(Unavailable);
    expect(String((error as Unavailable).cause)).toBe('TableFault: table insert: no answer ECONNRESET');
    expect(JSON.stringify(error)).not.toContain('hemmeligt');
    await store.mergeAnswer('m', replyOf('1', { text: 'hemmeligt' }));
    expect((await store.readAllRounds('m')).answers).toHaveLength(1);
  });
});
