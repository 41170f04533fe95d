import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { HistoryView, MineView, TrialView } from '#contract/responses';
import { ANSWER_LIMIT } from '#dialogue/answer';
import type { Driver } from '../support/driver.ts';
import { expectRefused, sendAs } from './testing/refused.ts';
import { expectNothingPersonal, startWatched, type Watched } from './testing/watched.ts';

const WORDS = 'Anna prøver det her';
const OTHERS = 'Jens prøver også';

let app: Watched;
let driver: Driver;

beforeAll(async () => {
  app = await startWatched();
  driver = app.driver;
});
afterAll(() => app.stop());

const at = (): string => addresses.trial(driver.committee);
const read = async (as: string) => (await driver.ask<TrialView>(as, 'GET', at())).body.trial?.text;
const write = (as: string, text: string) => driver.ask<TrialView>(as, 'PUT', at(), { text });
const erase = (as: string) => driver.ask<TrialView>(as, 'DELETE', `${at()}?command=${randomUUID()}`);
const mine = async (as: string) => (await driver.ask<MineView>(as, 'GET', addresses.mine(driver.committee))).body;
const rows = async (): Promise<string> => JSON.stringify([...(await app.rowsAtRest())]);

describe('a trial answer', () => {
  it('is stored for whoever wrote it, and for nobody else', async () => {
    expect(await read('amr')).toBeUndefined();
    const { status, body } = await write('amr', WORDS);
    expect([status, body.trial?.text]).toEqual([201, WORDS]);
    await write('naestformand', OTHERS);
    expect([await read('amr'), await read('naestformand'), await read('formand')]).toEqual([WORDS, OTHERS, undefined]);
    await expectRefused(await sendAs(driver, 'udenfor', 'GET', at()), { status: 403, code: 'NotMember' });
  });

  it('stands in no item, message or history', async () => {
    const { body: history } = await driver.ask<HistoryView>('amr', 'GET', addresses.history(driver.committee));
    expect([history.items, history.taken]).toEqual([[], []]);
    expect((await driver.view('amr')).body.item).toBeUndefined();
    expect(JSON.stringify(await driver.channel())).not.toContain(WORDS);
    const held = [...(await app.rowsAtRest())].filter(([, row]) => row.includes(WORDS)).map(([key]) => key);
    expect(held).toEqual([expect.stringMatching(/^Committees .*y!/)]);
  });

  it('is told among what is stored about them', async () => {
    expect((await mine('amr')).trial?.text).toBe(WORDS);
    expect((await mine('formand')).trial).toBeUndefined();
  });

  it('is refused where it says nothing or far too much, and what was there stays', async () => {
    await expectRefused(await sendAs(driver, 'amr', 'PUT', at(), JSON.stringify({ text: ' \n' })), {
      status: 400,
      code: 'AnswerEmpty',
      field: 'text',
    });
    await expectRefused(
      await sendAs(driver, 'amr', 'PUT', at(), JSON.stringify({ text: 'x'.repeat(ANSWER_LIMIT + 1) })),
      {
        status: 400,
        code: 'InputInvalid',
        field: 'text',
      },
    );
    expect(await read('amr')).toBe(WORDS);
  });

  it('is gone from the tables when it is deleted, and the other’s stays', async () => {
    const { status, body } = await erase('amr');
    expect([status, body.trial]).toEqual([200, undefined]);
    expect(Math.abs(Date.parse(body.erasedAt ?? '') - Date.now())).toBeLessThan(60_000);
    expect(await read('amr')).toBeUndefined();
    expect(await rows()).not.toContain(WORDS);
    expect(await read('naestformand')).toBe(OTHERS);
    expect((await erase('amr')).status).toBe(200);
  });

  it('goes with everything else that somebody deletes of theirs', async () => {
    await driver.ask('naestformand', 'DELETE', `${addresses.mine(driver.committee)}?command=${randomUUID()}`);
    expect(await read('naestformand')).toBeUndefined();
    expect(await rows()).not.toContain(OTHERS);
  });

  it('leaves nothing personal in the log', () => {
    expectNothingPersonal(app.log(), [WORDS, OTHERS]);
  });
});
