import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { addresses } from '#contract/addresses';
import { createAzureTables } from '#store/azureTables';
import { AZURITE_ACCOUNT, startAzurite } from '../../infra/local/azurite.ts';
import { startLocal } from '../../infra/local/startLocal.ts';
import { exportCommittee } from '../../infra/tools/export.ts';
import { restoreCommittee } from '../../infra/tools/restore.ts';
import { Driver } from '../support/driver.ts';

// A committee's items, taken out of one table service and put into another, where the app goes on with them.
const LONG = `=SUM(1,2)\t<b>fed</b> ${'ord æøå 🙂 '.repeat(1_800)}slutter`;
const tablesAt = (url: string) => createAzureTables({ url, credential: AZURITE_ACCOUNT });

let data: string;
let file: string;
let committee: string;
let open: string;
let before: object;

const start = async (): Promise<Driver> => Driver.over(await startLocal({ port: 0, data }), data);

/** What people see of the committee: the open item, the history, and one's own answers. */
async function seen(driver: Driver): Promise<object> {
  const { item, ...around } = (await driver.view('amr')).body;
  const history = (await driver.ask<object>('amr', 'GET', addresses.history(committee))).body;
  const mine = (await driver.ask<object>('amr', 'GET', addresses.mine(committee))).body;
  // Each writing is a new version by the clock of the table service, and what is one's own is told with when it was read.
  return { view: { ...around, item: { ...item, version: '' } }, history, mine: { ...mine, readAt: '' } };
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'med-dialog-copied-'));
  file = join(data, 'committee.jsonl');
  const driver = await start();
  committee = driver.committee;
  await driver.teams('POST', 'install', { as: 'formand' });
  await driver.knowsItsTeam();
  const first = await driver.open(['3/1'], { title: 'Velkomst' });
  await driver.put(first, '3/1');
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  await driver.reply('medlem1', (await driver.thread()).root, 'En fast makker');
  await driver.answer('amr', first, 'r001', LONG);
  await driver.sees('amr', ({ item }) => item?.round?.answers.length === 2);
  await driver.close(first, 'r001');
  await driver.end(first);
  open = await driver.open(['3/2'], { title: 'Opfølgning' });
  await driver.put(open, '3/2');
  await driver.sees('amr', ({ item }) => item?.round?.post.status === 'sent');
  await driver.answer('amr', open, 'r001', 'Midt i det hele');
  await driver.local.teams.settled();
  await vi.waitFor(async () => {
    before = await seen(driver);
    expect(before).toMatchObject({ history: { items: [{ answers: 2, digest: expect.any(String) as string }] } });
  }, PATIENCE);
  await driver.local.stop();
});
afterAll(() => rm(data, { recursive: true }));

const PATIENCE = { timeout: 20_000, interval: 100 };

let said: MockInstance<typeof console.log>;
let complained: MockInstance<typeof console.error>;
beforeEach(() => {
  said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

/** Runs commands on the table service of the app's data. */
async function withTables(run: (url: string) => Promise<void>): Promise<void> {
  const azurite = await startAzurite({ folder: join(data, 'tables') });
  try {
    await run(azurite.url);
  } finally {
    await azurite.close();
  }
}

describe('a committee', () => {
  it('is exported by the link to its channel, and what is wrong is said', async () => {
    await withTables(async (url) => {
      const link = `https://teams.microsoft.com/l/channel/${encodeURIComponent(committee)}/Generelt?groupId=x`;
      await exportCommittee(['--tables', url, '--committee', link, '--to', file], tablesAt);
      expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^\d+ rows are saved in /));
      await exportCommittee(['--tables', url, '--committee', committee, '--to', file], tablesAt);
      await exportCommittee(['--tables', url, '--committee', '19:andet', '--to', `${file}2`], tablesAt);
      await exportCommittee(['--tables', 'konto', '--committee', committee, '--to', `${file}2`], tablesAt);
      await exportCommittee(['--tables', url], tablesAt);
      expect(complained.mock.calls).toEqual([
        [expect.stringMatching(/was not written: EEXIST/)],
        ['There is no committee 19:andet in these tables.'],
        [expect.stringMatching(/^--tables konto: this is no address/)],
        [expect.stringMatching(/^npm run export -- --tables … --committee … --to …/)],
      ]);
    });
    expect(await readFile(file, 'utf8')).toContain('En fast makker');
  });

  it('is put into empty tables, where the app goes on with it as if nothing had been', async () => {
    await rm(join(data, 'tables'), { recursive: true });
    await withTables(async (url) => {
      await restoreCommittee(['--tables', url, '--from', file], tablesAt);
      await restoreCommittee(['--tables', url, '--from', file], tablesAt);
      expect(complained.mock.calls).toEqual([]);
      const [[first], [second]] = said.mock.calls as [[string], [string]];
      const [rows] = /^\d+/.exec(first) ?? [];
      expect(first).toMatch(new RegExp(` are there, ${rows} of them written now\\.$`));
      expect(second).toMatch(/ are there, 0 of them written now\.$/);
    });
    const driver = await start();
    try {
      expect(await seen(driver)).toEqual(before);
      await driver.reply('medlem2', (await driver.thread()).root, `Efter flytningen ${randomUUID()}`);
      await driver.sees('amr', ({ item }) => item?.round?.answers.length === 2);
      await driver.end(open);
      await vi.waitFor(async () => {
        const { body } = await driver.ask<{ items: object[] }>('amr', 'GET', addresses.history(committee));
        expect(body.items).toMatchObject([{ answers: 2 }, { answers: 2 }]);
      }, PATIENCE);
    } finally {
      await driver.local.stop();
    }
  });

  it('is not put over what has gone on since', async () => {
    await withTables(async (url) => {
      await restoreCommittee(['--tables', url, '--from', file], tablesAt);
      expect(complained.mock.calls).toEqual([[expect.stringMatching(/\d+ rows differ\. Nothing was written over\.$/)]]);
    });
  });
});
