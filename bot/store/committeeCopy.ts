import { type CommitteeId, committeeOf, type MeetingId } from '#dialogue/ids';
import type { Due } from '#usecases/ports';
import { sameColumns } from './columns.ts';
import { fromAnnouncedEntity } from './entities/announcedEntity.ts';
import { fromCommitteeEntity } from './entities/committeeEntity.ts';
import { fromDueEntity } from './entities/dueEntity.ts';
import { fromHistoryEntity } from './entities/historyEntity.ts';
import { fromThreadEntity } from './entities/threadEntity.ts';
import { addresses, ranges } from './keys.ts';
import { readRange } from './rows.ts';
import type { Entity, Row, Tables } from './tables.ts';

/**
 * Every row that a committee has: its team's, those of its items, the work that is due on them, and last its own, so that
 * a committee is there once all of it is. Each row is as it was when it was read: nothing holds the committee still.
 * @returns nothing where there is no such committee
 * @throws BrokenRow where a row that leads to others cannot be read
 */
export async function committeeRows(tables: Tables, committee: CommitteeId): Promise<readonly Entity[]> {
  const own = await readRange(tables, ranges.whole('Committees', committee));
  const head = own.find(({ key }) => key === 'head');
  if (head === undefined) return [];
  const team = await tables.get(addresses.team(fromCommitteeEntity(head).team));
  const due = (await Promise.all(ranges.allDue().map((range) => readRange(tables, range)))).flat();
  const dueHere = due.filter((row) => partitionsOf(fromDueEntity(row)).some((one) => belongs(one, committee)));
  const items: Row[] = [];
  for (const meeting of meetingsIn(committee, own, dueHere))
    items.push(...(await readRange(tables, ranges.whole('Meetings', meeting))));
  const others = own.filter((row) => row !== head);
  return [...(team ? [team] : []), ...items, ...dueHere, ...others, head].map(toEntity);
}

/**
 * Writes rows back as `committeeRows` gave them. Where all of it is there already nothing is written, so that what was
 * interrupted can be done again; a team may have been told of meanwhile by another of its channels, and stays as it is.
 * @throws {RowsDiffer} before anything is written, where another row stands in the place of one
 */
export async function putBack(tables: Tables, rows: readonly Entity[]): Promise<{ readonly written: number }> {
  const missing: Entity[] = [];
  let differing = 0;
  for (const row of rows) {
    const there = await tables.get(row);
    if (there === undefined) missing.push(row);
    else if (row.table !== 'Teams' && !sameColumns(there.columns, row.columns)) differing += 1;
  }
  if (differing > 0) throw new RowsDiffer(differing);
  for (const row of missing) {
    if ((await tables.insert(row)) === 'written') continue;
    // An own insert whose answer was lost comes back as refused.
    const there = await tables.get(row);
    if (there === undefined || !sameColumns(there.columns, row.columns)) throw new RowsDiffer(1);
  }
  return { written: missing.length };
}

/** The tables hold something else than what is to be put there. */
export class RowsDiffer extends Error {
  readonly count: number;
  constructor(count: number) {
    super(`${count} rows there differ from those to be put back`);
    this.count = count;
  }
}

const toEntity = ({ table, partition, key, columns }: Row): Entity => ({ table, partition, key, columns });

/** All items that a row of the committee, or work that is due, leads to. */
function meetingsIn(committee: CommitteeId, own: readonly Row[], due: readonly Row[]): ReadonlySet<MeetingId> {
  const found = [...own.flatMap(namedIn), ...due.flatMap((row) => partitionsOf(fromDueEntity(row)))];
  return new Set(found.filter((one) => committeeOf(one) === committee));
}

/** What a row of a committee's own names that may be an item. */
function namedIn(row: Row): readonly string[] {
  if (row.key === 'head') {
    const { open, next, openBefore, made = [], fixing } = fromCommitteeEntity(row);
    return [open, next, openBefore, fixing, ...made.map(({ meeting }) => meeting)].filter((one) => one !== undefined);
  }
  if (row.key.startsWith('m!')) return [fromHistoryEntity(row).meeting];
  if (row.key.startsWith('t!')) return [fromThreadEntity(row).post.partition];
  return row.key.startsWith('s!') ? [fromAnnouncedEntity(row).post.partition] : [];
}

function partitionsOf(due: Due): readonly string[] {
  if ('post' in due) return [due.post.partition];
  if ('readBack' in due) return [due.readBack.meeting];
  return 'ending' in due ? [due.ending] : [due.trial.committee];
}

const belongs = (partition: string, committee: CommitteeId): boolean =>
  partition === committee || committeeOf(partition) === committee;
