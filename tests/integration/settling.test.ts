import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Driver } from '../support/driver.ts';

// Nobody knows whether it came: Teams made it, and the answer was lost. The app looks for it by itself, 20 seconds later.
const LOOKED = { timeout: 45_000, interval: 100 };
let driver: Driver;
let meeting: string;

beforeAll(async () => {
  driver = await Driver.start();
  meeting = await driver.open(['3/1', '3/2']);
});
afterAll(() => driver.stop());

const lists = (end: string): readonly number[] =>
  driver.local.teams.calls
    .filter(({ path }) => path.startsWith('/graph/') && path.endsWith(end))
    .map(({ status }) => status);
const round = async () => (await driver.view('formand')).body.item?.round;

it('finds a question in the channel, and what was written under it meanwhile counts', async () => {
  driver.local.teams.switches.creates = false;
  await driver.put(meeting, '3/1');
  await driver.sees('formand', ({ item }) => item?.round?.post.status === 'unknown');
  driver.local.teams.switches.creates = true;
  const question = await driver.thread();
  await driver.reply('amr', question.root, 'Skrevet imens');
  await vi.waitFor(async () => expect((await round())?.post.status).toBe('sent'), LOOKED);
  await driver.sees('formand', ({ item }) => item?.round?.answers.length === 1);
  expect(lists('/messages')).toEqual([200]);
  expect(await driver.thread()).toMatchObject({ id: question.id });
});

it('finds an echo in the thread, which then follows its answer', async () => {
  driver.local.teams.switches.creates = false;
  await driver.answer('medlem1', meeting, 'r001', 'Fra panelet');
  const echoes = async (words: string) => (await driver.channel()).filter(({ text }) => text.includes(words)).length;
  await vi.waitFor(async () => expect(await echoes('Fra panelet')).toBe(1), LOOKED);
  driver.local.teams.switches.creates = true;
  await vi.waitFor(() => expect(lists('/replies')).toContain(200), LOOKED);
  await driver.answer('medlem1', meeting, 'r001', 'Skrevet om', 1);
  await vi.waitFor(async () => expect(await echoes('Skrevet om')).toBe(1), LOOKED);
  expect(await echoes('Fra panelet')).toBe(0);
});
