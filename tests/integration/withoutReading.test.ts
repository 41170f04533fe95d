import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { botText } from '#render/botText';
import { Driver, type SeenMessage } from '../support/driver.ts';
import { cardText } from './testing/cards.ts';

// An item where the package without ChannelMessage.Read.Group is installed: Teams gives the bot what mentions it, alone.
const off = botText('da', 'off');
let driver: Driver;
let meeting: string;
let question: SeenMessage;

beforeAll(async () => {
  driver = await Driver.start({ channelReading: 'off' });
});
afterAll(() => driver.stop());

const mention = (as: string, text: string) =>
  driver.teams('POST', `posts/${question.root}/replies`, { as, text, mention: true });
const texts = async (): Promise<readonly (string | undefined)[]> => {
  const { body } = await driver.view('formand');
  return (body.item?.round?.answers ?? []).map(({ text }) => text).sort();
};
const underQuestion = async (): Promise<readonly SeenMessage[]> =>
  (await driver.channel()).filter(({ from, root, id }) => from === 'bot' && root === question.root && id !== root);

it('says in the welcome what the bot gets, and nothing of all messages', async () => {
  const welcome = await vi.waitFor(async () => {
    const first = (await driver.state()).messages.find(({ from }) => from === 'bot');
    return cardText(first?.cards ?? expect.fail('there is no welcome yet'));
  });
  expect(welcome).toContain(off('welcome.reads'));
  expect(welcome).not.toContain('alle beskeder');
});

it('says on the question’s card how one answers', async () => {
  const { meeting: inTeams } = await driver.state();
  meeting = await driver.open(['3/1'], { teamsMeeting: inTeams.id });
  await driver.put(meeting, '3/1');
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  question = await driver.thread();
  const words = cardText(question.cards);
  expect(words).toContain('Svarer du i tråden, så nævn @MED-dialog i svaret; ellers kommer det ikke med.');
  expect(words).not.toContain('her eller i tråden');
  // In the meeting's chat, too.
  await driver.channelHas((messages) =>
    messages.some(({ cards, text }) => `${text}${cardText(cards)}`.includes(off('pointer.open'))),
  );
});

it('takes answers from card and panel, and from the thread where they mention the bot', async () => {
  await driver.reply('naestformand', question.root, 'Den her får ingen');
  const said = await mention('medlem1', 'Fra tråden, der nævner');
  await driver.teams('POST', `cards/${question.id}/execute`, {
    as: 'medlem2',
    verb: 'answer',
    data: { answer: 'Fra kortet' },
  });
  await driver.answer('amr', meeting, 'r001', 'Fra panelet');
  await driver.sees('formand', ({ item }) => item?.round?.answers.length === 3);
  await driver.local.teams.settled();
  expect(await texts()).toEqual(['Fra kortet', 'Fra panelet', 'Fra tråden, der nævner']);

  await driver.teams('PUT', `messages/${said.id}`, { as: 'medlem1', text: 'Fra tråden, rettet' });
  await driver.sees(
    'formand',
    ({ item }) => item?.round?.answers.some((one) => one.text === 'Fra tråden, rettet') === true,
  );
});

it('takes a mention that is a command for one there too, and says in the help what is an answer', async () => {
  const echoes = (await underQuestion()).length;
  await mention('medlem1', 'hjælp');
  const answered = await driver.channelHas(
    (messages) => messages.filter(({ root, from }) => from === 'bot' && root === question.root).length > echoes + 1,
  );
  expect(answered.map(({ cards }) => cardText(cards)).join('\n')).toContain(off('command.help.answers'));
  expect(await texts()).toHaveLength(3);
});

it('ends in a digest with those three and no more', async () => {
  await driver.close(meeting, 'r001');
  await driver.channelHas((messages) =>
    cardText(messages.find(({ id }) => id === question.id)?.cards ?? []).includes(
      'Der er lukket for svar. 3 svar er med.',
    ),
  );
  await driver.end(meeting);
  await driver.sees('amr', ({ item }) => item?.digest?.status === 'sent');
  const digest = cardText((await driver.thread()).cards);
  // What else stands in the thread is none of the app's business, so it does not vouch for it.
  expect(digest).toContain(off('digest.known', { count: 3 }));
  expect(driver.local.teams.calls.filter(({ path }) => path.endsWith('/replies'))).toEqual([]);
  for (const answer of ['Fra kortet', 'Fra panelet', 'Fra tråden, rettet']) expect(digest).toContain(answer);
  expect(digest).not.toContain('Den her får ingen');
});

it('tells its pages which form it is', async () => {
  const page = await fetch(`${driver.local.functionsUrl}/tabs/panel.html`);
  expect(await page.text()).toContain('<meta name="channel-reading" content="off"');
});

it('tells who deployed it which form it is', async () => {
  const ready = await fetch(`${driver.local.functionsUrl}/api/ready`);
  expect(await ready.json()).toMatchObject({ channelReading: 'off' });
});
