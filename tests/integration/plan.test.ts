import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { CommitteeView, MaterialsView } from '#contract/responses';
import { MATERIAL } from '../support/driver.ts';
import { CommitteeDriver, idOf } from './testing/committee.ts';

// The next item is prepared by two who do not know of each other, opened, and put.
const OWN = { id: 'own/12345678', own: 'Hvad kan vi gøre på mandag?' };
let committee: CommitteeDriver;

beforeAll(async () => {
  committee = await CommitteeDriver.start({ names: 'hidden' });
});
afterAll(() => committee.driver.stop());

const view = async (as: string): Promise<CommitteeView> => (await committee.driver.view(as)).body;
const change = (as: string, id: string, base: readonly object[], plan: readonly object[], more: object = {}) =>
  committee.ask(as, 'PUT', addresses.plan(id), { material: MATERIAL, base, plan, ...more });

describe('an item', () => {
  it('is prepared by two at once, opened, and its question put as they wrote it', async () => {
    const begun = [{ question: '3/1' }, { question: '4/4', sentence: 1, minutes: 3 }];
    const id = await committee.plan('naestformand', begun);
    // Both begin from what was prepared first. One writes an angle, the other adds a question and moves.
    const [first, second] = begun;
    const angled = { ...second, angle: ' Efter en hård vinter ' };
    const [one, other] = await Promise.all([
      change('naestformand', id, begun, [first ?? {}, angled], { title: ' Succeser ' }),
      change('medlem1', id, begun, [{ ...OWN, minutes: 5 }, second ?? {}, first ?? {}]),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const { next } = await committee.driver.sees('formand', (seen) => seen.next?.title === 'Succeser');
    expect(next?.plan.map((question) => [question.id, question.minutes, question.angle])).toEqual([
      [OWN.id, 5, undefined],
      ['4/4', 3, 'Efter en hård vinter'],
      ['3/1', 8, undefined],
    ]);
    expect((await view('amr')).next).toBeUndefined();

    // Nothing can be led on yet.
    expect(await committee.refusal('naestformand', 'POST', addresses.rounds(id), { question: '4/4' })).toBe(
      '409 MeetingNotOpen',
    );
    const opened = await committee.ask('medlem1', 'POST', addresses.opening(id));
    expect([opened.status, opened.body.item?.id, opened.body.item?.lead]).toEqual([
      200,
      id,
      { name: 'Søren Ødegård', mine: true },
    ]);
    expect(opened.body.next).toBeUndefined();
    expect(await committee.refusal('naestformand', 'POST', addresses.opening(id))).toBe('409 MeetingAlreadyOpen');

    const put = await committee.ask('medlem1', 'POST', addresses.rounds(id), { question: '4/4' });
    const round = put.body.item?.round;
    const sentence = 'Hvordan fejrer vi vores succeser sammen?';
    expect(round?.question).toEqual({ text: sentence, points: [], angle: 'Efter en hård vinter' });
    expect(Date.parse(round?.endsAt ?? '') - Date.parse(round?.putAt ?? '')).toBe(180_000);
    expect(put.body.item?.names).toBe('hidden');
    const messages = await committee.driver.channelHas((all) =>
      all.some(({ cards }) => JSON.stringify(cards).includes(sentence)),
    );
    const card = JSON.stringify(messages.find(({ cards }) => JSON.stringify(cards).includes(sentence))?.cards);
    expect(card).toContain('Efter en hård vinter');
    // The sentence alone was put.
    expect(card).not.toContain('Hvad er egentlig en succes');

    // Names hidden: everybody's own, nobody else's.
    await committee.driver.answer('amr', id, 'r001', 'Med kage');
    const seen = await committee.driver.sees('medlem2', ({ item }) => item?.round?.answers.length === 1);
    expect(JSON.stringify(seen)).not.toMatch(/Anna Holm/);
    expect((await view('amr')).item?.round?.answers[0]).toMatchObject({ name: 'Anna Holm', mine: true });

    const longer = await committee.ask('medlem1', 'POST', addresses.extension(id, 'r001'));
    expect(Date.parse(longer.body.item?.round?.endsAt ?? '') - Date.parse(round?.putAt ?? '')).toBe(300_000);
    const shown = await committee.ask('medlem1', 'POST', addresses.screen(id), { screen: 'answers' });
    expect(shown.body.item?.screen).toBe('answers');
    expect(await committee.refusal('medlem1', 'POST', addresses.screen(id), { screen: 'kat' })).toBe(
      '400 InputInvalid screen',
    );
    expect((await committee.ask('medlem1', 'POST', addresses.ending(id))).status).toBe(200);
  });
});

describe('what is being prepared', () => {
  let id: string;
  const BEGUN = [{ question: '3/1', minutes: 5 }];
  beforeAll(async () => {
    id = await committee.plan('formand', BEGUN, 'Næste');
  });
  afterEach(async () => {
    // Nothing is lost, and nothing changed, by what was refused.
    const { next } = await view('formand');
    expect([next?.title, next?.plan.map(({ id: question, minutes }) => [question, minutes])]).toEqual([
      'Næste',
      [['3/1', 5]],
    ]);
  });

  it('is one', async () => {
    const another = { title: 'Endnu et', material: MATERIAL, plan: [{ question: '1/1' }] };
    expect(await committee.refusal('medlem1', 'POST', addresses.plans(committee.driver.committee), another)).toBe(
      '409 MeetingAlreadyPlanned',
    );
  });

  it('is told to whoever changes what somebody else has changed otherwise', async () => {
    const body = { material: MATERIAL, base: [{ question: '3/1' }], plan: [{ question: '3/1', minutes: 9 }] };
    const refused = await committee.ask<{ code: string; view?: CommitteeView }>(
      'medlem1',
      'PUT',
      addresses.plan(id),
      body,
    );
    expect([refused.status, refused.body.code]).toEqual([412, 'PlanChanged']);
    expect(refused.body.view?.next?.plan.map(({ minutes }) => minutes)).toEqual([5]);
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `own/${1e7 + index}`, own: 'Hvad?' }));
  it.each<readonly [string, object, string]>([
    ['no question', { plan: [] }, '400 InputInvalid plan'],
    ['200 questions', { plan: many(200) }, '400 PlanTooLong plan'],
    ['201 questions', { plan: many(201) }, '400 InputInvalid plan'],
    ['0 minutes', { plan: [{ question: '3/1', minutes: 0 }] }, '400 MinutesOutOfRange plan'],
    ['10,000 minutes', { plan: [{ question: '3/1', minutes: 10_000 }] }, '400 MinutesOutOfRange plan'],
    ['half a minute', { plan: [{ question: '3/1', minutes: 0.5 }] }, '400 InputInvalid plan.0'],
    [
      'an own question of 5,000 characters',
      { plan: [{ ...OWN, own: 'x'.repeat(5_000) }] },
      '400 InputInvalid plan.0.own',
    ],
    ['an own question of blanks', { plan: [{ ...OWN, own: ' \n\t ' }] }, '400 InputInvalid plan.0.own'],
    ['an angle of 301 characters', { plan: [{ question: '3/1', angle: 'x'.repeat(301) }] }, '400 AngleTooLong plan'],
    [
      'an angle of 5,000 characters',
      { plan: [{ question: '3/1', angle: 'x'.repeat(5_000) }] },
      '400 InputInvalid plan.0.angle',
    ],
    ['a title of blanks', { title: ' \n ', plan: BEGUN }, '400 InputInvalid title'],
    ['a question that is not there', { plan: [{ question: '9/9' }] }, '404 QuestionUnknown'],
    ['a sentence that is not there', { plan: [{ question: '4/4', sentence: 3 }] }, '404 QuestionUnknown'],
    ['a sentence before the first', { plan: [{ question: '4/4', sentence: -1 }] }, '400 InputInvalid plan.0.sentence'],
    ['a material that is not there', { material: 'et-andet', plan: BEGUN }, '404 QuestionUnknown'],
    ['no base', { base: undefined, plan: BEGUN }, '400 InputInvalid base'],
  ])('is not changed to %s', async (_, body, refusal) => {
    const whole = { material: MATERIAL, base: BEGUN, ...body };
    expect(await committee.refusal('formand', 'PUT', addresses.plan(id), whole)).toBe(refusal);
  });

  it('has no lead to hand over and no room to write in before it is opened', async () => {
    const ask = (path: string, body: object) => committee.refusal('formand', 'POST', path, body);
    expect(await ask(addresses.lead(id), { to: idOf('amr') })).toBe('409 MeetingNotOpen');
    expect(await ask(addresses.scribe(id), { scribe: idOf('amr') })).toBe('409 MeetingNotOpen');
    expect(await ask(addresses.ending(id), {})).toBe('409 MeetingNotOpen');
    const said = { text: 'Hej', over: 0 };
    const room = addresses.roomAnswer(id, 'r001', '12345678');
    expect(await committee.refusal('formand', 'PUT', room, said)).toBe('404 RoundNotFound');
  });
});

it('throws away what was prepared, twice if need be, but not what is open', async () => {
  const id = (await view('formand')).next?.id ?? '';
  expect((await committee.ask('medlem1', 'DELETE', addresses.plan(id))).body.next).toBeUndefined();
  expect((await committee.ask('medlem1', 'DELETE', addresses.plan(id))).status).toBe(200);
  expect(await committee.refusal('formand', 'POST', addresses.opening(id))).toBe('404 MeetingNotFound');
  const open = await committee.driver.open(['3/1']);
  expect(await committee.refusal('formand', 'DELETE', addresses.plan(open))).toBe('409 MeetingAlreadyOpen');
});

it('offers each question with its sentences', async () => {
  const { body } = await committee.driver.ask<MaterialsView>(
    'amr',
    'GET',
    addresses.materials(committee.driver.committee),
  );
  const questions = body.materials.flatMap(({ themes }) => themes.flatMap((theme) => theme.questions));
  expect(questions).toHaveLength(16);
  for (const { text, sentences } of questions) expect(sentences.join(' ')).toBe(text);
  expect(questions.find(({ id }) => id === '4/4')?.sentences).toHaveLength(3);
});
