import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { CommitteeView, ErrorBody, MineView } from '#contract/responses';
import { CommitteeDriver, idOf } from './testing/committee.ts';

// What was sent, got lost on the way, and arrives when somebody has decided otherwise. The tests follow one another.
let committee: CommitteeDriver;
let meeting: string;

beforeAll(async () => {
  committee = await CommitteeDriver.start();
  meeting = await committee.driver.open(['3/1']);
  await committee.driver.put(meeting, '3/1');
  await committee.driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
});
afterAll(() => committee.driver.stop());

const own = (): string => addresses.answer(meeting, 'r001');
const room = (id: string): string => addresses.roomAnswer(meeting, 'r001', id);
const all = (): string => addresses.mine(committee.driver.committee);
/** A request as it is sent, and sent again. */
const sent = (as: string, path: string, more: object) => {
  const body = { command: randomUUID(), over: 0, ...more };
  return () => committee.driver.ask<CommitteeView & ErrorBody>(as, 'PUT', path, body);
};
const textsIn = ({ item }: CommitteeView) => item?.round?.answers.map(({ text }) => text);

describe('an answer that arrives again', () => {
  it('after it was deleted stays deleted', async () => {
    const write = sent('amr', own(), { text: 'Fortrudt' });
    expect((await write()).body.item?.round?.mine).toMatchObject({ text: 'Fortrudt', revision: 1 });
    await committee.ask('amr', 'DELETE', own(), { over: 1 });
    const { status, body } = await write();
    expect([status, body.item?.round?.mine, textsIn(body)]).toEqual([201, undefined, []]);
  });

  it('after everything of one’s own was deleted stays deleted', async () => {
    const write = sent('amr', own(), { text: 'Mine ord' });
    expect(textsIn((await write()).body)).toEqual(['Mine ord']);
    expect((await committee.ask('amr', 'DELETE', all())).status).toBe(200);
    expect(textsIn((await write()).body)).toEqual([]);
  });

  it('is still written anew by whoever wants to', async () => {
    expect(textsIn((await sent('amr', own(), { text: 'Alligevel' })()).body)).toEqual(['Alligevel']);
  });

  it('is not deleted by whoever saw an older one', async () => {
    expect(await committee.refusal('amr', 'DELETE', own(), { over: 1 })).toBe('412 AnswerChanged');
    const { revision } = (await committee.driver.view('amr')).body.item?.round?.mine ?? {};
    expect(textsIn((await committee.ask('amr', 'DELETE', own(), { over: revision })).body)).toEqual([]);
  });
});

describe('what is said in the room', () => {
  it('stays taken back when it arrives again', async () => {
    const say = sent('formand', room('said0001'), { text: 'Slettet linje' });
    expect(textsIn((await say()).body)).toEqual(['Slettet linje']);
    await committee.ask('formand', 'DELETE', room('said0001'), { over: 1 });
    expect(textsIn((await say()).body)).toEqual([]);
  });

  it('tells who wrote it down in somebody’s name, who deletes it for good', async () => {
    const say = sent('formand', room('said0002'), { text: 'Sagt', said: idOf('amr'), on: 'paper' });
    const [answer] = (await say()).body.item?.round?.answers ?? [];
    expect(answer).toMatchObject({ name: 'Anna Holm', mine: false, writtenBy: 'Lone Krogh', paper: true });
    const seen = (await committee.driver.view('amr')).body.item?.round?.answers ?? [];
    expect(seen).toMatchObject([{ id: 'osaid0002', mine: true, writtenBy: 'Lone Krogh' }]);
    const { body } = await committee.driver.ask<MineView>('amr', 'GET', all());
    expect(body.answers).toMatchObject([{ key: 'osaid0002', writtenBy: 'Lone Krogh' }]);
    const mine = addresses.mineAnswer(meeting, 'r001', 'osaid0002');
    expect(await committee.refusal('medlem2', 'DELETE', mine)).toBe('404 AnswerNotFound');
    expect(textsIn((await committee.ask('amr', 'DELETE', mine)).body)).toEqual([]);
    expect(textsIn((await say()).body)).toEqual([]);
    const anew = { text: 'Sagt igen', said: idOf('amr'), over: 0 };
    expect(await committee.refusal('formand', 'PUT', room('said0002'), anew)).toBe('404 AnswerNotFound');
  });
});

it('keeps what a side has agreed on where its chair writes on the card, and says so there', async () => {
  await sent('naestformand', own(), { text: 'Medarbejdersidens ordlyd', onBehalf: true })();
  const { root } = await committee.driver.thread();
  const reply = await committee.driver.teams<{ body?: { value?: string } }>('POST', `cards/${root}/execute`, {
    as: 'naestformand',
    verb: 'answer',
    data: { answer: 'Min egen mening' },
  });
  expect(JSON.stringify(reply)).toContain('på din sides vegne');
  const { answers } = (await committee.driver.view('amr')).body.item?.round ?? {};
  expect(answers).toMatchObject([{ side: 'employees', text: 'Medarbejdersidens ordlyd' }]);
});
