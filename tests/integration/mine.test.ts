import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { MineView } from '#contract/responses';
import { COMMITTEE } from '../../infra/local/teams/state.ts';
import type { Driver, SeenMessage } from '../support/driver.ts';
import { personCalled, replyActivity, signedByChannel, tellBot } from './testing/activities.ts';
import { cardText } from './testing/cards.ts';
import { expectRefused, sendAs } from './testing/refused.ts';
import type { Rows } from './testing/tableRows.ts';
import { expectNothingPersonal, startWatched, type Watched } from './testing/watched.ts';

// One person's answers from thread, card and panel, in an item that is over and in one that is open; another's beside them.
const WORDS = ['Anna i tråden', 'Anna på kortet', 'Anna i panelet', 'Anna igen'];
const OTHERS = ['Jens i tråden', 'Jens i panelet', 'Jens igen'];

let app: Watched;
let driver: Driver;
let ended: string;
let running: string;
let question: SeenMessage;
let reply: { id: string };

beforeAll(async () => {
  app = await startWatched();
  driver = app.driver;
  ended = await driver.open(['3/1', '3/2']);
  await driver.put(ended, '3/1');
  question = await posted();
  reply = await driver.reply('amr', question.root, 'Anna i tråden');
  await driver.reply('naestformand', question.root, 'Jens i tråden');
  const data = { as: 'amr', verb: 'answer', data: { answer: 'Anna på kortet' } };
  await driver.teams('POST', `cards/${question.id}/execute`, data);
  await driver.close(ended, 'r001');
  await driver.put(ended, '3/2');
  await posted();
  await driver.answer('amr', ended, 'r002', 'Anna i panelet');
  await driver.answer('naestformand', ended, 'r002', 'Jens i panelet');
  await driver.end(ended);
  await driver.sees('amr', ({ item }) => item?.digest?.status === 'sent');
  running = await driver.open(['3/3']);
  await driver.put(running, '3/3');
  await posted();
  await driver.answer('amr', running, 'r001', 'Anna igen');
  await driver.answer('naestformand', running, 'r001', 'Jens igen');
  await digestSays(['Alle 5 svar er med', ...WORDS.slice(0, 3)], []);
});
afterAll(() => app.stop());

/** The thread of the question that was just put. */
async function posted(): Promise<SeenMessage> {
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  return driver.thread();
}

async function digestSays(words: readonly string[], not: readonly string[]): Promise<void> {
  await driver.channelHas((messages) => {
    const text = messages.map(({ cards }) => cardText(cards)).find((one) => one.startsWith('Opsamling')) ?? '';
    return words.every((word) => text.includes(word)) && !not.some((word) => text.includes(word));
  });
}

const cardSays = (words: string) =>
  driver.channelHas((messages) => cardText(messages.find(({ id }) => id === question.id)?.cards ?? []).includes(words));

const mine = async (as: string): Promise<MineView> =>
  (await driver.ask<MineView>(as, 'GET', addresses.mine(driver.committee))).body;
const textsOf = async (as: string) => (await mine(as)).answers.map(({ text }) => text ?? '').toSorted();
const one = (meeting: string, round: string, key: string): string =>
  `${addresses.mineAnswer(meeting, round, key)}?command=${randomUUID()}`;
const all = (): string => `${addresses.mine(driver.committee)}?command=${randomUUID()}`;
/** Rows of answers and posts, which alone tell what somebody wrote. */
const inMeetings = (rows: Rows): Rows => new Map([...rows].filter(([key]) => key.startsWith('Meetings ')));

describe('what is stored about somebody', () => {
  it('is told to them, from every item, and nothing of another', async () => {
    const found = await mine('amr');
    expect(found.answers.map(({ text }) => text).toSorted()).toEqual(WORDS.toSorted());
    expect(found.answers.map(({ source }) => source).toSorted()).toEqual(['own', 'own', 'own', 'thread']);
    expect(found.person).toEqual({ person: personCalled('amr').oid, name: 'Anna Holm' });
    expect(found.answers[0]).toMatchObject({ meeting: running, item: 'Punkt 4', text: 'Anna igen', late: false });
    expect(found.answers.every(({ link }) => link?.includes(encodeURIComponent(COMMITTEE)))).toBe(true);
    expect(found.led).toEqual([]);
    expect((await mine('formand')).led).toHaveLength(2);
    const { name, oid } = personCalled('naestformand');
    for (const word of [name, oid, ...OTHERS]) expect(JSON.stringify(found)).not.toContain(word);
  });

  it('is nobody else’s to see or to delete', async () => {
    const before = inMeetings(await app.rowsAtRest());
    const outsider = { status: 403, code: 'NotMember' } as const;
    await expectRefused(await sendAs(driver, 'udenfor', 'GET', addresses.mine(driver.committee)), outsider);
    await expectRefused(await sendAs(driver, 'udenfor', 'DELETE', all()), outsider);
    const key = `t${reply.id}`;
    await expectRefused(await sendAs(driver, 'udenfor', 'DELETE', one(ended, 'r001', key)), outsider);
    const notFound = { status: 404, code: 'AnswerNotFound' } as const;
    await expectRefused(await sendAs(driver, 'naestformand', 'DELETE', one(ended, 'r001', key)), notFound);
    const own = `m${personCalled('amr').oid}`;
    await expectRefused(await sendAs(driver, 'formand', 'DELETE', one(ended, 'r001', own)), notFound);
    await expectRefused(await sendAs(driver, 'amr', 'DELETE', addresses.mine(driver.committee)), {
      status: 400,
      code: 'InputInvalid',
      field: 'command',
    });
    await expectRefused(await sendAs(driver, 'amr', 'DELETE', one(ended, 'r009', own)), {
      status: 404,
      code: 'RoundNotFound',
    });
    await expectRefused(await sendAs(driver, 'amr', 'DELETE', one(ended, 'r001', 'head/../?#')), notFound);
    expect(inMeetings(await app.rowsAtRest())).toEqual(before);
  });
});

describe('deleting one answer', () => {
  it('erases a reply for good, and card and digest follow', async () => {
    await cardSays('Der er lukket for svar. 3 svar er med.');
    const { status } = await driver.ask('amr', 'DELETE', one(ended, 'r001', `t${reply.id}`));
    expect(status).toBe(200);
    await cardSays('Der er lukket for svar. 2 svar er med.');
    await digestSays(['Alle 4 svar er med', 'Anna på kortet', 'Jens i tråden'], ['Anna i tråden']);
    expect(await textsOf('amr')).toEqual(WORDS.filter((words) => words !== 'Anna i tråden').toSorted());
    // What they wrote in Teams is theirs to delete there.
    const inTeams = (await driver.channel()).find(({ id }) => id === reply.id);
    expect(inTeams?.text).toContain('Anna i tråden');
  });

  it('changes nothing when it is asked again, nor when Teams brings the message again, edited or not', async () => {
    const before = inMeetings(await app.rowsAtRest());
    const { id } = reply;
    expect((await driver.ask('amr', 'DELETE', one(ended, 'r001', `t${id}`))).status).toBe(200);
    const again = replyActivity(app, question.root, { id, timestamp: new Date(Number(id)).toISOString() });
    expect((await tellBot(app, again, signedByChannel(app))).status).toBe(200);
    await driver.teams('PUT', `messages/${id}`, { as: 'amr', text: 'Anna i tråden, rettet' });
    await driver.local.teams.settled();
    expect(inMeetings(await app.rowsAtRest())).toEqual(before);
    expect(JSON.stringify([...before])).not.toContain('Anna i tråden');
  });
});

describe('deleting all', () => {
  it('leaves no word of theirs in the tables or in what the bot has posted, and every word of the others', async () => {
    const kept = (rows: Rows) => [...inMeetings(rows)].filter(([, row]) => OTHERS.some((words) => row.includes(words)));
    const before = kept(await app.rowsAtRest());
    expect(before).toHaveLength(3);
    expect((await driver.ask('amr', 'DELETE', all())).status).toBe(200);
    expect(await textsOf('amr')).toEqual([]);
    expect(await textsOf('naestformand')).toEqual(OTHERS.toSorted());
    await cardSays('Der er lukket for svar. 1 svar er med.');
    await digestSays(['Alle 2 svar er med', 'Jens i tråden', 'Jens i panelet'], ['Anna']);
    await driver.channelHas((messages) =>
      messages.every(({ from, text, cards }) => from !== 'bot' || !/Anna /.test(text + JSON.stringify(cards))),
    );
    const after = await app.rowsAtRest();
    expect(kept(after)).toEqual(before);
    for (const words of WORDS) expect(JSON.stringify([...after])).not.toContain(words);
    const { deleted } = await mine('amr');
    expect(deleted.map(({ source }) => source)).toEqual(['own', 'own', 'own']);
  });

  it('changes nothing the second time, and lets the person answer anew', async () => {
    const before = inMeetings(await app.rowsAtRest());
    expect((await driver.ask('amr', 'DELETE', all())).status).toBe(200);
    expect(inMeetings(await app.rowsAtRest())).toEqual(before);
    expect((await driver.answer('amr', running, 'r001', 'Anna på ny')).status).toBe(201);
    expect(await textsOf('amr')).toEqual(['Anna på ny']);
  });

  it('leaves nothing personal in the log', () => {
    expectNothingPersonal(app.log(), [...WORDS, ...OTHERS, 'Anna på ny']);
  });
});
