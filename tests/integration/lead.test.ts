import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { CommitteeView } from '#contract/responses';
import { CommitteeDriver, idOf, somebody } from './testing/committee.ts';

// Who may do what in a committee that has both its chairs: an item is open, and the next one is being prepared.
let committee: CommitteeDriver;
let meeting: string;
let next: string;

beforeAll(async () => {
  committee = await CommitteeDriver.start();
  next = await committee.plan('naestformand', [{ question: '1/1' }]);
  meeting = await committee.driver.open(['3/1', '3/2']);
  await committee.driver.put(meeting, '3/1');
  await appoint('amr');
});
afterAll(() => committee.driver.stop());

const appoint = (scribe?: string) =>
  committee.ask('formand', 'POST', addresses.scribe(meeting), scribe === undefined ? {} : { scribe: idOf(scribe) });
const handOver = (as: string, to: string) => committee.ask(as, 'POST', addresses.lead(meeting), { to: idOf(to) });
const close = (as: string, round: string) => committee.refusal(as, 'POST', addresses.closing(meeting, round));
const room = (id: string): string => addresses.roomAnswer(meeting, 'r001', id);
const say = (as: string, id: string, text: string, more: object = {}) =>
  committee.ask(as, 'PUT', room(id), { text, over: 0, ...more });
const answersOf = ({ item }: CommitteeView) => item?.round?.answers ?? [];

/** Nobody's request is more than their command is wrong, so nothing happens: who may is told what is wrong with it. */
const MAY = '400 InputInvalid command';
const PEOPLE = ['formand', 'naestformand', 'medlem1', 'amr', 'medlem2', 'udenfor'] as const;

type Asked = readonly [name: string, method: string, path: () => string];
const routes: Readonly<
  Record<string, { readonly may: readonly (typeof PEOPLE)[number][]; readonly all: readonly Asked[] }>
> = {
  NotOpener: {
    may: ['formand', 'naestformand', 'medlem1'],
    all: [
      ['prepare an item', 'POST', () => addresses.plans(committee.driver.committee)],
      ['open an item', 'POST', () => addresses.meetings(committee.driver.committee)],
      ['open what is prepared', 'POST', () => addresses.opening(next)],
      ['throw away what is prepared', 'DELETE', () => addresses.plan(next)],
      ['change what is prepared', 'PUT', () => addresses.plan(next)],
      ['send a question of it out beforehand', 'POST', () => addresses.ahead(next)],
    ],
  },
  NotFacilitator: {
    may: ['formand'],
    all: [
      ['change the plan', 'PUT', () => addresses.plan(meeting)],
      ['put a question', 'POST', () => addresses.rounds(meeting)],
      ['give it more time', 'POST', () => addresses.extension(meeting, 'r001')],
      ['close it', 'POST', () => addresses.closing(meeting, 'r001')],
      ['hand the item over', 'POST', () => addresses.lead(meeting)],
      ['appoint who writes', 'POST', () => addresses.scribe(meeting)],
      ['say what the screen shows', 'POST', () => addresses.screen(meeting)],
      ['end the item', 'POST', () => addresses.ending(meeting)],
    ],
  },
  NotRecorder: {
    may: ['formand', 'amr'],
    all: [
      ['write down what is said', 'PUT', () => room('12345678')],
      ['take back what was said', 'DELETE', () => room('12345678')],
    ],
  },
};
const rows = Object.entries(routes).flatMap(([code, { may, all }]) =>
  all.map((asked) => [...asked, code, may] as const),
);

describe('who may', () => {
  it.each(rows)('%s', async (_, method, path, code, may) => {
    for (const as of PEOPLE) {
      // A command that is too short to be one.
      const [asked, body] = method === 'DELETE' ? [`${path()}?command=x`] : [path(), { command: 'x' }];
      const { status, body: told } = await committee.driver.ask<{ code: string; field?: string }>(
        as,
        method,
        asked,
        body,
      );
      const refused = `403 ${as === 'udenfor' ? 'NotMember' : code}`;
      const answer = [status, told.code, told.field].filter((part) => part !== undefined).join(' ');
      expect([as, answer]).toEqual([as, may.includes(as) ? MAY : refused]);
    }
  });
});

describe('handing over', () => {
  it('takes effect at once: the new lead leads, and the old one can no longer', async () => {
    const { status, body } = await handOver('formand', 'naestformand');
    expect([status, body.item?.lead]).toEqual([200, { name: 'Jens Bro', mine: false }]);
    expect((await committee.driver.view('naestformand')).body.item?.lead.mine).toBe(true);
    expect(await close('formand', 'r009')).toBe('403 NotFacilitator');
    expect(await close('naestformand', 'r009')).toBe('404 RoundNotFound');
    // Who writes down what is said goes on.
    expect((await say('amr', 'handed00', 'Sagt efter skiftet')).status).toBe(201);
    expect(await committee.refusal('formand', 'DELETE', room('handed00'))).toBe('403 NotRecorder');
    expect((await handOver('naestformand', 'formand')).body.item?.lead.name).toBe('Lone Krogh');
    expect((await committee.ask('amr', 'DELETE', room('handed00'), { over: 1 })).status).toBe(200);
  });

  it('takes effect on every instance: what is decided is decided on the item as it is stored', async () => {
    const stored = async () => {
      const found = await committee.store.readMeeting(meeting);
      if (found === undefined) throw new Error('there is no item');
      return found;
    };
    // Another instance hands it over, just after this one has seen it.
    await committee.driver.view('formand');
    const { value, version } = await stored();
    await committee.store.commitMeeting({ ...value, lead: somebody('naestformand') }, version, []);
    expect(await close('formand', 'r001')).toBe('403 NotFacilitator');
    expect((await stored()).value.rounds[0]?.status).toBe('open');
    await committee.rewrite(
      meeting,
      (head) => ({ ...head, lead: somebody('formand') }),
      ({ item }) => item?.lead.name === 'Lone Krogh',
    );
  });

  it('goes to nobody who is not in the team', async () => {
    const to = (person: string) => committee.refusal('formand', 'POST', addresses.lead(meeting), { to: person });
    expect(await to(idOf('udenfor'))).toBe('400 PersonNotMember');
    expect(await to('ingen')).toBe('400 PersonNotMember');
    expect(await to('')).toBe('400 InputInvalid to');
    expect(await to('half a pair \ud800')).toBe('400 InputInvalid to');
    expect(await committee.refusal('formand', 'POST', addresses.scribe(meeting), { scribe: idOf('udenfor') })).toBe(
      '400 PersonNotMember',
    );
    expect((await committee.driver.view('formand')).body.item).toMatchObject({
      lead: { mine: true },
      scribe: { name: 'Anna Holm' },
    });
  });

  it('is done by a chair where whoever led has left the team', async () => {
    expect((await committee.driver.view('naestformand')).body.you.mayTakeOver).toBeUndefined();
    await committee.rewrite(
      meeting,
      (head) => ({ ...head, lead: somebody('udenfor') }),
      ({ you }) => you.mayTakeOver === true,
    );
    expect((await committee.driver.view('medlem1')).body.you.mayTakeOver).toBeUndefined();
    const to = { to: idOf('medlem1') };
    expect(await committee.refusal('medlem1', 'POST', addresses.lead(meeting), to)).toBe('403 NotFacilitator');
    expect((await handOver('naestformand', 'formand')).body.item?.lead.name).toBe('Lone Krogh');
    expect(await committee.refusal('naestformand', 'POST', addresses.lead(meeting), to)).toBe('403 NotFacilitator');
  });
});

describe('what is said in the room', () => {
  it('is written by the scribe, seen by all, corrected with its name, and taken back', async () => {
    const said = await say('amr', 'said0001', 'En fast makker', { said: idOf('medlem1') });
    expect(said.status).toBe(201);
    const seen = await committee.driver.sees('medlem2', (view) => answersOf(view).length === 1);
    expect(answersOf(seen)).toMatchObject([
      { id: 'osaid0001', source: 'room', name: 'Søren Ødegård', text: 'En fast makker', mine: false, revision: 1 },
    ]);
    expect(JSON.stringify(seen)).not.toContain(idOf('medlem1'));
    const corrected = await say('formand', 'said0001', 'En fast makker den første uge', { over: 1 });
    expect(answersOf(corrected.body)).toMatchObject([
      { name: 'Søren Ødegård', text: 'En fast makker den første uge', edited: true, revision: 2 },
    ]);
    const late = { text: 'Over det gamle', over: 1 };
    expect(await committee.refusal('amr', 'PUT', room('said0001'), late)).toBe('412 AnswerChanged');
    expect(await committee.refusal('amr', 'DELETE', room('said0001'), { over: 1 })).toBe('412 AnswerChanged');
    expect(await committee.refusal('amr', 'DELETE', room('said0001'))).toBe('400 InputInvalid over');
    expect(answersOf((await committee.ask('amr', 'DELETE', room('said0001'), { over: 2 })).body)).toEqual([]);
  });

  it('is something, by somebody of the team or by nobody', async () => {
    const refused = (body: object) => committee.refusal('amr', 'PUT', room('said0002'), { over: 0, ...body });
    expect(await refused({ text: ' \n' })).toBe('400 AnswerEmpty text');
    expect(await refused({ text: 'x'.repeat(20_001) })).toBe('400 InputInvalid text');
    expect(await refused({ text: 'Hej', said: idOf('udenfor') })).toBe('400 PersonNotMember');
    expect(await refused({ text: 'Hej', over: -1 })).toBe('400 InputInvalid over');
    expect(answersOf((await committee.driver.view('amr')).body)).toEqual([]);
  });

  it('is nobody’s task any more where nobody is appointed', async () => {
    expect((await appoint()).body.item?.scribe).toBeUndefined();
    expect(await committee.refusal('amr', 'PUT', room('said0003'), { text: 'Hej', over: 0 })).toBe('403 NotRecorder');
    expect((await appoint('amr')).body.item?.scribe).toEqual({ name: 'Anna Holm', mine: false });
  });
});

describe('on behalf of a side', () => {
  const write = (as: string, more: object) =>
    committee.ask(as, 'PUT', addresses.answer(meeting, 'r001'), { text: 'Vi vil gerne', over: 0, ...more });

  it('writes only who chairs it', async () => {
    for (const as of ['medlem2', 'medlem1', 'amr']) {
      const body = { text: 'Vi vil gerne', over: 0, onBehalf: true };
      expect(await committee.refusal(as, 'PUT', addresses.answer(meeting, 'r001'), body)).toBe('403 NotChair');
    }
    expect(answersOf((await committee.driver.view('amr')).body)).toEqual([]);
    const written = await write('naestformand', { onBehalf: true });
    expect(written.body.item?.round?.mine).toMatchObject({ side: 'employees', revision: 1 });
    const seen = await committee.driver.sees('amr', (view) => answersOf(view).length === 1);
    expect(answersOf(seen)).toMatchObject([{ name: 'Jens Bro', side: 'employees' }]);
    expect((await write('formand', { onBehalf: true })).body.item?.round?.mine?.side).toBe('leadership');
    // The next time they write it is their own again.
    const own = await write('naestformand', { text: 'Jeg vil gerne', over: 1 });
    expect(own.body.item?.round?.mine?.text).toBe('Jeg vil gerne');
    expect(answersOf(own.body).map(({ name, side }) => [name, side])).toEqual([
      ['Jens Bro', undefined],
      ['Lone Krogh', 'leadership'],
    ]);
  });
});

it('tells the time of the server with every answer', async () => {
  const { driver } = committee;
  const ask = async (method: string, path: string, headers: object = {}) => {
    const begun = Date.now();
    const response = await fetch(driver.local.functionsUrl + path, { method, headers: { ...headers } });
    const time = response.headers.get('x-time') ?? '';
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Date.parse(time)).toBeGreaterThanOrEqual(begun);
    expect(Date.parse(time)).toBeLessThanOrEqual(Date.now());
    return response;
  };
  const as = async (key: string) => ({ authorization: `Bearer ${await driver.token(key)}` });
  const view = addresses.view(driver.committee);
  const seen = await ask('GET', view, await as('medlem2'));
  const known = { ...(await as('medlem2')), 'if-none-match': seen.headers.get('etag') ?? '' };
  const elsewhere = addresses.view('19:et-andet@thread.tacv2');
  const statuses = [
    seen.status,
    (await ask('GET', view, known)).status,
    (await ask('POST', addresses.ending(meeting), await as('formand'))).status,
    (await ask('GET', view)).status,
    (await ask('POST', addresses.ending(meeting), await as('medlem2'))).status,
    (await ask('GET', elsewhere, await as('formand'))).status,
  ];
  expect(statuses).toEqual([200, 304, 400, 401, 403, 404]);
});
