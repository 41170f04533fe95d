import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addresses } from '#contract/addresses';
import type { CommitteeView, ErrorBody } from '#contract/responses';
import { BUSY, CUT, PASS, SILENT, type TableRequest, UNANSWERED } from '../support/outageProxy.ts';
import type { Fate } from '../support/proxy.ts';
import { replyActivity, signedByChannel, tellBot } from './testing/activities.ts';
import { type BehindOutage, startBehindOutage } from './testing/behindOutage.ts';
import { readRows } from './testing/tableRows.ts';

// The table service is away, busy, slow or silent. The tests follow one another in one item.
let app: BehindOutage;
let meeting: string;
let root: string;

beforeAll(async () => {
  app = await startBehindOutage();
  const { driver } = app;
  meeting = await driver.open(['3/1']);
  await driver.put(meeting, '3/1');
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  ({ root } = await driver.thread());
});
afterEach(() => {
  app.outage.fateOf = () => PASS;
});
afterAll(() => app.stop());

const writesAlone =
  (fate: Fate) =>
  ({ isWrite }: TableRequest): Fate =>
    isWrite ? fate : PASS;

/** The answer is written, in whatever way it came, and nobody hears of it. */
const answersLost = ({ isWrite, kinds }: TableRequest): Fate =>
  isWrite && kinds.includes('answer') ? UNANSWERED : PASS;

/** What can be wrong with the tables for longer than the client library tries. `stored`: what was not answered is there all the same. */
const DOWN = {
  'cannot be reached': { fateOf: () => CUT, stored: false },
  'has too much to do': { fateOf: () => BUSY, stored: false },
  'takes no writes': { fateOf: writesAlone(BUSY), stored: false },
  'never answers': { fateOf: () => SILENT, stored: false },
  'writes what it is asked to and its answers are lost': { fateOf: answersLost, stored: true },
} as const;

/** How long what was read may still be believed. */
const SOON = { timeout: 15_000, interval: 100 };
/** Teams and the panel wait for 15 s: an answer that comes later is none. */
const PATIENCE = 15_000;

/** Does something, and says how long it took. */
async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly took: number }> {
  const begun = performance.now();
  const result = await work();
  return { result, took: performance.now() - begun };
}

let messages = 0;
/** A reply of somebody's, told by Teams as often as it is asked for. */
function aReply() {
  messages += 1;
  const id = String(Number(root) + messages);
  const text = `Svar ${messages} i tråden`;
  const activity = replyActivity(app, root, { id, timestamp: new Date(Number(id)).toISOString(), text });
  return { text, tell: () => tellBot(app, activity, signedByChannel(app)) };
}

/** An answer of somebody's in the panel, sent as often as it is asked for; it goes over what they wrote before. */
async function anAnswer(as: string) {
  const { body } = await app.driver.view(as);
  const text = `Svar i panelet ${randomUUID()}`;
  const wish = { command: randomUUID(), text, over: body.item?.round?.mine?.revision ?? 0 };
  const path = addresses.answer(meeting, 'r001');
  return { text, send: () => app.driver.ask<CommitteeView & ErrorBody>(as, 'PUT', path, wish) };
}

/** How often something stands in the tables. */
async function stored(text: string): Promise<number> {
  const rows = await readRows(app.outage.upstream);
  return [...rows.entries()].filter(([name, row]) => name.includes('!a!') && row.includes(text)).length;
}

describe.each(Object.entries(DOWN))('while the table service %s', (_, { fateOf, stored: isDone }) => {
  it('a reply is not acknowledged to Teams, which is told so in time, and is taken once when told again', async () => {
    const reply = aReply();
    app.outage.fateOf = fateOf;
    const { result, took } = await timed(reply.tell);
    expect(result).toEqual({ status: 503, body: { code: 'Unavailable' } });
    expect(took).toBeLessThan(PATIENCE);
    app.outage.fateOf = () => PASS;
    expect(await stored(reply.text)).toBe(isDone ? 1 : 0);
    // A read that was begun before may still wait for its answer, and those who ask then share it.
    await vi.waitFor(async () => expect((await reply.tell()).status).toBe(200), SOON);
    expect(await stored(reply.text)).toBe(1);
  });

  it('an answer is not acknowledged to the panel, and is written once when sent again', async () => {
    const answer = await anAnswer('amr');
    app.outage.fateOf = fateOf;
    const { result, took } = await timed(answer.send);
    expect([result.status, result.body.code]).toEqual([503, 'Unavailable']);
    expect(took).toBeLessThan(PATIENCE);
    app.outage.fateOf = () => PASS;
    expect(await stored(answer.text)).toBe(isDone ? 1 : 0);
    await vi.waitFor(async () => {
      const again = await answer.send();
      expect([again.status, again.body.item?.round?.mine?.text]).toEqual([201, answer.text]);
    }, SOON);
    expect(await stored(answer.text)).toBe(1);
  });
});

describe('while the table service is slow', () => {
  // Each try is in time, and all of them together are not.
  const slow = (): Fate => ({ ...PASS, wait: 4_000 });

  it('Teams has its answer in time, and what is acknowledged is stored', async () => {
    const { root: elsewhere } = await app.driver.teams('POST', 'posts', { as: 'amr', text: 'Noget andet' });
    await app.driver.local.teams.settled();
    const reply = aReply();
    app.outage.fateOf = slow;
    const unknown = replyActivity(app, elsewhere, { id: String(Number(root) + 500) });
    const [known, other] = await Promise.all([
      timed(reply.tell),
      timed(() => tellBot(app, unknown, signedByChannel(app))),
    ]);
    expect([known.result.status, other.result.status]).toEqual([200, 200]);
    expect(Math.max(known.took, other.took)).toBeLessThan(PATIENCE);
    app.outage.fateOf = () => PASS;
    expect(await stored(reply.text)).toBe(1);
  });

  it('the panel is told that it is not done, which is then written once', async () => {
    const answer = await anAnswer('medlem1');
    app.outage.fateOf = slow;
    const { result, took } = await timed(answer.send);
    expect([result.status, result.body.code]).toEqual([503, 'Unavailable']);
    expect(took).toBeLessThan(PATIENCE);
    app.outage.fateOf = () => PASS;
    expect((await answer.send()).status).toBe(201);
    expect(await stored(answer.text)).toBe(1);
  });
});

describe('the panel', () => {
  it.each(Object.entries(DOWN).filter(([, { fateOf }]) => fateOf({ isWrite: false, kinds: [] }) !== PASS))(
    'is answered with the code that makes it keep its last view while the table service %s',
    async (_, { fateOf }) => {
      const before = await app.driver.view('amr');
      app.outage.fateOf = fateOf;
      // What was read half a second ago is still believed.
      await vi.waitFor(async () => expect((await app.driver.view('amr')).status).toBe(503), SOON);
      const { result, took } = await timed(() =>
        app.driver.ask<ErrorBody>('amr', 'GET', addresses.view(app.driver.committee)),
      );
      expect([result.status, result.body.code, result.body.view]).toEqual([503, 'Unavailable', undefined]);
      expect(took).toBeLessThan(PATIENCE);
      app.outage.fateOf = () => PASS;
      expect((await app.driver.view('amr')).body.item?.round?.answers).toEqual(before.body.item?.round?.answers);
    },
  );

  it('is told nothing new by commands that could not be carried out, which are carried out once when sent again', async () => {
    const close = { command: randomUUID() };
    const send = () =>
      app.driver.ask<CommitteeView & ErrorBody>('formand', 'POST', addresses.closing(meeting, 'r001'), close);
    app.outage.fateOf = writesAlone(BUSY);
    expect(await send()).toMatchObject({ status: 503, body: { code: 'Unavailable' } });
    expect((await app.driver.view('formand')).body.item?.round?.status).toBe('open');
    app.outage.fateOf = ({ isWrite, kinds }) => (isWrite && kinds.includes('head') ? UNANSWERED : PASS);
    expect(await send()).toMatchObject({ status: 503, body: { code: 'Unavailable' } });
    app.outage.fateOf = () => PASS;
    const closed = await send();
    expect([closed.status, closed.body.item?.round?.status]).toEqual([200, 'closed']);
  });
});
