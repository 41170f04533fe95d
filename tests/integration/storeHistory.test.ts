import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, plus } from '#dialogue/instant';
import type { HistoryEntry } from '#dialogue/team';
import { createStore } from '#store/createStore';
import { addresses } from '#store/keys';
import type { Store } from '#usecases/ports';
import { type Backend, type Backends, BACKENDS } from '../support/storeBackends.ts';
import { AT, COMMITTEE } from '../support/storeSamples.ts';

const entry = (openedAt: Instant, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  meeting: `m${openedAt}`,
  title: 'En attraktiv arbejdsplads',
  openedAt,
  endedAt: plus(openedAt, 480_000),
  questions: [
    { id: '3/1', text: 'Hvordan?', theme: { number: 3, title: 'En attraktiv arbejdsplads' } },
    { id: 'own/12345678', text: 'Vores eget?' },
  ],
  others: [{ id: '3/2', text: 'Nåede vi ikke?' }],
  answers: 9,
  digest: '1700000000001',
  ...more,
});
const minutes = (count: number): Instant => plus(AT, count * 60_000);

describe.each(Object.entries(BACKENDS))('a committee’s history on %s', (_, start) => {
  let backends: Backends;
  let backend: Backend;
  let store: Store;

  beforeAll(async () => {
    backends = await start();
  });
  afterAll(() => backends.close());
  beforeEach(() => {
    backend = backends.fresh();
    store = createStore(backend.tables);
  });

  it('is empty where no item has ended', async () => {
    await store.saveCommittee({ id: COMMITTEE, team: '19:team', name: 'Lokaludvalg', open: 'm' }, undefined);
    expect(await store.listHistory(COMMITTEE, 200)).toEqual([]);
  });

  it('lists items newest first, its own alone, and no more than are asked for', async () => {
    for (const count of [2, 0, 3, 1]) await store.saveHistory(COMMITTEE, entry(minutes(count)));
    await store.saveHistory('19:andet@thread.tacv2', entry(minutes(9)));
    await store.saveThread(COMMITTEE, {
      root: '1',
      kind: 'other',
      post: { table: 'Meetings', partition: 'm', key: 'z!p!digest!1' },
    });
    const listed = await store.listHistory(COMMITTEE, 3);
    expect(listed).toEqual([3, 2, 1].map((count) => entry(minutes(count))));
  });

  it('has each item once, as it was written last', async () => {
    await store.saveHistory(COMMITTEE, entry(AT));
    await store.saveHistory(COMMITTEE, entry(AT, { answers: 10, digest: undefined }));
    expect(await store.listHistory(COMMITTEE, 200)).toEqual([entry(AT, { answers: 10, digest: undefined })]);
  });

  it('reads past an empty page', async () => {
    await store.saveHistory(COMMITTEE, entry(AT));
    backend.emptyNextPage();
    expect(await store.listHistory(COMMITTEE, 2)).toHaveLength(1);
  });

  it('reads rows from before questions had texts and answers were counted', async () => {
    const { meeting, title, openedAt, endedAt } = entry(AT);
    const columns = { meeting, title, openedAt, endedAt, questions_json: '["3/1","own/12345678"]' };
    await backend.tables.upsert({ ...addresses.history(COMMITTEE, AT), columns });
    expect(await store.listHistory(COMMITTEE, 200)).toEqual([
      { meeting, title, openedAt, endedAt, questions: [{ id: '3/1' }, { id: 'own/12345678' }] },
    ]);
  });

  it('keeps two hundred questions of the greatest length', async () => {
    const questions = Array.from({ length: 200 }, (_, index) => ({
      id: `own/${index}`,
      text: 'æ'.repeat(1_000),
      angle: 'ø'.repeat(300),
    }));
    await store.saveHistory(COMMITTEE, entry(AT, { questions }));
    expect((await store.listHistory(COMMITTEE, 200))[0]?.questions).toEqual(questions);
  });
});
