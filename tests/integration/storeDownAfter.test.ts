import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { botText } from '#render/botText';
import { BUSY, CUT, PASS } from '../support/outageProxy.ts';
import { type Proxy, startProxy } from '../support/proxy.ts';
import type { SeenMessage } from '../support/driver.ts';
import { type BehindOutage, startBehindOutage } from './testing/behindOutage.ts';
import { cardText } from './testing/cards.ts';

// What people wrote while the table service was away. The tests follow one another in one item.
const text = botText('da');
let app: BehindOutage;
let graph: Proxy;
let graphIsAway = false;
let meeting: string;
const SOON = { timeout: 15_000, interval: 50 };

beforeAll(async () => {
  graph = await startProxy(({ path }) => ({
    // Who owns the team is still known: only what stands in threads is not.
    ...(graphIsAway && path.includes('/replies') ? BUSY : PASS),
    to: app.driver.local.teams.url,
  }));
  app = await startBehindOutage({ env: { MED_GRAPH_URL: `${graph.url}/graph/v1.0` } });
  meeting = await app.driver.open(['3/1', '3/2', '3/3']);
});
afterEach(() => {
  app.outage.fateOf = () => PASS;
});
afterAll(async () => {
  await app.stop();
  await graph.close();
});

async function put(question: string, round: string): Promise<SeenMessage> {
  await app.driver.put(meeting, question);
  await app.driver.sees('amr', ({ item }) => item?.round?.id === round && item.round.post.status === 'sent');
  return app.driver.thread();
}

const textsSeen = async (): Promise<readonly (string | undefined)[]> =>
  ((await app.driver.view('formand')).body.item?.round?.answers ?? []).map((answer) => answer.text).sort();

const digestSays = (words: string): Promise<unknown> =>
  app.driver.channelHas((messages) =>
    messages.some(({ cards }) => cardText(cards).startsWith('Opsamling') && cardText(cards).includes(words)),
  );

/** Waits until Teams has been told so often that something was not taken. */
const postponed = (times: number): Promise<void> =>
  vi.waitFor(() => {
    expect(app.log().filter((line) => line.includes('ActivityPostponed')).length).toBeGreaterThanOrEqual(times);
  }, SOON);

/** Lets somebody do something while the table service is away, and brings it back when Teams has given up. */
async function whileAway(work: () => Promise<void>): Promise<void> {
  app.outage.fateOf = () => CUT;
  await work();
  await app.driver.local.teams.settled();
  app.outage.fateOf = () => PASS;
  // A poll that was under way may have failed.
  await app.driver.sees('formand', ({ item }) => item?.status === 'open');
}

it('is there when Teams tells of it again: replies, what became of them, and a press of the card', async () => {
  const { driver } = app;
  const { root } = await put('3/1', 'r001');
  const before = await driver.reply('medlem1', root, 'Før');
  const taken = await driver.reply('medlem2', root, 'Fortrudt');
  await driver.sees('formand', ({ item }) => item?.round?.answers.length === 2);
  app.outage.fateOf = () => CUT;
  await driver.reply('amr', root, 'Mens den var væk');
  await driver.teams('PUT', `messages/${before.id}`, { as: 'medlem1', text: 'Rettet, mens den var væk' });
  await driver.teams('DELETE', `messages/${taken.id}?as=medlem2`);
  const pressing = driver.teams<{ status: number }>('POST', `cards/${root}/execute`, {
    as: 'naestformand',
    verb: 'answer',
    data: { answer: 'På kortet, mens den var væk' },
  });
  await postponed(4);
  app.outage.fateOf = () => PASS;
  await driver.local.teams.settled();
  expect((await pressing).status).toBe(200);
  expect(await textsSeen()).toEqual(['Mens den var væk', 'På kortet, mens den var væk', 'Rettet, mens den var væk']);
});

it('is there when the question is closed, where Teams has given up telling of it', async () => {
  const { driver } = app;
  await driver.close(meeting, 'r001');
  const { root } = await put('3/2', 'r002');
  await whileAway(async () => {
    await driver.reply('amr', root, 'Ingen tog imod det');
  });
  expect(await textsSeen()).toEqual([]);
  await driver.close(meeting, 'r002');
  await driver.sees('formand', ({ item }) => item?.round?.readBack === 'complete');
  expect(await textsSeen()).toEqual(['Ingen tog imod det']);
});

it('is said not to be checked, in panel and digest, where Graph does not give it either', async () => {
  const { driver } = app;
  const { root } = await put('3/3', 'r003');
  await whileAway(async () => {
    await driver.reply('medlem1', root, 'Hverken Teams eller Graph');
  });
  graphIsAway = true;
  await driver.close(meeting, 'r003');
  await driver.sees('formand', ({ item }) => item?.round?.readBack === 'unavailable');
  expect(await textsSeen()).toEqual([]);
  await driver.end(meeting);
  await digestSays(text('digest.notAll', { count: 4 }));
  await digestSays(text('digest.notRead'));
});

it('is in the digest when Graph gives it, which then says that all is there', async () => {
  graphIsAway = false;
  // Graph is asked again after twenty seconds, and the timer is minutes away.
  await vi.waitFor(() => digestSays(text('digest.all', { count: 5 })), { timeout: 45_000 });
  await digestSays('Hverken Teams eller Graph');
});
