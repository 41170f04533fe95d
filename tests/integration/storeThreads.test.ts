import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Thread } from '#dialogue/held';
import { plus } from '#dialogue/instant';
import type { ReadBack } from '#dialogue/readBack';
import { createStore } from '#store/createStore';
import type { Store } from '#usecases/ports';
import { type Backends, BACKENDS } from '../support/storeBackends.ts';
import { AT, COMMITTEE } from '../support/storeSamples.ts';

const thread = (root: string, partition = 'm'): Thread => ({
  root,
  kind: 'question',
  post: { table: 'Meetings', partition, key: 'r001!p!q' },
});

describe.each(Object.entries(BACKENDS))('threads and their readings on %s', (_, start) => {
  let backends: Backends;
  let store: Store;

  beforeAll(async () => {
    backends = await start();
  });
  afterAll(() => backends.close());
  beforeEach(() => {
    store = createStore(backends.fresh().tables);
  });

  it('are all those that a committee owns, and no other’s', async () => {
    for (const one of [thread('1'), thread('2', 'n')]) await store.saveThread(COMMITTEE, one);
    await store.saveThread(`${COMMITTEE}2`, thread('3'));
    expect(await store.listThreads(COMMITTEE)).toEqual([thread('1'), thread('2', 'n')]);
  });

  it('keep what the reading that began last has found, in whatever order they are over', async () => {
    const [first, second] = [
      { round: 'r001', at: AT, status: 'complete' },
      { round: 'r001', at: plus(AT, 1_000), status: 'unavailable' },
    ] as const satisfies readonly ReadBack[];
    const other = { ...first, round: 'r002' };
    for (const one of [second, first, other]) await store.saveReadBack('m', one);
    expect((await store.readAllRounds('m')).readBacks).toEqual([second, other]);
    await store.saveReadBack('m', { ...second, at: plus(AT, 2_000), status: 'complete' });
    expect((await store.readAllRounds('m')).readBacks[0]).toMatchObject({ status: 'complete' });
  });
});
