import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import { replyKey } from '#dialogue/answer';
import { botText } from '#render/botText';
import type { Driver } from '../support/driver.ts';
import { cardText } from './testing/cards.ts';
import { CommitteeDriver } from './testing/committee.ts';

// People delete replies, of which Teams tells, and bring them back, of which it never tells. The tests follow one another.
const text = botText('da');
/** Longer than what Teams tells of a change and what it lists of it may differ, in milliseconds. */
const SURELY_LATER = 5_500;
let committee: CommitteeDriver;
let driver: Driver;
let meeting: string;
let root: string;

beforeAll(async () => {
  committee = await CommitteeDriver.start();
  driver = committee.driver;
  meeting = await driver.open(['3/1', '3/2']);
  await put('3/1', 'r001');
});
afterAll(() => driver.stop());

async function put(question: string, round: string): Promise<void> {
  await driver.put(meeting, question);
  await driver.sees('amr', ({ item }) => item?.round?.id === round && item.round.post.status === 'sent');
  ({ root } = await driver.thread());
}

async function act(method: string, path: string, body?: object): Promise<void> {
  await driver.teams(method, path, body);
  await driver.local.teams.settled();
}
const write = async (as: string, words: string): Promise<string> => (await driver.reply(as, root, words)).id;
const remove = (as: string, id: string) => act('DELETE', `messages/${id}?as=${as}`);
async function untold(as: string, id: string, change: 'undelete' | 'edit'): Promise<void> {
  driver.local.teams.switches.edits = false;
  if (change === 'undelete') await act('POST', `messages/${id}/undelete`, { as });
  else await act('PUT', `messages/${id}`, { as, text: 'Nye ord, som ingen fortalte om' });
  driver.local.teams.switches.edits = true;
}
const kept = async (round: string) =>
  (await committee.store.readAllRounds(meeting)).answers
    .filter((answer) => answer.round === round)
    .map(({ key, life, text: words }) => [key, life, words]);

it('brings back what stands in the thread again, when that is read, and counts it', async () => {
  const [back, gone, forgotten] = [
    await write('amr', 'Slettet og fortrudt'),
    await write('medlem1', 'Slettet'),
    await write('medlem2', 'Slettet i appen'),
  ];
  await remove('amr', back);
  await remove('medlem1', gone);
  const mine = addresses.mineAnswer(meeting, 'r001', replyKey(forgotten));
  expect((await committee.ask('medlem2', 'DELETE', mine)).status).toBe(200);
  await delay(SURELY_LATER);
  await untold('amr', back, 'undelete');
  // In Teams it is deleted, brought back and written anew.
  await untold('medlem2', forgotten, 'edit');
  await remove('medlem2', forgotten);
  await untold('medlem2', forgotten, 'undelete');
  expect((await kept('r001')).map(([, life]) => life)).toEqual(['deleted', 'deleted', 'forgotten']);
  await driver.close(meeting, 'r001');
  await driver.sees('formand', ({ item }) => item?.round?.readBack === 'complete');
  expect(await kept('r001')).toEqual([
    [replyKey(back), 'posted', 'Slettet og fortrudt'],
    [replyKey(gone), 'deleted', undefined],
    [replyKey(forgotten), 'forgotten', undefined],
  ]);
});

it('says that it does not know where that was within seconds, and a list may lag behind', async () => {
  await put('3/2', 'r002');
  const id = await write('naestformand', 'Slettet og straks fortrudt');
  await remove('naestformand', id);
  await untold('naestformand', id, 'undelete');
  await driver.close(meeting, 'r002');
  await driver.sees('formand', ({ item }) => item?.round?.id === 'r002' && item.round.readBack === 'unavailable');
  expect(await kept('r002')).toEqual([[replyKey(id), 'deleted', undefined]]);
});

it('has in the digest what was brought back, and nothing that was deleted here', async () => {
  await driver.end(meeting);
  const has = (all: readonly { cards: readonly object[] }[]) => all.map(({ cards }) => cardText(cards)).join('\n');
  const words = has(await driver.channelHas((all) => has(all).includes('Opsamling')));
  expect(words).toContain('Slettet og fortrudt');
  expect(words).not.toMatch(/Slettet i appen|Nye ord, som ingen/);
  expect(words).not.toContain(text('digest.all', { count: 1 }));
});

it('brings nothing back of an item whose time is over, whatever Teams tells then', async () => {
  const head = await committee.store.readMeeting(meeting);
  if (head === undefined) throw new Error('the item is gone');
  const [reply] = await kept('r001');
  const id = String(reply?.[0]).slice(1);
  await committee.store.eraseMeeting(head.value, new Date().toISOString());
  await delay(1_000);
  await remove('amr', id);
  await act('POST', `messages/${id}/undelete`, { as: 'amr' });
  await delay(1_000);
  expect(await committee.store.readAllRounds(meeting)).toMatchObject({ answers: [], posts: [], readBacks: [] });
});
