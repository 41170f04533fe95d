import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addresses } from '#contract/addresses';
import type { ErrorBody, HistoryView, MinutesView } from '#contract/responses';
import { documentXml, paragraphsIn } from '../../bot/render/testing/paragraphsIn.ts';
import { Driver, MATERIAL } from '../support/driver.ts';

// What a committee can look up of the items that have ended, and take with it for its minutes.
let driver: Driver;
let first: string;
let second: string;

const LONG = `=SUM(1,2)\t<b>fed</b> ${'ord æøå '.repeat(2_490)}slutter`;
const PATIENCE = { timeout: 20_000, interval: 100 };

beforeAll(async () => {
  driver = await Driver.start();
  first = await driver.open(['3/1', '3/2'], { title: 'Velkomst' });
  await driver.put(first, '3/1');
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  const question = await driver.thread();
  await driver.reply('medlem1', question.root, 'En fast makker');
  await driver.sees('amr', ({ item }) => item?.round?.answers.length === 1);
  await driver.answer('amr', first, 'r001', LONG);
  await driver.close(first, 'r001');
  await driver.reply('medlem2', question.root, 'Mere tid');
  await driver.sees('amr', ({ item }) => item?.round?.answers.length === 3);
  await driver.end(first);
  second = await open([{ id: 'own/question-one', own: 'Hvad gør vi nu?' }, { question: '3/1' }], 'Opfølgning');
});
afterAll(() => driver.stop());

const open = async (plan: readonly object[], title: string): Promise<string> => {
  const body = { command: randomUUID(), title, material: MATERIAL, plan };
  const { status, body: view } = await driver.ask('formand', 'POST', addresses.meetings(driver.committee), body);
  expect(status).toBe(201);
  return view.item?.id ?? '';
};

const history = (as: string) => driver.ask<HistoryView>(as, 'GET', addresses.history(driver.committee));
const minutes = (as: string, meeting: string, query = '') =>
  driver.ask<MinutesView & ErrorBody>(as, 'GET', addresses.minutes(meeting) + query);

/** The history once it is as wished: a line is written at an item's end, and anew when its digest stands in the channel. */
const historyOnce = (isSo: (history: HistoryView) => boolean): Promise<HistoryView> =>
  vi.waitFor(async () => {
    const { status, body } = await history('amr');
    expect(status).toBe(200);
    if (!isSo(body)) throw new Error(`the history is not so yet: ${JSON.stringify(body.items)}`);
    return body;
  }, PATIENCE);

describe('while the second item is open', () => {
  it('the history has the first alone, with its number of answers and a link to the digest', async () => {
    const { items, taken } = await historyOnce(({ items: [line] }) => line?.answers === 3 && line.digest !== undefined);
    const digest = await driver.thread();
    expect(items).toMatchObject([{ meeting: first, title: 'Velkomst', answers: 3 }]);
    expect(items[0]?.digest).toContain(`/${digest.root}?`);
    expect(items[0]?.questions).toMatchObject([
      { id: '3/1', theme: { number: 3, title: 'En attraktiv arbejdsplads' } },
    ]);
    expect(items[0]?.others).toMatchObject([{ id: '3/2', theme: { number: 3 } }]);
    expect(taken).toEqual([{ material: MATERIAL, question: '3/1', at: items[0]?.openedAt }]);
  });

  it('its minutes are refused', async () => {
    for (const query of ['', '?form=docx']) {
      const { status, body } = await minutes('formand', second, query);
      expect([status, body.code]).toEqual([409, 'MeetingStillOpen']);
    }
  });
});

describe('when the second has ended too', () => {
  it('the history has both, newest first, and tells when each question was taken last', async () => {
    for (const [question, round] of [
      ['own/question-one', 'r001'],
      ['3/1', 'r002'],
    ] as const) {
      expect((await driver.put(second, question)).status).toBe(201);
      await driver.close(second, round);
    }
    await driver.end(second);
    const { items, taken } = await historyOnce(({ items: listed }) => listed.length === 2);
    expect(items.map(({ meeting, title }) => [meeting, title])).toEqual([
      [second, 'Opfølgning'],
      [first, 'Velkomst'],
    ]);
    expect(items[0]?.questions).toMatchObject([{ text: 'Hvad gør vi nu?' }, { id: '3/1' }]);
    expect(taken).toEqual([{ material: MATERIAL, question: '3/1', at: items[0]?.openedAt }]);
  });

  it('the history holds no answer and no name', async () => {
    const { body } = await history('naestformand');
    expect(JSON.stringify(body)).not.toMatch(/makker|Mere tid|Lone|Anna|Jens|Fatima/);
  });
});

describe('the minutes', () => {
  it('are to be had by every member, with all views, none of the names, and who came late', async () => {
    const { status, body } = await minutes('medlem2', first);
    expect(status).toBe(200);
    const lines = body.text.split('\n');
    expect(lines[0]).toBe('Udkast til referatpunkt: Velkomst');
    expect(lines.filter((line) => line.startsWith('• '))).toEqual([
      '• En fast makker',
      `• ${LONG.replace('\t', ' ')}`,
      '• Kommet senere: Mere tid',
      expect.stringMatching(/^• .+\?$/),
    ]);
    expect(lines.at(-1)).toBe('Konklusion: ');
    expect(body.text).not.toMatch(/Lone|Anna|Jens|Fatima/);
  });

  it('are the same as a Word document', async () => {
    const response = await fetch(`${driver.local.functionsUrl}${addresses.minutes(first)}?form=docx`, {
      headers: { authorization: `Bearer ${await driver.token('amr')}` },
    });
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="referatpunkt-\d{4}-\d\d-\d\d\.docx"$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    const docx = new Uint8Array(await response.arrayBuffer());
    const { body } = await minutes('amr', first);
    const words = paragraphsIn(docx).map(({ isPoint, text }) => (isPoint ? `• ${text}` : text));
    expect(words).toEqual(body.text.split('\n').filter((line) => line !== ''));
    expect(documentXml(docx)).toContain('&lt;b&gt;fed&lt;/b&gt;');
  });
});

describe('a wrong request', () => {
  it('of an outsider gets nothing', async () => {
    for (const path of [addresses.history(driver.committee), addresses.minutes(first)]) {
      const { status, body } = await driver.ask<ErrorBody>('udenfor', 'GET', path);
      expect([status, body.code]).toEqual([403, 'NotMember']);
    }
  });

  it('is refused with its field named', async () => {
    for (const [query, field] of [
      ['?form=pdf', 'form'],
      ['?form=', 'form'],
      ['?more=1', 'more'],
    ] as const) {
      const { status, body } = await minutes('amr', first, query);
      expect([status, body.code, body.field]).toEqual([400, 'InputInvalid', field]);
    }
  });

  it('for an item that is not there is told so', async () => {
    for (const meeting of [first.replace(/\d{13}$/, '0000000000001'), 'intet', 'a/b#c']) {
      const { status, body } = await minutes('amr', meeting);
      expect([status, body.code]).toEqual([404, 'MeetingNotFound']);
    }
  });
});
