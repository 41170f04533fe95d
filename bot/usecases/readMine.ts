import { isLiving } from '#dialogue/answer';
import type { CommitteeId, MeetingId } from '#dialogue/ids';
import type { Person } from '#dialogue/meeting';
import { type MineInItem, mineIn, type MineView } from '#dialogue/mine';
import { seatsOf } from '#dialogue/setup';
import type { Deps } from './deps.ts';
import type { Store } from './ports.ts';
import { readTrial } from './trials.ts';
import type { Visitor } from './visitor.ts';

/** Most items that are looked through for one reading: a request has seconds. */
const AT_ONCE = 200;

type Reads = Pick<
  Store,
  'readCommittee' | 'listHistory' | 'readMeeting' | 'readAllRounds' | 'readTrial' | 'listHeld' | 'listWelcomes'
>;
type ReadDeps = Pick<Deps, 'surroundings'> & { readonly store: Reads };

/**
 * What is stored about whoever asks, from the committee's newest items, or from those before `after`. They are read one
 * after the other, so that somebody's looking costs those who are in an item little.
 */
export async function readMine(deps: ReadDeps, visitor: Visitor, by: Person, after?: MeetingId): Promise<MineView> {
  const { committee, member, team } = visitor;
  const readAt = deps.surroundings.now();
  const all = await itemsOf(deps.store, committee.id);
  // Newer ids sort first, so that what comes after one is older, also where that one is gone by now.
  const rest = all.filter((id) => after === undefined || id > after);
  const items = rest.slice(0, AT_ONCE);
  const found: MineInItem[] = [];
  for (const item of items) {
    const [meeting, rows] = await Promise.all([deps.store.readMeeting(item), deps.store.readAllRounds(item)]);
    if (meeting !== undefined) found.push(mineIn({ meeting: meeting.value, ...rows }, by.person, team));
  }
  const now = (await deps.store.readCommittee(committee.id))?.value ?? committee;
  const installed = await hasInstalled(deps.store, visitor);
  return {
    committee: { id: committee.id, name: now.setup?.name ?? now.name },
    person: by,
    readAt,
    trial: await readTrial(deps, { committee: committee.id, person: by.person }),
    listed: seatsOf(now.setup, by.person),
    waiting: await waitingOf(deps.store, committee.id, by),
    installed,
    items: items.length,
    older: rest.length > items.length ? items.at(-1) : undefined,
    answers: found.flatMap(({ answers }) => answers),
    deleted: found.flatMap(({ deleted }) => deleted),
    led: found.flatMap(({ led }) => led),
    wroteDown: found.flatMap(({ wroteDown }) => wroteDown),
    teamsIds: [...new Set([...found.flatMap(({ teamsIds }) => teamsIds), ...(installed ? [member.mri] : [])])],
  };
}

/** Replies that are held until it is known which question they answer. */
async function waitingOf(
  store: Pick<Reads, 'listHeld'>,
  committee: CommitteeId,
  by: Person,
): Promise<MineView['waiting']> {
  const held = await store.listHeld(committee);
  const theirs = held.filter(({ reply }) => reply.author?.person === by.person && isLiving(reply));
  return theirs.map(({ reply: { text, postedAt } }) => ({ text, postedAt }));
}

/** The welcome stands in the channel in which the app was added, whichever that was. */
async function hasInstalled(
  store: Pick<Reads, 'listWelcomes'>,
  { committee, team, member }: Visitor,
): Promise<boolean> {
  for (const channel of new Set([committee.id, ...team.channels.map(({ id }) => id)])) {
    const welcomes = await store.listWelcomes(channel);
    if (welcomes.some(({ about }) => about?.['byMri'] === member.mri)) return true;
  }
  return false;
}

/**
 * A committee's items, those that were made last first: its history, the one opened last, which may not be there yet, and
 * the one that is being prepared, of which a question may be out.
 */
export async function itemsOf(
  store: Pick<Reads, 'readCommittee' | 'listHistory'>,
  id: CommitteeId,
): Promise<readonly MeetingId[]> {
  const [committee, history] = await Promise.all([store.readCommittee(id), store.listHistory(id, Infinity)]);
  const now = [committee?.value.next, committee?.value.open].filter((id) => id !== undefined);
  return [...new Set([...now, ...history.map(({ meeting }) => meeting)])].toSorted();
}
