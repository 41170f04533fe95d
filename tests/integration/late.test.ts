import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { ErrorBody } from '#contract/responses';
import { Driver, type SeenMessage } from '../support/driver.ts';
import { cardText } from './testing/cards.ts';

// What comes after closing, and what comes twice.
let driver: Driver;
let meeting: string;
let question: SeenMessage;
const own = (): string => addresses.answer(meeting, 'r001');
const remove = (as: string) => driver.ask(as, 'DELETE', `${own()}?command=${randomUUID()}`);

beforeAll(async () => {
  driver = await Driver.start();
  meeting = await driver.open(['3/1', '3/2', '3/3']);
  await driver.put(meeting, '3/1');
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  question = await driver.thread();
});
afterAll(() => driver.stop());

/** Waits until the question's own card says something, and nothing else of its kind was posted. */
async function cardSays(words: string): Promise<void> {
  await driver.channelHas((messages) =>
    cardText(messages.find(({ id }) => id === question.id)?.cards ?? []).includes(words),
  );
}
const threads = async (): Promise<readonly SeenMessage[]> =>
  (await driver.channel()).filter(({ id, root, from }) => from === 'bot' && id === root);
const digests = async (): Promise<readonly SeenMessage[]> =>
  (await threads()).filter(({ cards }) => cardText(cards).startsWith('Opsamling'));

describe('the same wish once more', () => {
  it('changes nothing where an answer is sent again, whatever it says', async () => {
    const body = { command: 'command-answer', text: 'Første', over: 0 };
    await driver.ask('medlem1', 'PUT', own(), body);
    const again = await driver.ask('medlem1', 'PUT', own(), { ...body, text: 'Andet' });
    expect(again.status).toBe(201);
    expect(again.body.item?.round?.mine?.text).toBe('Første');
  });

  it('writes nothing over an answer that the person has not seen, and shows it', async () => {
    const refused = await driver.ask<ErrorBody>('medlem1', 'PUT', own(), {
      command: 'command-other',
      text: 'Fra et andet vindue',
      over: 0,
    });
    expect([refused.status, refused.body.code]).toEqual([412, 'AnswerChanged']);
    expect(refused.body.view?.item?.round?.mine).toMatchObject({ text: 'Første', revision: 1 });
  });

  it('closes once', async () => {
    const path = addresses.closing(meeting, 'r001');
    const first = await driver.ask('formand', 'POST', path, { command: 'command-close' });
    const second = await driver.ask('formand', 'POST', path, { command: 'command-close' });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.item?.round?.closedAt).toBe(first.body.item?.round?.closedAt);
  });

  it('of two that press at once puts one question, and tells the other who was first', async () => {
    const path = addresses.rounds(meeting);
    const ask = (question: string) =>
      driver.ask<ErrorBody>('formand', 'POST', path, { command: randomUUID(), question });
    const [one, other] = await Promise.all([ask('3/2'), ask('3/3')]);
    const [won, lost] = one.status < other.status ? [one, other] : [other, one];
    expect([won.status, lost.status]).toEqual([201, 409]);
    expect(lost.body.code).toBe('RoundStillOpen');
    expect(lost.body.view?.item?.round).toMatchObject({ id: 'r002', status: 'open', putBy: 'Lone Krogh' });
    expect(lost.body.view?.item?.plan.filter(({ status }) => status === 'open')).toHaveLength(1);
    await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
    expect(await threads()).toHaveLength(2);
  });

  it('puts a question once', async () => {
    await driver.close(meeting, 'r002');
    const { plan } = (await driver.view('formand')).body.item ?? {};
    const body = { command: 'command-put', question: plan?.find(({ status }) => status === 'waiting')?.id };
    const answers = await Promise.all(
      [1, 2, 3].map(() => driver.ask('formand', 'POST', addresses.rounds(meeting), body)),
    );
    expect(answers.map(({ status, body: view }) => [status, view.item?.round?.id])).toEqual([
      [201, 'r003'],
      [201, 'r003'],
      [201, 'r003'],
    ]);
    await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
    expect(await threads()).toHaveLength(3);
  });
});

describe('after closing', () => {
  let reply: { id: string };

  it('a first answer counts, from the thread and from the panel', async () => {
    await cardSays('Der er lukket for svar. 1 svar er med.');
    reply = await driver.reply('amr', question.root, 'Sent fra tråden');
    await cardSays('Der er lukket for svar. 2 svar er med.');
    expect((await driver.answer('naestformand', meeting, 'r001', 'Sent fra panelet')).status).toBe(201);
    await cardSays('Der er lukket for svar. 3 svar er med.');
  });

  it('one’s own answer cannot be changed, and one sees how things stand', async () => {
    for (const as of ['medlem1', 'naestformand']) {
      const { status, body } = await driver.ask<ErrorBody>(as, 'PUT', own(), {
        command: randomUUID(),
        text: 'Andet',
        over: 1,
      });
      expect([status, body.code]).toEqual([409, 'RoundClosed']);
      expect(body.view?.item?.round?.id).toBe('r003');
    }
  });

  it('one’s own answer can be deleted, with its echo, and whoever has none is told so', async () => {
    expect((await remove('medlem1')).status).toBe(200);
    await cardSays('Der er lukket for svar. 2 svar er med.');
    await driver.channelHas((messages) => messages.filter(({ onBehalfOf }) => onBehalfOf !== null).length === 1);
    const { status, body } = await driver.ask<ErrorBody>('medlem2', 'DELETE', `${own()}?command=${randomUUID()}`);
    expect([status, body.code]).toEqual([404, 'AnswerNotFound']);
  });

  it('the digest says who came late, and follows what changes, in place', async () => {
    await driver.end(meeting);
    const digestSays = async (words: readonly string[], not: readonly string[] = []): Promise<SeenMessage> => {
      await driver.channelHas((messages) => {
        const text = messages.map(({ cards }) => cardText(cards)).find((one) => one.startsWith('Opsamling')) ?? '';
        return words.every((word) => text.includes(word)) && !not.some((word) => text.includes(word));
      });
      const [only, ...more] = await digests();
      expect(more).toEqual([]);
      if (only === undefined) throw new Error('there is no digest');
      return only;
    };
    const late = ['Anna Holm · kommet senere', 'Jens Bro · kommet senere'];
    const { id } = await digestSays(['Alle 2 svar er med', 'Sent fra tråden', 'Sent fra panelet', ...late]);

    await driver.teams('PUT', `messages/${reply.id}`, { as: 'amr', text: 'Rettet efter mødet' });
    expect((await digestSays(['Rettet efter mødet', ...late], ['Sent fra tråden'])).id).toBe(id);

    await driver.reply('medlem2', question.root, 'Efter mødet');
    await remove('naestformand');
    expect((await digestSays(['Alle 2 svar er med', 'Fatima Yıldız · kommet senere'], ['Jens Bro'])).id).toBe(id);

    await driver.teams('DELETE', `messages/${reply.id}?as=amr`);
    expect((await digestSays(['Det ene svar er med'], ['Rettet efter mødet', 'Anna Holm'])).id).toBe(id);
    await cardSays('Der er lukket for svar. 1 svar er med.');
    expect(await threads()).toHaveLength(4);
  });
});
