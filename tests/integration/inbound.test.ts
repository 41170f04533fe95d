import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import { isLiving, ownKey } from '#dialogue/answer';
import type { AnswerView, CommitteeView } from '#dialogue/meetingView';
import { placeOfLink } from '#dialogue/link';
import { botText } from '#render/botText';
import { DEFAULT_SWITCHES, type Switches } from '../../infra/local/teams/world.ts';
import type { Driver, SeenMessage } from '../support/driver.ts';
import { cardText } from './testing/cards.ts';
import { CommitteeDriver, idOf } from './testing/committee.ts';

// What Teams brings again, late, in another order or without words, as the stand-in's switches have it.
const text = botText('da');
let committee: CommitteeDriver;
let driver: Driver;
let meeting: string;
let round = 'r001';
let question: SeenMessage;

beforeAll(async () => {
  committee = await CommitteeDriver.start();
  driver = committee.driver;
  meeting = await driver.open(['3/1', '3/2']);
  await driver.put(meeting, '3/1');
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  question = await driver.thread();
});
afterEach(async () => {
  await driver.local.teams.settled();
  await set(DEFAULT_SWITCHES);
});
afterAll(() => driver.stop());

const set = (switches: Partial<Switches>) => driver.teams('PUT', 'switches', { as: 'formand', ...switches });
const act = async (method: string, path: string, body?: object): Promise<void> => {
  await driver.teams(method, path, body);
  await driver.local.teams.settled();
};
/** What is kept of somebody's answers: panels are shown what is half a second old. */
const keptOf = async (name: string) => {
  const { answers } = await committee.store.readRoundOn(meeting, round);
  return answers.filter((answer) => isLiving(answer) && answer.author?.name === name).map((answer) => answer.text);
};
/** Waits until panels show so many answers of somebody's, or the ones that are meant. */
const shown = async (name: string, isSo: (answers: readonly AnswerView[]) => boolean): Promise<AnswerView> => {
  const of = ({ item }: CommitteeView) => item?.round?.answers.filter((answer) => answer.name === name) ?? [];
  const [answer] = of(await driver.sees('formand', (view) => isSo(of(view))));
  return answer ?? expect.fail('there is none');
};
const placeOf = ({ link = '' }: AnswerView) => placeOfLink(link, driver.committee);

describe('a press of the card that Teams brings again under a new id', () => {
  const name = 'Søren Ødegård';
  const press = (answer: string) =>
    driver.teams<{ body: unknown }>('POST', `cards/${question.id}/execute`, {
      ...{ as: 'medlem1', verb: 'answer', data: { answer } },
    });
  const again = () =>
    driver.teams<{ status: number; body: unknown }>('POST', `cards/${question.id}/again`, { as: 'medlem1' });
  const own = async () => (await committee.store.readAnswer(meeting, round, ownKey(idOf('medlem1'))))?.value;
  const echoes = async () => (await driver.channel()).filter(({ onBehalfOf }) => onBehalfOf === name);

  it('is one answer, with one echo', async () => {
    await set({ presses: false });
    await press('Fra kortet');
    await driver.local.teams.settled();
    expect(await keptOf(name)).toEqual(['Fra kortet']);
    await driver.channelHas((messages) => messages.some(({ onBehalfOf }) => onBehalfOf === name));
    expect((await again()).status).toBe(200);
    expect(await own()).toMatchObject({ text: 'Fra kortet', revision: 1 });
    expect(await echoes()).toHaveLength(1);
  });

  it('writes nothing over what came later in the panel', async () => {
    expect((await driver.answer('medlem1', meeting, 'r001', 'Nyere, fra panelet', 1)).status).toBe(201);
    expect((await again()).status).toBe(200);
    expect(await keptOf(name)).toEqual(['Nyere, fra panelet']);
    expect(await own()).toMatchObject({ text: 'Nyere, fra panelet', revision: 2 });
  });

  it('brings back nothing that was deleted, and says so', async () => {
    const path = `${addresses.answer(meeting, 'r001')}?command=${randomUUID()}`;
    expect((await driver.ask('medlem1', 'DELETE', path)).status).toBe(200);
    expect(JSON.stringify((await again()).body)).toContain(text('answer.deleted'));
    expect(await keptOf(name)).toEqual([]);
    await driver.channelHas((messages) => messages.every(({ onBehalfOf }) => onBehalfOf !== name));
  });
});

describe('what becomes of a reply before Teams tells of the reply', () => {
  it.each([
    ['an edit', 'PUT', { as: 'naestformand', text: 'Rettet' }, ['Rettet']],
    ['a deletion', 'DELETE', undefined, ['Rettet']],
  ] as const)('is what counts: %s', async (_, method, body, left) => {
    await set({ inOrder: false });
    const { id } = await driver.reply('naestformand', question.root, 'Først skrevet');
    await act(method, `messages/${id}${body === undefined ? '?as=naestformand' : ''}`, body);
    expect(await keptOf('Jens Bro')).toEqual(left);
  });
});

describe('a reply that is brought back after its deletion', () => {
  const name = 'Anna Holm';
  let reply: { id: string };
  const remove = () => act('DELETE', `messages/${reply.id}?as=amr`);
  const undelete = () => act('POST', `messages/${reply.id}/undelete`, { as: 'amr' });

  it('is an answer again, with its words where Teams tells them', async () => {
    reply = await driver.reply('amr', question.root, 'Slettet og fortrudt');
    await remove();
    expect(await keptOf(name)).toEqual([]);
    await undelete();
    expect(await keptOf(name)).toEqual(['Slettet og fortrudt']);
  });

  it('is an answer without its words, and with a link, where Teams leaves them out', async () => {
    await remove();
    await set({ editText: false });
    await undelete();
    expect(await keptOf(name)).toEqual([undefined]);
    const answer = await shown(name, ([only]) => only !== undefined && only.text === undefined);
    expect(placeOf(answer)).toEqual({ root: question.root, message: reply.id });
  });

  it('has its words again once the thread is read, and the link is gone', async () => {
    await driver.close(meeting, 'r001');
    await driver.sees('formand', ({ item }) => item?.round?.readBack === 'complete');
    const answer = await shown(name, ([only]) => only?.text === 'Slettet og fortrudt');
    expect(answer.link).toBeUndefined();
  });

  it('is read at once where that happens after closing', async () => {
    await remove();
    expect(await keptOf(name)).toEqual([]);
    await set({ editText: false });
    await undelete();
    await expect.poll(() => keptOf(name), PATIENCE).toEqual(['Slettet og fortrudt']);
  });
});

describe('a reply that is but a picture or a file', () => {
  const kinds = [
    ['picture', 'medlem1', 'Søren Ødegård'],
    ['file', 'medlem2', 'Fatima Yıldız'],
  ] as const;
  const sent = new Map<string, string>();

  it.each(kinds)('is kept as such from when it comes, with a link to it: %s', async (attached, as, name) => {
    if (attached === 'picture') {
      await driver.put(meeting, '3/2');
      await driver.sees('amr', ({ item }) => item?.round?.id === 'r002' && item.round.post.status === 'sent');
      [question, round] = [await driver.thread(), 'r002'];
    }
    const { id } = await driver.teams('POST', `posts/${question.root}/replies`, { as, attached });
    sent.set(attached, id);
    await driver.local.teams.settled();
    expect(await keptOf(name)).toEqual(['']);
    const answer = await shown(name, (answers) => answers.length === 1);
    expect(answer).toMatchObject({ text: '', source: 'thread', edited: false });
    expect(placeOf(answer)).toEqual({ root: question.root, message: id });
  });

  it.each(kinds)('with words is these words, and nothing else: %s', async (attached) => {
    const body = { as: 'amr', text: `Se vedlagte: ${attached}`, attached };
    const { id } = await driver.teams('POST', `posts/${question.root}/replies`, body);
    await driver.local.teams.settled();
    expect(await keptOf('Anna Holm')).toContain(body.text);
    await act('PUT', `messages/${id}`, { as: 'amr', text: `Rettet: ${attached}` });
    expect(await keptOf('Anna Holm')).toContain(`Rettet: ${attached}`);
  });

  it('is counted on the card, and is the same after the thread was read', async () => {
    // That nobody told of these makes no difference.
    await set({ messages: false });
    for (const attached of ['picture', 'file'])
      await driver.teams('POST', `posts/${question.root}/replies`, { as: 'naestformand', attached });
    await driver.close(meeting, 'r002');
    const { item } = await driver.sees(
      'formand',
      (view) => view.item?.round?.readBack === 'complete' && view.item.round.answers.length === 6,
    );
    const wordless = item?.round?.answers.filter((answer) => answer.link !== undefined) ?? [];
    expect(wordless.map((answer) => [answer.name, answer.text])).toEqual([
      ['Søren Ødegård', ''],
      ['Fatima Yıldız', ''],
      ['Jens Bro', ''],
      ['Jens Bro', ''],
    ]);
    await driver.channelHas((messages) => {
      const card = messages.find(({ id }) => id === question.id);
      return cardText(card?.cards ?? []).includes(text('question.closed', { count: 6 }));
    });
  });

  it('is in the digest, which leads to it and says that all are there', async () => {
    await driver.end(meeting);
    const messages = await driver.channelHas((all) =>
      all.some(({ cards }) => cardText(cards).includes(text('digest.all', { count: 8 }))),
    );
    const digest = messages.find(({ cards }) => cardText(cards).startsWith('Opsamling'));
    const words = cardText(digest?.cards ?? []);
    expect(words.split(text('digest.noText'))).toHaveLength(5);
    expect(words).not.toContain('image');
    const places = urlsIn(digest?.cards ?? []).map((url) => placeOfLink(url, driver.committee)?.message);
    for (const [, id] of sent) expect(places).toContain(id);
  });

  it('is gone from the digest when it is deleted, and there again when that is taken back', async () => {
    const digestSays = (count: number) =>
      driver.channelHas((all) => all.some(({ cards }) => cardText(cards).includes(text('digest.all', { count }))));
    await act('DELETE', `messages/${String(sent.get('picture'))}?as=medlem1`);
    await digestSays(7);
    await act('POST', `messages/${String(sent.get('picture'))}/undelete`, { as: 'medlem1' });
    await digestSays(8);
  });
});

/** A change that is read back from Graph is told by nobody. */
const PATIENCE = { timeout: 20_000 };

const urlsIn = (cards: readonly object[]): readonly string[] =>
  [...JSON.stringify(cards).matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url);
