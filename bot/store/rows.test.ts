import { describe, expect, it } from 'vitest';
import { duePost } from '#dialogue/post';
import { Unavailable } from '#usecases/ports';
import { createMemoryTables } from '../../tests/support/memoryTables.ts';
import { replyOf } from '../../tests/support/storeSamples.ts';
import { createStore } from './createStore.ts';
import type { Tables } from './tables.ts';

const OWNER = { table: 'Meetings', partition: 'm' } as const;
const POST = duePost({ key: 'z!p!digest!1', kind: 'digest' });

describe('rows', () => {
  it('are as old as the clock of the service says, in whole seconds, and never younger than nothing', async () => {
    let now = Date.parse('2026-05-14T08:31:00.700Z');
    const store = createStore(createMemoryTables({ clock: () => now }));
    await store.savePost(OWNER, POST, undefined);
    const fresh = await store.readPost({ ...OWNER, key: POST.key });
    expect([fresh?.age, fresh?.writtenAt]).toEqual([0, '2026-05-14T08:31:00.700Z']);
    now += 61_000;
    expect((await store.readPost({ ...OWNER, key: POST.key }))?.age).toBe(60_300);
  });

  it('that others write all the time are given up', async () => {
    const tables = createMemoryTables();
    const contended: Tables = { ...tables, replace: () => Promise.resolve('refused') };
    const store = createStore(contended);
    await store.mergeAnswer('m', replyOf('1'));
    const edited = replyOf('1', { life: 'edited', text: 'ny', at: '2027-01-01T00:00:00.000Z' });
    await expect(store.mergeAnswer('m', edited)).rejects.toBeInstanceOf(Unavailable);
  });

  it('that are deleted while somebody merges are written anew', async () => {
    const tables = createMemoryTables();
    const store = createStore(tables);
    await store.mergeAnswer('m', replyOf('1'));
    const deleting: Tables = { ...tables, get: async (at) => (await tables.remove(at), tables.get(at)) };
    await createStore(deleting).mergeAnswer('m', replyOf('1', { text: 'ny' }));
    expect((await store.readAllRounds('m')).answers.map(({ text }) => text)).toEqual(['ny']);
  });

  it('are read page by page, and no further than the first that are asked for', async () => {
    const tables = createMemoryTables({ emptyPages: false });
    for (const minute of [0, 1, 2, 3, 4, 5]) {
      const at = `2026-05-14T08:3${minute}:00.000Z`;
      const entry = { meeting: `m${minute}`, title: '', openedAt: at, endedAt: at, questions: [] };
      await createStore(tables).saveHistory('19:udvalg', entry);
    }
    const asked: number[] = [];
    const inPairs: Tables = {
      ...tables,
      page: async (range, continuation = '0') => {
        const from = Number(continuation);
        asked.push(from);
        const { rows } = await tables.page(range);
        return { rows: rows.slice(from, from + 2), ...(from + 2 < rows.length && { continuation: String(from + 2) }) };
      },
    };
    const listed = await createStore(inPairs).listHistory('19:udvalg', 3);
    expect(listed.map(({ meeting }) => meeting)).toEqual(['m5', 'm4', 'm3']);
    expect(asked).toEqual([0, 2]);
  });

  it('of a kind that is not known yet do no harm', async () => {
    const tables = createMemoryTables();
    const store = createStore(tables);
    await store.mergeAnswer('m', replyOf('1'));
    await tables.insert({ table: 'Meetings', partition: 'm', key: 'r001!x!1', columns: { word: 'x' } });
    const { answers, posts } = await store.readAllRounds('m');
    expect([answers.length, posts.length]).toEqual([1, 0]);
  });

  it.each([
    ['whose fields are wrong', 'r001!a!tAnna', { life: 'Anna', text: 'hemmeligt' }, 'source, life'],
    ['whose text is not whole', 'r001!a!tAnna', { text_1: 'hemmeligt' }, 'chunks'],
    ['whose state is none', 'r001!p!e!Anna', { kind: 'echo', state_json: '{"status":"Anna"}' }, 'state'],
  ])('%s are told of without what they hold', async (_, key, columns, fields) => {
    const tables = createMemoryTables();
    await tables.insert({ table: 'Meetings', partition: 'Anna', key, columns });
    const error: unknown = await createStore(tables)
      .readAllRounds('Anna')
      .catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(`BrokenRow: broken row in Meetings: r001!`);
    expect(String(error)).toContain(fields);
    expect(JSON.stringify(error) + String(error)).not.toMatch(/Anna|hemmeligt/);
  });
});
