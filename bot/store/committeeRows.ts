import { type CommitteeId, committeeOf, type MeetingId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import { fromAnnouncedEntity } from './entities/announcedEntity.ts';
import { fromCommitteeEntity } from './entities/committeeEntity.ts';
import { fromHistoryEntity, toHistoryEntity } from './entities/historyEntity.ts';
import { fromThreadEntity } from './entities/threadEntity.ts';
import { fromTeamEntity } from './entities/teamEntity.ts';
import { addresses, ranges, workOfKey } from './keys.ts';
import { readRange } from './rows.ts';
import { Unavailable } from '#usecases/ports';
import type { Entity, Row, Tables } from './tables.ts';

/** The rows of a committee, by what they belong to. */
interface CommitteeRows {
  readonly items: readonly Row[];
  readonly due: readonly Row[];
  readonly own: readonly Row[];
  readonly head: Row | undefined;
}

async function readCommitteeRows(tables: Tables, committee: CommitteeId): Promise<CommitteeRows> {
  const own = await readRange(tables, ranges.whole('Committees', committee));
  const all = (await Promise.all(ranges.allDue().map((range) => readRange(tables, range)))).flat();
  const due = all.filter(({ key }) => belongs(key, committee));
  const items: Row[] = [];
  for (const meeting of meetingsIn(committee, own, due))
    items.push(...(await readRange(tables, ranges.whole('Meetings', meeting))));
  const head = own.find(({ key }) => key === 'head');
  return { items, due, own: own.filter((row) => row !== head), head };
}

/**
 * Every row that a committee has: its team's, those of its items, the work that is due on them, and last its own, so that
 * a committee is there once all of it is. Each row is as it was when it was read: nothing holds the committee still.
 * @returns nothing where there is no such committee, or its deletion has begun: half of it may be gone, and would look whole
 * @throws BrokenRow where a row that leads to others cannot be read
 */
export async function committeeRows(tables: Tables, committee: CommitteeId): Promise<readonly Entity[]> {
  const { items, due, own, head } = await readCommitteeRows(tables, committee);
  if (head === undefined) return [];
  const team = await tables.get(addresses.team(fromCommitteeEntity(head).team));
  if (team !== undefined && fromTeamEntity(team).install === 'erasing') return [];
  return [...(team ? [team] : []), ...items, ...due, ...own, head].map(toEntity);
}

/** So many rows are deleted at once. */
const AT_ONCE = 16;

/** So often it is looked whether something was written meanwhile. */
const LOOKS = 8;

/**
 * Deletes every row that a committee has but its team's: first those that nothing leads to but what is deleted after them,
 * so that whatever ends this in the middle can be done again. `isMeant` is asked once they are read: what is written after it
 * said no is not among them, and a row that is there anew by then, with the key of a former one, is another version.
 * @returns false where it said no
 */
export async function eraseCommitteeRows(
  tables: Tables,
  committee: CommitteeId,
  isMeant: () => Promise<boolean>,
): Promise<boolean> {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const { items, due, own, head } = await readCommitteeRows(tables, committee);
    if (!(await isMeant())) return false;
    if (head === undefined && [items, due, own].every((rows) => rows.length === 0)) return true;
    // Their keys have a time in them, and never come again.
    for (const rows of [items, due]) await removeAll(tables, rows);
    for (const rows of [own, head === undefined ? [] : [head]]) await removeAll(tables, rows, ({ etag }) => etag);
  }
  throw new Unavailable('store');
}

/**
 * Deletes every row of an item. The threads that it owns go first, so that nothing is taken in any more; the head goes last,
 * so that this can be done again. `at`: when, for its line in the history.
 */
export async function eraseMeetingRows(
  tables: Tables,
  { id, committee, openedAt }: Meeting,
  at: Instant,
): Promise<void> {
  const threads = await readRange(tables, ranges.threads(committee));
  await removeAll(
    tables,
    threads.filter((row) => fromThreadEntity(row).post.partition === id),
  );
  const line = await tables.get(addresses.history(committee, openedAt));
  const entry = line && fromHistoryEntity(line);
  if (entry?.meeting === id)
    await tables.upsert(toHistoryEntity(committee, { ...entry, erasedAt: entry.erasedAt ?? at }));
  const rows = await readRange(tables, ranges.whole('Meetings', id));
  await removeAll(
    tables,
    rows.filter(({ key }) => key !== 'head'),
  );
  await tables.remove(addresses.meeting(id));
}

/** `over`: the version that is deleted; whatever is there where it is left out. */
async function removeAll(tables: Tables, rows: readonly Row[], over?: (row: Row) => string): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await Promise.all(rows.slice(from, from + AT_ONCE).map((row) => tables.remove(row, over?.(row))));
}

const toEntity = ({ table, partition, key, columns }: Row): Entity => ({ table, partition, key, columns });

/** All items that a row of the committee, or work that is due, leads to. */
function meetingsIn(committee: CommitteeId, own: readonly Row[], due: readonly Row[]): ReadonlySet<MeetingId> {
  const found = [...own.flatMap(namedIn), ...due.map(({ key }) => workOfKey(key).partition)];
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

/** Work on the team is not the committee's, though a team has the id of its first channel. */
function belongs(key: string, committee: CommitteeId): boolean {
  const { partition, work } = workOfKey(key);
  return work !== 'erase' && (partition === committee || committeeOf(partition) === committee);
}
