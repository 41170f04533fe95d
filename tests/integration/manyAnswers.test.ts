import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addresses } from '#contract/addresses';
import { type Answered, Driver, type SeenMessage } from '../support/driver.ts';

// Everybody answers in the panel at once, which is more than Teams lets a bot say at once.
const PEOPLE = Array.from({ length: 25 }, (_, index) => `ekstra${index + 1}`);
/** These think better of it before their answer can have been shown. */
const HASTY = PEOPLE.slice(22);
const PATIENCE = { timeout: 50_000, interval: 100 };
let driver: Driver;
let meeting: string;

beforeAll(async () => {
  driver = await Driver.start({ teams: { extraMembers: PEOPLE.length } });
  meeting = await driver.open(['3/1']);
  await driver.put(meeting, '3/1');
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
});
afterAll(() => driver.stop());

const wordsOf = (as: string): string => `Svar fra ${as}.`;
const nameOf = (as: string): string => as.replace('ekstra', 'Ekstra Medlem ');
const remove = (as: string) => driver.ask(as, 'DELETE', `${addresses.answer(meeting, 'r001')}?command=${randomUUID()}`);

/** One's own answer in a view: where it is written, and among the answers. */
function mineIn({ body }: Answered): (string | undefined)[] {
  const round = body.item?.round;
  const among = round?.answers.filter(({ mine }) => mine).map(({ text }) => text) ?? [];
  return round?.mine === undefined ? among : [round.mine.text, ...among];
}

/** The echoes that stand, by the name of whose answer they show; one name twice is an error. */
async function echoes(): Promise<ReadonlyMap<string, SeenMessage>> {
  const standing = (await driver.channel()).filter(({ onBehalfOf }) => onBehalfOf !== null);
  const byName = new Map(standing.map((echo) => [echo.onBehalfOf ?? '', echo]));
  expect(byName.size).toBe(standing.length);
  return byName;
}

it('acknowledges each of 25 answers at once, with the answer in it', async () => {
  const answered = await Promise.all(PEOPLE.map((as) => driver.answer(as, meeting, 'r001', wordsOf(as))));
  expect(answered.map(({ status }) => status)).toEqual(PEOPLE.map(() => 201));
  expect(answered.map(mineIn)).toEqual(PEOPLE.map((as) => [wordsOf(as), wordsOf(as)]));
  const regretted = await Promise.all(HASTY.map(remove));
  expect(regretted.map(({ status }) => status)).toEqual(HASTY.map(() => 200));
  expect(regretted.map(mineIn)).toEqual(HASTY.map(() => []));
});

it('shows each in the thread exactly once, though Teams says no in between', async () => {
  const { root } = await driver.thread();
  const expected = PEOPLE.filter((as) => !HASTY.includes(as));
  const shown = await vi.waitFor(async () => {
    const all = await echoes();
    expect([...all.keys()].sort()).toEqual(expected.map(nameOf).sort());
    return all;
  }, PATIENCE);
  for (const as of expected) {
    expect(shown.get(nameOf(as))?.root).toBe(root);
    expect(shown.get(nameOf(as))?.text).toContain(wordsOf(as));
  }
  expect(driver.local.teams.calls.some(({ method, status }) => method === 'POST' && status === 429)).toBe(true);
});

it('changes and deletes the same echoes where answers are changed and deleted', async () => {
  const before = await echoes();
  const [changing, deleting] = [PEOPLE.slice(0, 4), PEOPLE.slice(4, 8)];
  const changed = await Promise.all(changing.map((as) => driver.answer(as, meeting, 'r001', `Rettet af ${as}.`, 1)));
  const deleted = await Promise.all(deleting.map(remove));
  expect([...changed, ...deleted].map(({ status }) => status)).toEqual([201, 201, 201, 201, 200, 200, 200, 200]);
  const expected = PEOPLE.filter((as) => !HASTY.includes(as) && !deleting.includes(as));
  const after = await vi.waitFor(async () => {
    const all = await echoes();
    expect([...all.keys()].sort()).toEqual(expected.map(nameOf).sort());
    for (const as of changing) expect(all.get(nameOf(as))?.text).toContain(`Rettet af ${as}.`);
    return all;
  }, PATIENCE);
  for (const [name, { id }] of after) expect(id).toBe(before.get(name)?.id);
});

it('never takes an echo for an answer', async () => {
  await driver.local.teams.settled();
  const { item } = (await driver.view('amr')).body;
  const answers = item?.round?.answers ?? [];
  expect(new Set(answers.map(({ source }) => source))).toEqual(new Set(['own']));
  expect(answers).toHaveLength(18);
  await driver.close(meeting, 'r001');
  await driver.channelHas((messages) => JSON.stringify(messages).includes('Der er lukket for svar. 18 svar er med.'));
});
