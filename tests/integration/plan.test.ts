import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { CommitteeView, MaterialsView } from '#contract/responses';
import { MATERIAL, type SeenMessage } from '../support/driver.ts';
import { CommitteeDriver, idOf } from './testing/committee.ts';

// The next item is prepared by two who do not know of each other, opened, and put.
const OWN = { id: 'own/12345678', own: 'Hvad kan vi gøre på mandag?' };
let committee: CommitteeDriver;

beforeAll(async () => {
  committee = await CommitteeDriver.start({ names: 'hidden' });
});
afterAll(() => committee.driver.stop());

/** How long a question has, in milliseconds. */
const timeOf = ({ item }: CommitteeView): number =>
  Date.parse(item?.round?.endsAt ?? '') - Date.parse(item?.round?.putAt ?? '');
const hasCard = (words: string) => (messages: readonly SeenMessage[]) => cardWith(messages, words) !== undefined;
const cardWith = (messages: readonly SeenMessage[], words: string): string | undefined =>
  messages.map(({ cards }) => JSON.stringify(cards)).find((card) => card.includes(words));
const view = async (as: string): Promise<CommitteeView> => (await committee.driver.view(as)).body;
const change = (as: string, id: string, base: readonly object[], plan: readonly object[], more: object = {}) =>
  committee.ask(as, 'PUT', addresses.plan(id), { material: MATERIAL, base, plan, ...more });

describe('an item from its preparation to its end', () => {
  const SENTENCE = 'Hvordan fejrer vi vores succeser sammen?';
  const [first, second] = [{ question: '3/1' }, { question: '4/4', sentence: 1, minutes: 3 }];
  let id: string;
  beforeAll(async () => {
    id = await committee.plan('naestformand', [first, second]);
  });

  it('is changed by two at once, and has what both wrote', async () => {
    const begun = [first, second];
    const angled = { ...second, angle: ' Efter en hård vinter ' };
    const [one, other] = await Promise.all([
      change('naestformand', id, begun, [first, angled], { title: ' Succeser ' }),
      change('medlem1', id, begun, [{ ...OWN, minutes: 5 }, second, first]),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const { next } = await committee.driver.sees('formand', (seen) => seen.next?.title === 'Succeser');
    expect(next?.plan.map((question) => [question.id, question.minutes, question.angle])).toEqual([
      [OWN.id, 5, undefined],
      ['4/4', 3, 'Efter en hård vinter'],
      ['3/1', 8, undefined],
    ]);
    expect((await view('amr')).next).toBeUndefined();
  });

  it('is not led before it is opened, and then by whoever opened it', async () => {
    const put = committee.refusal('naestformand', 'POST', addresses.rounds(id), { question: '4/4' });
    // Who began to prepare it may not even lead it: nobody does yet.
    expect(await put).toBe('409 MeetingNotOpen');
    const { status, body } = await committee.ask('medlem1', 'POST', addresses.opening(id));
    const lead = { name: 'Søren Ødegård', mine: true };
    expect([status, body.item?.id, body.item?.lead, body.next]).toEqual([200, id, lead, undefined]);
    expect(await committee.refusal('naestformand', 'POST', addresses.opening(id))).toBe('409 MeetingAlreadyOpen');
  });

  it('puts the one sentence with the committee’s angle above it, on the card and in the panel', async () => {
    const { body } = await committee.ask('medlem1', 'POST', addresses.rounds(id), { question: '4/4' });
    expect(body.item?.round?.question).toEqual({ text: SENTENCE, points: [], angle: 'Efter en hård vinter' });
    const card = cardWith(await committee.driver.channelHas(hasCard(SENTENCE)), SENTENCE);
    expect(card).toContain('Efter en hård vinter');
    expect(card).not.toContain('Hvad er egentlig en succes');
  });

  it('has the minutes that were planned, and two more where they are asked for', async () => {
    expect(timeOf(await view('amr'))).toBe(180_000);
    expect(timeOf((await committee.ask('medlem1', 'POST', addresses.extension(id, 'r001'))).body)).toBe(300_000);
  });

  it('names nobody but oneself where the committee hides names', async () => {
    await committee.driver.answer('amr', id, 'r001', 'Med kage');
    const seen = await committee.driver.sees('medlem2', ({ item }) => item?.round?.answers.length === 1);
    expect(seen.item?.names).toBe('hidden');
    expect(JSON.stringify(seen)).not.toContain('Anna Holm');
    expect((await view('amr')).item?.round?.answers).toMatchObject([{ name: 'Anna Holm', mine: true }]);
  });

  it('shows its answers on the big screen when its lead says so, and ends', async () => {
    const show = (screen: string) => committee.ask('medlem1', 'POST', addresses.screen(id), { screen });
    expect((await show('answers')).body.item?.screen).toBe('answers');
    const none = committee.refusal('medlem1', 'POST', addresses.screen(id), { screen: 'kat' });
    expect(await none).toBe('400 InputInvalid screen');
    expect((await committee.ask('medlem1', 'POST', addresses.ending(id))).body.item?.status).toBe('ended');
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
    ['a material that is not there', { material: 'et-andet', plan: BEGUN }, '404 MaterialUnknown'],
    [
      'two sentences of one question',
      { plan: [0, 1].map((sentence) => ({ question: '4/4', sentence })) },
      '400 QuestionTwice plan',
    ],
    [
      'a name where somebody has given it another',
      { title: 'Mit navn', baseTitle: 'Før', plan: BEGUN },
      '412 PlanChanged',
    ],
    ['what somebody else has taken out', { base: [...BEGUN, OWN], plan: [OWN] }, '412 PlanChanged'],
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
  const over = await committee.driver.open(['3/1']);
  await committee.driver.end(over);
  expect(await committee.refusal('formand', 'DELETE', addresses.plan(over))).toBe('409 MeetingEnded');
  const open = await committee.driver.open(['3/1']);
  expect(await committee.refusal('formand', 'DELETE', addresses.plan(open))).toBe('409 MeetingAlreadyOpen');
});

it('makes nothing of a wish that comes again after its answer got lost', async () => {
  const wish = { command: 'the-very-same-wish', title: 'En gang', material: MATERIAL, plan: [{ question: '3/1' }] };
  const { item } = await view('formand');
  await committee.driver.end(item?.id ?? '');
  const prepare = () => committee.driver.ask('formand', 'POST', addresses.plans(committee.driver.committee), wish);
  const id = (await prepare()).body.next?.id ?? '';
  await committee.ask('formand', 'DELETE', addresses.plan(id));
  const again = await prepare();
  expect([again.status, again.body.next]).toEqual([201, undefined]);
  await committee.driver.open(['3/1']);
});

it('fixes with the first question what the committee has chosen a moment ago', async () => {
  const stored = await committee.store.readCommittee(committee.driver.committee);
  const { item } = await view('formand');
  if (stored?.value.setup === undefined || item === undefined) throw new Error('nothing is open');
  expect(item.names).toBe('hidden');
  const setup = { ...stored.value.setup, names: 'shown' } as const;
  await committee.store.saveCommittee({ ...stored.value, setup }, stored.version);
  expect((await committee.driver.put(item.id, '3/1')).body.item?.names).toBe('shown');
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
