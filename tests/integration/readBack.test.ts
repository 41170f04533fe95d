import { afterAll, beforeAll, expect, it } from 'vitest';
import { botText } from '#render/botText';
import { Driver, type SeenMessage } from '../support/driver.ts';
import { cardText } from './testing/cards.ts';

// An item in which Teams does not tell the app everything: what stands in the thread counts all the same.
const text = botText('da');
let driver: Driver;
let meeting: string;
let question: SeenMessage;

beforeAll(async () => {
  driver = await Driver.start();
  meeting = await driver.open(['3/1', '3/2']);
  await driver.put(meeting, '3/1');
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  question = await driver.thread();
});
afterAll(() => driver.stop());

const answersOf = async () => {
  const { body } = await driver.view('formand');
  return (body.item?.round?.answers ?? []).map(({ text: words, edited }) => [words, edited]).sort();
};
const graphCalls = () =>
  driver.local.teams.calls
    .filter(({ path }) => path.startsWith('/graph/') && path.endsWith('/replies'))
    .map(({ status }) => status);

it('is not read back while the question is open', async () => {
  await driver.reply('amr', question.root, 'Det, Teams fortæller');
  const [edited, deleted] = [
    await driver.reply('medlem1', question.root, 'Før rettelsen'),
    await driver.reply('medlem2', question.root, 'Slettes'),
  ];
  await driver.sees('formand', ({ item }) => item?.round?.answers.length === 3);
  Object.assign(driver.local.teams.switches, { messages: false, edits: false });
  await driver.teams('PUT', `messages/${edited.id}`, { as: 'medlem1', text: 'Efter rettelsen' });
  await driver.teams('DELETE', `messages/${deleted.id}?as=medlem2`);
  for (let number = 1; number <= 60; number += 1) await driver.reply('naestformand', question.root, `Tabt ${number}`);
  await driver.local.teams.settled();
  expect(await answersOf()).toEqual([
    ['Det, Teams fortæller', false],
    ['Før rettelsen', false],
    ['Slettes', false],
  ]);
  expect(graphCalls()).toEqual([]);
});

it('is read back to the last page when it is closed, and panel and card say so', async () => {
  await driver.close(meeting, 'r001');
  await driver.sees('formand', ({ item }) => item?.round?.readBack === 'complete');
  const answers = await answersOf();
  expect(answers).toHaveLength(62);
  expect(answers).toContainEqual(['Efter rettelsen', true]);
  expect(answers).toContainEqual(['Tabt 60', false]);
  expect(answers.map(([words]) => words)).not.toContain('Slettes');
  expect(graphCalls()).toEqual([200, 200]);
  await driver.channelHas((messages) =>
    messages.some(
      ({ id, cards }) => id === question.id && cardText(cards).includes(text('question.closed', { count: 62 })),
    ),
  );
});

const addAgain = async (as: string): Promise<void> => {
  await driver.teams('POST', 'uninstall', { as: 'formand' });
  await driver.teams('POST', 'install', { as });
  await driver.local.teams.settled();
};

it('says that it could not look where no owner allows it', async () => {
  await driver.put(meeting, '3/2');
  await driver.sees('amr', ({ item }) => item?.round?.id === 'r002' && item.round.post.status === 'sent');
  // What owners grant is not granted any more.
  await addAgain('amr');
  await driver.reply('medlem1', (await driver.thread()).root, 'Ingen fik det at vide');
  await driver.close(meeting, 'r002');
  const { item } = await driver.sees('formand', (view) => view.item?.round?.readBack !== undefined);
  expect(item?.round).toMatchObject({ readBack: 'notAllowed', answers: [] });
});

it('is read back once more at the end, and the digest says that all are in it', async () => {
  await addAgain('formand');
  await driver.reply('naestformand', question.root, 'Efter lukketid');
  await driver.end(meeting);
  const messages = await driver.channelHas((all) =>
    all.some(({ cards }) => cardText(cards).includes(text('digest.all', { count: 64 }))),
  );
  const words = messages.map(({ cards }) => cardText(cards)).join('\n');
  expect(words).toContain('Efter lukketid');
  expect(words).toContain('Ingen fik det at vide');
});
