import { describe, expect, it } from 'vitest';
import { readRange } from '#store/rows';
import type { Columns, Entity, Write } from '#store/tables';
import { createMemoryTables } from '../support/memoryTables.ts';

const entity = (key: string, columns: Columns = { a: 1 }, partition = 'p'): Entity => ({
  table: 'Meetings',
  partition,
  key,
  columns,
});
const insertion = (key: string, partition?: string): Write => ({ entity: entity(key, {}, partition), over: undefined });
const columnsOf = (count: number): Columns =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, 1]));

// What Azurite lets pass and the service does not, or the other way round, so that tests against the substitute tell.
describe('substitute of the tables', () => {
  it.each([
    ['a key with a slash', entity('a/b')],
    ['a partition with a question mark', entity('a', {}, 'p?')],
    ['a key with a control character', entity('a\u0085')],
    ['a key above 1 KB', entity('a'.repeat(513))],
    ['a text above 64 KB', entity('a', { text: 'a'.repeat(32_769) })],
    ['half a character', entity('a', { text: '\ud83d' })],
    ['more than 252 properties', entity('a', columnsOf(253))],
    ['a property of the service', entity('a', { Timestamp: 'x' })],
    ['a name with a hyphen', entity('a', { 'a-b': 'x' })],
    ['a number above 32 bits', entity('a', { count: 2 ** 31 })],
    [
      'a row above 1 MB',
      entity('a', Object.fromEntries(Array.from('abcdefghijklmnopq', (c) => [c, c.repeat(32_000)]))),
    ],
  ])('refuses %s', async (_, wrong) => {
    const tables = createMemoryTables();
    await expect(tables.insert(wrong)).rejects.toThrow('store is unavailable');
    await expect(tables.upsert(wrong)).rejects.toThrow('store is unavailable');
    expect(tables.rows()).toEqual([]);
  });

  it('takes what just fits', async () => {
    const tables = createMemoryTables();
    expect(await tables.insert(entity('a'.repeat(512), { text: 'a'.repeat(32_768) }))).toBe('written');
    expect(await tables.insert(entity('b', columnsOf(252)))).toBe('written');
  });

  it('does all of a transaction or nothing', async () => {
    const tables = createMemoryTables();
    await tables.insert(entity('b'));
    expect(await tables.transact([insertion('a'), insertion('b')])).toBe('refused');
    await expect(tables.transact([insertion('a'), insertion('a', 'q')])).rejects.toThrow();
    await expect(tables.transact([insertion('a'), insertion('a')])).rejects.toThrow();
    const many = Array.from({ length: 100 }, (_, index) => insertion(`m${index}`));
    await expect(tables.transact([insertion('a'), ...many])).rejects.toThrow();
    expect(tables.rows().map(({ key }) => key)).toEqual(['b']);
  });

  it('gives pages that are small, in order, and empty in between', async () => {
    const tables = createMemoryTables({ pageSize: 2 });
    for (const key of ['c', 'a', 'e', 'b', 'd']) await tables.insert(entity(key));
    const range = { table: 'Meetings', partition: 'p', from: 'b', to: 'e' } as const;
    const first = await tables.page(range);
    expect(first.rows).toEqual([]);
    const second = await tables.page(range, first.continuation);
    expect(second.rows.map(({ key }) => key)).toEqual(['b', 'c']);
    expect(second.continuation).toBeDefined();
    expect((await readRange(tables, range)).map(({ key }) => key)).toEqual(['b', 'c', 'd']);
  });

  it('sends a write again whose answer was lost, and so is refused by itself', async () => {
    const tables = createMemoryTables();
    tables.fail('loseAnswer');
    expect(await tables.insert(entity('a'))).toBe('refused');
    expect(tables.rows()).toHaveLength(1);
  });

  it('gets over three busy answers, and not over four', async () => {
    const tables = createMemoryTables();
    tables.fail('throttle', 3);
    expect(await tables.insert(entity('a'))).toBe('written');
    tables.fail('throttle', 4);
    await expect(tables.insert(entity('b'))).rejects.toThrow('store is unavailable');
    expect(tables.rows().map(({ key }) => key)).toEqual(['a']);
  });

  it.each([
    ['throttle', 'TableFault: table insert: 503 ServerBusy'],
    ['loseAnswer', 'TableFault: table insert: no answer ECONNRESET'],
  ] as const)('says what the service said last where all tries met with %s', async (fault, cause) => {
    const tables = createMemoryTables();
    tables.fail(fault, 4);
    const error = await tables.insert(entity('a')).catch((thrown: unknown) => thrown as Error);
    expect(String((error as Error).cause)).toBe(cause);
  });
});
