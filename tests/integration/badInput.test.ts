import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { ErrorCode } from '#contract/responses';
import { meetingIdOf } from '#dialogue/ids';
import { MATERIAL } from '../support/driver.ts';
import { expectRefused, type Refused, sendAs } from './testing/refused.ts';
import type { Rows } from './testing/tableRows.ts';
import { expectNothingPersonal, startWatched, type Watched } from './testing/watched.ts';

// What the panel could send and never should: each gets its answer, and in the end nothing is stored of it.
const WORDS = 'Hemmelige ord';
const COMMAND = 'command-0001';
let app: Watched;
let meeting: string;
let before: Rows;

beforeAll(async () => {
  app = await startWatched({ teams: { extraMembers: 12 } });
  meeting = await app.driver.open(['3/1', '3/2']);
  await app.driver.put(meeting, '3/1');
  await app.driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  await app.driver.answer('amr', meeting, 'r001', 'Et svar, som bliver stående');
  await app.driver.channelHas((messages) => messages.some(({ onBehalfOf }) => onBehalfOf !== null));
  before = await app.rowsAtRest();
});
afterAll(() => app.stop());

/** The members by turns, so that nobody asks too much. */
let turn = 0;
const member = (): string => `ekstra${(turn++ % 12) + 1}`;

const PLACES = {
  open: () => ['formand', 'POST', addresses.meetings(app.driver.committee)],
  plan: () => ['formand', 'PUT', addresses.plan(meeting)],
  put: () => ['formand', 'POST', addresses.rounds(meeting)],
  close: () => ['formand', 'POST', addresses.closing(meeting, 'r001')],
  skip: () => ['formand', 'POST', addresses.skips(meeting)],
  end: () => ['formand', 'POST', addresses.ending(meeting)],
  answer: () => [member(), 'PUT', addresses.answer(meeting, 'r001')],
  settle: () => ['formand', 'POST', addresses.settlement(meeting, 'r001!p!q')],
} satisfies Record<string, () => [as: string, method: string, path: string]>;
type Place = keyof typeof PLACES;
const EVERYWHERE = Object.keys(PLACES) as Place[];

async function ask(place: Place, body: unknown): Promise<Response> {
  const [as, method, path] = PLACES[place]();
  return sendAs(app.driver, as, method, path, typeof body === 'string' ? body : JSON.stringify(body));
}

const invalid = (field: string): Refused => ({ status: 400, code: 'InputInvalid', field });
const open = { command: COMMAND, title: 'Punkt', material: MATERIAL, plan: [{ question: '3/1' }] };
const plan = { command: COMMAND, base: [{ question: '3/1' }], material: MATERIAL, plan: [{ question: '3/1' }] };
const skip = { command: COMMAND, question: '3/2', skipped: true };
const LONG = 'x'.repeat(20_001);

describe('a body that cannot be read', () => {
  it.each(EVERYWHERE)('is refused to %s', async (place) => {
    for (const body of ['{"command":', '[]']) await expectRefused(await ask(place, body), invalid(''));
  });
  it('is refused, whatever it is', async () => {
    const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    for (const body of ['', '{', WORDS, '[1', '\u0000', '"', 'null', '17', `"${WORDS}"`, nested])
      await expectRefused(await ask('answer', body), invalid(''));
  });
  it.each(['open', 'answer', 'settle'] as const)('is refused to %s where it is 1 MB', async (place) => {
    const body = { command: COMMAND, text: 'æ'.repeat(512 * 1024) };
    await expectRefused(await ask(place, body), { status: 413, code: 'InputTooLarge' });
  });
  it('is refused where it is 1 MB and does not say so beforehand', async () => {
    const response = await fetch(app.driver.local.functionsUrl + addresses.answer(meeting, 'r001'), {
      method: 'PUT',
      headers: { authorization: `Bearer ${await app.driver.token('amr')}` },
      body: new Blob([new Uint8Array(1024 * 1024)]).stream(),
      duplex: 'half',
    } as RequestInit);
    await expectRefused(response, { status: 413, code: 'InputTooLarge' });
  });
});

describe('a field', () => {
  const wrong: readonly (readonly [Place, object, string])[] = [
    ['open', { ...open, command: undefined }, 'command'],
    ['open', { ...open, command: 'kort' }, 'command'],
    ['open', { ...open, command: 'med/skråstreg og #' }, 'command'],
    ['open', { ...open, title: 7 }, 'title'],
    ['open', { ...open, title: ' \n ' }, 'title'],
    ['open', { ...open, title: '\u200b\u0000' }, 'title'],
    ['open', { ...open, title: 'x'.repeat(121) }, 'title'],
    ['open', { ...open, material: '../hemmeligt' }, 'material'],
    ['open', { ...open, plan: 'alt' }, 'plan'],
    ['open', { ...open, plan: [] }, 'plan'],
    ['open', { ...open, plan: Array.from({ length: 201 }, () => ({ question: '3/1' })) }, 'plan'],
    ['open', { ...open, plan: [{ question: '3/1' }, { question: '3#1' }] }, 'plan.1.question'],
    ['open', { ...open, plan: [{ question: '3/1', mer: 1 }] }, 'plan.0.mer'],
    ['open', { ...open, plan: [{ id: 'own/12345678', own: '' }] }, 'plan.0.own'],
    ['open', { ...open, plan: [{ id: 'own/12345678', own: '\u2800\u00ad' }] }, 'plan.0.own'],
    ['open', { ...open, plan: [{ id: 'own/12345678', own: 'x'.repeat(1_001) }] }, 'plan.0.own'],
    ['open', { ...open, plan: [{ id: '3/1', own: WORDS }] }, 'plan.0.id'],
    ['open', { ...open, plan: [null] }, 'plan.0'],
    ['open', { ...open, teamsMeeting: '' }, 'teamsMeeting'],
    ['open', { ...open, lead: 'mig' }, 'lead'],
    ['open', { ...open, by: { person: 'en anden' } }, 'by'],
    ['plan', { ...plan, base: undefined }, 'base'],
    ['plan', { ...plan, base: 'alt' }, 'base'],
    ['plan', { ...plan, base: [null] }, 'base.0'],
    ['plan', { ...plan, revision: 1 }, 'revision'],
    ['put', { command: COMMAND }, 'question'],
    ['put', { command: COMMAND, question: { id: '3/2' } }, 'question'],
    ['put', { command: COMMAND, question: 'x'.repeat(81) }, 'question'],
    ['close', {}, 'command'],
    ['close', { command: COMMAND, round: 'r001' }, 'round'],
    ['skip', { ...skip, skipped: 'ja' }, 'skipped'],
    ['end', { command: [COMMAND] }, 'command'],
    ['end', { command: 'x'.repeat(65) }, 'command'],
    ['answer', { command: COMMAND }, 'text'],
    ['answer', { command: COMMAND, text: 5 }, 'text'],
    ['answer', { command: COMMAND, over: 0, text: null }, 'text'],
    ['answer', { command: COMMAND, over: 0, text: { $ne: '' } }, 'text'],
    ['answer', { command: COMMAND, over: 0, text: LONG }, 'text'],
    ['answer', { command: COMMAND, over: 0, text: '😀'.repeat(20_001) }, 'text'],
    ['answer', { command: COMMAND, over: 0, text: WORDS, person: 'en anden' }, 'person'],
    ['answer', { command: COMMAND, over: 0, text: WORDS, [LONG]: 1 }, LONG.slice(0, 100)],
    ['answer', { command: COMMAND, text: WORDS }, 'over'],
    ['answer', { command: COMMAND, text: WORDS, over: -1 }, 'over'],
    ['answer', { command: COMMAND, text: WORDS, over: 0.5 }, 'over'],
    ['answer', { command: COMMAND, text: WORDS, over: '0' }, 'over'],
    ['settle', { link: 'https://teams.microsoft.com' }, 'saw'],
    ['settle', { saw: 'måske' }, 'saw'],
    ['settle', { saw: 'there' }, 'link'],
    ['settle', { saw: 'there', link: `https://${LONG}` }, 'link'],
    ['settle', { saw: 'notThere', link: 'x' }, 'link'],
  ];
  it.each(wrong)('that is wrong is named: to %s %o', { timeout: 30_000 }, async (place, body, field) => {
    const { message } = await expectRefused(await ask(place, body), invalid(field));
    expect(message.length).toBeLessThanOrEqual(200);
  });
  it('that nobody knows is named where it would change what an object is', async () => {
    const body = `{"command":"${COMMAND}","text":"${WORDS}","over":0,"__proto__":{"command":"x"}}`;
    await expectRefused(await ask('answer', body), invalid('__proto__'));
  });
  it.each(['', ' ', '\n\t ', '\u00a0', '\u200b', '\u202e\u2800'])(
    'of an answer is missed where it is empty (%j)',
    async (text) => {
      const response = await ask('answer', { command: COMMAND, text, over: 0 });
      await expectRefused(response, { status: 400, code: 'AnswerEmpty', field: 'text' });
    },
  );
  it('of a query is checked as one of a body is', async () => {
    for (const query of ['', '?command=kort', '?command=command-0001&text=x', '?command=%E0%A4%A']) {
      const response = await sendAs(app.driver, member(), 'DELETE', addresses.answer(meeting, 'r001') + query);
      await expectRefused(response, invalid(query.includes('text') ? 'text' : 'command'));
    }
    const path = `${addresses.answer(meeting, 'r001')}?command=command-0001&over=-1`;
    await expectRefused(await sendAs(app.driver, member(), 'DELETE', path), invalid('over'));
  });
});

const HOSTILE_IDS = ['a/b#c', '19:x/y#z?@thread.tacv2', '..%2F..', '\\', '%', '%E0', 'æøå 😀', '\u0001', "' or 1 eq 1"];

describe('an id', () => {
  const answer = (id: string): string => addresses.answer(meeting, id);
  const settlement = (id: string): string => addresses.settlement(meeting, id);
  const shapes: readonly (readonly [string, string, (id: string) => string, object | undefined, ErrorCode])[] = [
    ['committee', 'GET', addresses.view, undefined, 'CommitteeUnknown'],
    ['committee', 'POST', addresses.meetings, open, 'CommitteeUnknown'],
    ['meeting', 'PUT', addresses.plan, plan, 'MeetingNotFound'],
    ['meeting', 'POST', addresses.ending, { command: COMMAND }, 'MeetingNotFound'],
    ['round', 'PUT', answer, { command: COMMAND, text: WORDS, over: 0 }, 'RoundNotFound'],
    ['post', 'POST', settlement, { saw: 'notThere' }, 'PostNotFound'],
  ];
  it.each(shapes)('of a %s that is none is not found (%s)', async (name, method, path, body, code) => {
    const as = (): string => (path === settlement ? 'formand' : member());
    for (const id of HOSTILE_IDS)
      await expectRefused(await sendAs(app.driver, as(), method, path(id), JSON.stringify(body)), {
        status: 404,
        code,
      });
    for (const id of ['x'.repeat(301), 'æ'.repeat(101), '/'.repeat(101)])
      await expectRefused(await sendAs(app.driver, as(), method, path(id), JSON.stringify(body)), invalid(name));
  });

  it('of another row of the item is no post’s', async () => {
    const rows = [...before.keys()].map((row) => row.split(' ')[2] ?? '').filter((key) => /^head$|!a!/.test(key));
    expect(rows.length).toBeGreaterThan(1);
    for (const key of rows) {
      const path = addresses.settlement(meeting, key);
      const response = await sendAs(app.driver, 'formand', 'POST', path, '{"saw":"givenUp"}');
      await expectRefused(response, { status: 404, code: 'PostNotFound' });
    }
  });

  it('of an item that there never was is not found, nor of a committee', async () => {
    for (const [committee, code] of [
      [app.driver.committee, 'MeetingNotFound'],
      ['19:nobody@thread.tacv2', 'CommitteeUnknown'],
    ] as const) {
      const path = addresses.answer(meetingIdOf(committee, 1_700_000_000_000), 'r001');
      const body = JSON.stringify({ command: COMMAND, text: WORDS, over: 0 });
      await expectRefused(await sendAs(app.driver, member(), 'PUT', path, body), { status: 404, code });
    }
  });

  it('of a question that is in no material, or not in the plan, is not found', async () => {
    const unknown: Refused = { status: 404, code: 'QuestionUnknown' };
    await expectRefused(await ask('put', { command: COMMAND, question: '3/99' }), unknown);
    await expectRefused(await ask('put', { command: COMMAND, question: "own/æ'#/" }), unknown);
    await expectRefused(await ask('skip', { ...skip, question: '9/9' }), unknown);
    const noMaterial: Refused = { status: 404, code: 'MaterialUnknown' };
    await expectRefused(await ask('plan', { ...plan, material: 'et-andet' }), noMaterial);
    await expectRefused(await ask('plan', { ...plan, plan: [{ question: '99/1' }] }), unknown);
  });

  it.each(['/api/nothing', '/api', '/api/committees/x/view/y', '/api/meetings'])(
    'at %s is no address',
    async (path) => {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
        await expectRefused(await sendAs(app.driver, 'amr', method, path), { status: 404, code: 'RouteUnknown' });
    },
  );
});

it('leaves everything as it was, and the app at work', async () => {
  expect(await app.rowsAtRest()).toEqual(before);
  const { body } = await app.driver.view('medlem1');
  expect(body.item?.round?.answers.map(({ text }) => text)).toEqual(['Et svar, som bliver stående']);
  expect((await app.driver.answer('medlem1', meeting, 'r001', 'Et godt svar')).status).toBe(201);
  expectNothingPersonal(app.log(), [WORDS, 'Et svar, som', 'Et godt svar', 'en anden', 'xxxxxxxxxx']);
});
