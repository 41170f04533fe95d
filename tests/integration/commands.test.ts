import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SeenMessage } from '../support/driver.ts';
import { type Activity, personCalled, replyActivity, signedByChannel, tellBot } from './testing/activities.ts';
import { cardText } from './testing/cards.ts';
import { expectNothingPersonal, startWatched, type Watched } from './testing/watched.ts';

// Somebody mentions the bot in the channel, over HTTP as Teams does it.
let app: Watched;
const SECRET = 'Borgeren i stue fire';

beforeAll(async () => {
  app = await startWatched();
});
afterAll(() => app.stop());

const PATIENCE = { timeout: 20_000, interval: 50 };

/** The bot's messages in a thread that somebody else began, or after a question. */
async function answersIn(root: string): Promise<readonly SeenMessage[]> {
  const messages = await app.driver.channel();
  return messages.filter((message) => message.from === 'bot' && message.root === root && message.id !== root);
}

/** Waits for so many answers in a thread, and gives the words of the last. */
async function answered(root: string, count = 1): Promise<string> {
  return vi.waitFor(async () => {
    const answers = await answersIn(root);
    expect(answers).toHaveLength(count);
    return cardText(answers.at(-1)?.cards ?? []);
  }, PATIENCE);
}

/** Begins a thread with a mention of the bot. */
async function mention(text: string, as = 'amr'): Promise<string> {
  const { id } = await app.driver.teams('POST', 'posts', { as, text, mention: true });
  return id;
}

const under = (root: string, text: string, as = 'amr') =>
  app.driver.teams('POST', `posts/${root}/replies`, { as, text, mention: true });

/** An item with a question in the channel. */
async function question(): Promise<{ meeting: string; root: string }> {
  const meeting = await app.driver.open(['3/1']);
  await app.driver.put(meeting, '3/1');
  await app.driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  return { meeting, root: (await app.driver.thread()).root };
}

const isOpen = async () => (await app.driver.view('amr')).body.item?.status;

const WORDS = [
  ['hjælp', /^Det her kan I bede mig om/],
  ['help', /^This is what you can ask me for/],
  ['hej', /^Hej\./],
  ['hi', /^Hello\./],
  ['hello', /^Hello\./],
  ['status', /^Der er ikke åbnet et punkt\./],
  ['opsamling', /^Der er ingen opsamling endnu\./],
  ['digest', /^There is no digest yet\./],
  ['afslut', /^Der er ikke noget punkt at afslutte\./],
  ['end', /^There is no item to end\./],
  [SECRET, /^Det forstår jeg ikke\..*@MED-dialog hjælp/s],
] as const;

describe('a command', () => {
  it.each(WORDS)('at the top of the channel is answered in its thread (%s)', async (word, sentence) => {
    expect(await answered(await mention(word))).toMatch(sentence);
  });

  it.each(WORDS)('in a thread of people’s own is answered there (%s)', async (word, sentence) => {
    const { id } = await app.driver.teams('POST', 'posts', { as: 'naestformand', text: 'Kaffe?' });
    await under(id, word);
    expect(await answered(id)).toMatch(sentence);
  });

  it('is answered once, though Teams tells of it again and again', async () => {
    const { id } = await app.driver.teams('POST', 'posts', { as: 'amr', text: 'Se her' });
    const activity = asking(id, id, 'hjælp');
    const together = [1, 2].map(() => tellBot(app, activity, signedByChannel(app)));
    for (const told of [...(await Promise.all(together)), await tellBot(app, activity, signedByChannel(app))])
      expect(told.status).toBe(200);
    await answered(id);
    await app.rowsAtRest();
    expect(await answersIn(id)).toHaveLength(1);
  });

  it('leaves other messages of people alone', async () => {
    const { id } = await app.driver.teams('POST', 'posts', { as: 'amr', text: 'hjælp' });
    await app.driver.reply('naestformand', id, 'status');
    await app.driver.local.teams.settled();
    await app.rowsAtRest();
    expect(await answersIn(id)).toEqual([]);
  });
});

describe('a mention in a question’s thread', () => {
  it('is a command where it is the whole of it, and an answer where it is not', async () => {
    const { meeting, root } = await question();
    await under(root, 'status');
    const nobody = await answered(root);
    expect(nobody).toContain('Punktet »Punkt 4« er i gang. Lone Krogh er ordstyrer.');
    expect(nobody).toContain('Der er åbent for svar. Ingen har svaret endnu.');
    await under(root, 'status er fin');
    await app.driver.sees('amr', ({ item }) => item?.round?.answers.length === 1);
    await under(root, 'help');
    expect(await answered(root, 2)).toMatch(/^This is what you can ask me for/);
    const { item } = (await app.driver.view('amr')).body;
    expect(item?.round?.answers.map(({ text }) => text)).toEqual(['status er fin']);
    expect(await answered(await mention('status'))).toContain('Der er åbent for svar. 1 har svaret.');
    await app.driver.close(meeting, 'r001');
    expect(await answered(await mention('status'))).toContain('Der er lukket for svar. 1 har svaret.');
  });
});

describe('ending by mention', () => {
  it('is the facilitator’s alone; others are told who that is', async () => {
    expect(await answered(await mention('afslut', 'amr'))).toContain(
      'Kun ordstyreren kan afslutte punktet. Det er Lone Krogh.',
    );
    expect(await isOpen()).toBe('open');
  });

  it('ends the item once, from the question’s thread too, and the digest can be asked for', async () => {
    const { root } = await app.driver.thread();
    const before = (await answersIn(root)).length;
    const { id } = await under(root, 'afslut', 'formand');
    expect(await answered(root, before + 1)).toContain('Punktet »Punkt 4« er afsluttet.');
    await app.driver.sees('amr', ({ item }) => item?.digest?.status === 'sent');
    // Another item is open when Teams tells of it again.
    await question();
    const told = await tellBot(app, asking(root, id, 'afslut', 'formand'), signedByChannel(app));
    expect(told.status).toBe(200);
    await app.rowsAtRest();
    expect(await isOpen()).toBe('open');
    expect(await answersIn(root)).toHaveLength(before + 1);
    const asked = await mention('opsamling');
    expect(await answered(asked)).toMatch(/^Den seneste opsamling er »Punkt 4«/);
    const digest = (await app.driver.channel()).find(({ cards }) => cardText(cards).startsWith('Opsamling · Punkt 4'));
    const [answer] = await answersIn(asked);
    expect(JSON.stringify(answer?.cards)).toContain(`parentMessageId=${digest?.root ?? 'none'}`);
  });

  it('works at the top of the channel and in English', async () => {
    expect(await answered(await mention('end', 'formand'))).toContain('has ended.');
    await app.driver.sees('formand', ({ item }) => item?.status === 'ended');
  });
});

describe('what was said to the bot', () => {
  it('stands in no row and no line of the log', async () => {
    const rows = await app.rowsAtRest();
    expect([...rows.keys()].filter((row) => row.includes('p!command!')).length).toBeGreaterThan(10);
    for (const row of rows.values()) expect(row).not.toContain(SECRET);
    expectNothingPersonal(app.log(), [SECRET]);
  });
});

/** A mention of the bot, as Teams would tell it. `root` is the message itself where it starts a thread. */
function asking(root: string, id: string, word: string, as = 'amr'): Activity {
  const { mri, name, oid } = personCalled(as);
  const text = '<at>MED-dialog</at>';
  const mentioned = { id: `28:${app.driver.local.teams.addresses.appId}`, name: 'MED-dialog' };
  const from = { id: mri, name, aadObjectId: oid };
  return replyActivity(app, root, {
    id,
    from,
    text: `${text} ${word}`,
    entities: [{ type: 'mention', mentioned, text }],
  });
}
