import { beforeEach, expect, it } from 'vitest';
import { meetingIdOf } from '#dialogue/ids';
import { millisecondsOf, plus } from '#dialogue/instant';
import { createStore } from '#store/createStore';
import type { Entity, Tables } from '#store/tables';
import { createMemoryTables, type MemoryTables } from '../../tests/support/memoryTables.ts';
import { AT, COMMITTEE, meetingBy, replyOf, TEAM } from '../../tests/support/storeSamples.ts';
import { putBack, RowsDiffer } from './committeeCopy.ts';
import { committeeRows } from './committeeRows.ts';

const OTHER = '19:andet@thread.tacv2';
const idAt = (minutes: number, committee = COMMITTEE): string =>
  meetingIdOf(committee, millisecondsOf(plus(AT, minutes * 60_000)));
/** An item that each of these rows alone leads to. */
const OPEN = idAt(0);
const NEXT = idAt(1);
const PAST = idAt(2);
const THREAD = idAt(3);
const SENT = idAt(4);
const DUE = idAt(5);

let tables: MemoryTables;

beforeEach(async () => {
  tables = createMemoryTables();
  const store = createStore(tables);
  await store.saveTeam(TEAM, undefined);
  await store.saveCommittee({ id: OTHER, team: TEAM.id, name: 'Andet', open: idAt(0, OTHER) }, undefined);
  await store.saveCommittee({ id: COMMITTEE, team: TEAM.id, name: 'LMU', open: OPEN, next: NEXT }, undefined);
  for (const id of [OPEN, NEXT, PAST, THREAD, SENT, DUE, idAt(0, OTHER)]) {
    await store.createMeeting({ ...meetingBy('command'), id });
    await store.mergeAnswer(id, replyOf('1700000000001', { text: `Svar ${'æ'.repeat(40_000)}` }));
  }
  const post = (partition: string) => ({ table: 'Meetings', partition, key: 'r001!p!q' }) as const;
  const history = { title: 'Punkt', openedAt: AT, endedAt: plus(AT, 60_000), questions: [] };
  await store.saveHistory(COMMITTEE, { ...history, meeting: PAST });
  await store.saveThread(COMMITTEE, { root: '1700000000002', kind: 'question', post: post(THREAD) });
  await store.announce(COMMITTEE, post(SENT), AT);
  await store.saveTrial({ committee: COMMITTEE, person: 'p' }, { text: 'Prøve', at: AT });
  await store.addDue({ at: AT, post: post(DUE) });
  await store.addDue({ at: AT, ending: OPEN });
  await store.addDue({ at: AT, trial: { committee: COMMITTEE, person: 'p' } });
  await store.addDue({ at: AT, ending: idAt(0, OTHER) });
});

const isMeant = () => Promise.resolve(true);
const placeOf = ({ table, partition, key }: Entity): string => `${table} ${partition} ${key}`;
const plain = (rows: readonly Entity[]): readonly string[] =>
  rows.map((row) => `${placeOf(row)} ${JSON.stringify(row.columns)}`).toSorted();
const isOthers = ({ partition, columns }: Entity): boolean =>
  [OTHER, idAt(0, OTHER)].includes(partition) || columns['ending'] === idAt(0, OTHER);

it('holds every row of the committee, whatever leads to it, and none of another’s', async () => {
  const rows = await committeeRows(tables, COMMITTEE);
  expect(plain(rows)).toEqual(plain(tables.rows().filter((row) => !isOthers(row))));
  // What tells that the committee is there comes when all of it is.
  expect(rows.at(-1)).toMatchObject({ table: 'Committees', key: 'head' });
  expect(await committeeRows(tables, '19:nobody@thread.tacv2')).toEqual([]);
});

it('is erased without what is another’s, its head last', async () => {
  const others = tables.rows().filter((row) => isOthers(row) || row.table === 'Teams');
  const erased: string[] = [];
  const noting: Tables = { ...tables, remove: (at, over) => (erased.push(at.key), tables.remove(at, over)) };
  expect(await createStore(noting).eraseCommittee(COMMITTEE, isMeant)).toBe(true);
  expect(plain(tables.rows())).toEqual(plain(others));
  expect(erased.at(-1)).toBe('head');
});

it('is erased though work of another’s cannot be read, and leaves the work on its team', async () => {
  const first = '19:team@thread.tacv2';
  const store = createStore(tables);
  await store.saveCommittee({ id: first, team: first, name: 'Generelt' }, undefined);
  await store.addDue({ at: AT, erasing: first });
  await store.addDue({ at: AT, trial: { committee: first, person: 'p' } });
  await tables.upsert({ table: 'Due', partition: '0', key: `${AT}!another!end`, columns: { ending: 7 } });
  await store.eraseCommittee(first, isMeant);
  const left = tables.rows().filter(({ table }) => table === 'Due');
  expect(left.map(({ columns }) => columns)).toEqual(
    expect.arrayContaining([{ ending: 7 }, { at: AT, erasing: first }]),
  );
  expect(JSON.stringify(left)).not.toContain(`"committee":"${first}"`);
  expect(JSON.stringify(left)).not.toContain(`\\"committee\\":\\"${first}\\"`);
  expect((await store.listDue(AT)).broken).toBe(1);
});

it('is left from the moment that it is not meant to be erased any more, with what it has anew', async () => {
  const store = createStore(tables);
  let asked = 0;
  const begunAnew = async (): Promise<boolean> => {
    asked += 1;
    if (asked > 1) return false;
    // Another process was done with it and the app came back, while this one stood still.
    await store.eraseCommittee(COMMITTEE, isMeant);
    await store.saveCommittee({ id: COMMITTEE, team: TEAM.id, name: 'LMU' }, undefined);
    await store.saveTrial({ committee: COMMITTEE, person: 'p' }, { text: 'Ny prøve', at: AT });
    return true;
  };
  expect(await store.eraseCommittee(COMMITTEE, begunAnew)).toBe(false);
  expect((await store.readCommittee(COMMITTEE))?.value).toEqual({ id: COMMITTEE, team: TEAM.id, name: 'LMU' });
  expect((await store.readTrial({ committee: COMMITTEE, person: 'p' }))?.text).toBe('Ny prøve');
});

it('is not copied once its deletion has begun: half of it may be gone', async () => {
  const store = createStore(tables);
  await store.saveTeam({ ...TEAM, install: 'erasing' }, (await store.readTeam(TEAM.id))?.version);
  expect(await committeeRows(tables, COMMITTEE)).toEqual([]);
});

it('is put back as it was, once, also where it was interrupted', async () => {
  const rows = await committeeRows(tables, COMMITTEE);
  const empty = createMemoryTables();
  expect(await putBack(empty, rows.slice(0, 5))).toEqual({ written: 5 });
  empty.fail('loseAnswer', 1);
  expect(await putBack(empty, rows)).toEqual({ written: rows.length - 5 });
  expect(await putBack(empty, rows)).toEqual({ written: 0 });
  expect(plain(empty.rows())).toEqual(plain(rows));
});

it('writes over nothing: a team told of meanwhile stays, and where anything else differs nothing is written', async () => {
  const rows = await committeeRows(tables, COMMITTEE);
  const target = createMemoryTables();
  const store = createStore(target);
  await store.saveTeam({ ...TEAM, name: 'Nyt navn' }, undefined);
  await store.mergeAnswer(PAST, replyOf('1700000000001', { text: 'Noget andet' }));
  const before = plain(target.rows());
  await expect(putBack(target, rows)).rejects.toThrow(RowsDiffer);
  expect(plain(target.rows())).toEqual(before);
  await target.remove(rows.find(({ partition, key }) => partition === PAST && key.includes('!a!')) as Entity);
  expect(await putBack(target, rows)).toEqual({ written: rows.length - 1 });
  expect((await store.readTeam(TEAM.id))?.value.name).toBe('Nyt navn');
});
