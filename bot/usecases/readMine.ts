import type { CommitteeId, MeetingId } from '#dialogue/ids';
import type { Person } from '#dialogue/meeting';
import { type MineInItem, mineIn, type MineView } from '#dialogue/mine';
import { seatsOf } from '#dialogue/setup';
import type { Deps } from './deps.ts';
import type { Store } from './ports.ts';
import { readTrial } from './trials.ts';
import type { Visitor } from './visitor.ts';

/** Most items that are looked through for one reading. */
const NEWEST = 200;

type Reads = Pick<Store, 'readCommittee' | 'listHistory' | 'readMeeting' | 'readAllRounds' | 'readTrial'>;
type ReadDeps = Pick<Deps, 'surroundings'> & { readonly store: Reads };

/**
 * Everything that is stored about whoever asks, from the committee's newest items. They are read one after the other,
 * so that somebody's looking costs those who are in an item little.
 */
export async function readMine(deps: ReadDeps, { committee, team }: Visitor, by: Person): Promise<MineView> {
  const readAt = deps.surroundings.now();
  const all = await itemsOf(deps.store, committee.id, NEWEST + 1);
  const items = all.slice(0, NEWEST);
  const found: MineInItem[] = [];
  for (const item of items) {
    const [meeting, rows] = await Promise.all([deps.store.readMeeting(item), deps.store.readAllRounds(item)]);
    if (meeting !== undefined) found.push(mineIn({ meeting: meeting.value, ...rows }, by.person, team));
  }
  return {
    committee: { id: committee.id, name: committee.name },
    person: by,
    readAt,
    trial: await readTrial(deps, { committee: committee.id, person: by.person }),
    listed: seatsOf((await deps.store.readCommittee(committee.id))?.value.setup, by.person),
    items: items.length,
    older: all.length > items.length,
    answers: found.flatMap(({ answers }) => answers),
    deleted: found.flatMap(({ deleted }) => deleted),
    led: found.flatMap(({ led }) => led),
    wroteDown: found.flatMap(({ wroteDown }) => wroteDown),
    teamsIds: [...new Set(found.flatMap(({ teamsIds }) => teamsIds))],
  };
}

/**
 * A committee's items, newest first: at most `most` of its history, the one opened last, which may not be there yet, and
 * the one that is being prepared, of which a question may be out.
 */
export async function itemsOf(
  store: Pick<Reads, 'readCommittee' | 'listHistory'>,
  id: CommitteeId,
  most: number,
): Promise<readonly MeetingId[]> {
  const [committee, history] = await Promise.all([store.readCommittee(id), store.listHistory(id, most)]);
  const now = [committee?.value.next, committee?.value.open].filter((id) => id !== undefined);
  return [...new Set([...now, ...history.map(({ meeting }) => meeting)])];
}
