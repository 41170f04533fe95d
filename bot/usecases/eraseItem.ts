import type { MeetingId } from '#dialogue/ids';
import { type Instant, plus } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { Deps } from './deps.ts';
import type { Due, Store } from './ports.ts';

type EraseDeps = Pick<Deps, 'surroundings' | 'keptFor'> & { readonly store: Store };

const DAY = 24 * 60 * 60_000;

/** An item that was thrown away before it was opened is no committee's record: long enough to see what one wrote there. */
const DISCARDED_KEPT = 30 * DAY;

/** So often, in milliseconds, it is looked whether the time of something is over: the municipality may have made it shorter. */
const LOOKED_AT = 30 * DAY;

/** When to look next whether something's time is over, which is then or sooner. */
export const nextLook = (over: Instant, now: Instant): Instant => {
  const latest = plus(now, LOOKED_AT);
  return over < latest ? over : latest;
};

type Ended = Extract<Meeting, { status: 'ended' }>;

const overAt = ({ endedAt, endedBy }: Ended, { keptFor }: Pick<EraseDeps, 'keptFor'>): Instant =>
  plus(endedAt, endedBy === 'discarded' ? DISCARDED_KEPT : keptFor);

/** Writes down, before it is ended, that an item is deleted when it has been over for as long as items are kept. */
export async function promiseItemErasure(deps: EraseDeps, meeting: Meeting): Promise<void> {
  if (meeting.status !== 'ended') return;
  await deps.store.addDue({ at: nextLook(overAt(meeting, deps), deps.surroundings.now()), expiring: meeting.id });
}

/**
 * An item's time is over (decision 16): everything of it is deleted, what people answered and who led it, but for its line in the
 * history, which names nobody. What stands in the channel belongs to Teams, and is not touched any more. Waits on where
 * its time is not over yet.
 */
export async function eraseItem(deps: EraseDeps, due: Due & { expiring: MeetingId }): Promise<void> {
  const { store, surroundings } = deps;
  const now = surroundings.now();
  const meeting = (await store.readMeeting(due.expiring))?.value;
  if (meeting?.status === 'ended' && overAt(meeting, deps) > now) {
    await promiseItemErasure(deps, meeting);
  } else if (meeting?.status === 'ended') {
    await store.eraseMeeting(meeting, now);
    surroundings.log({ level: 'info', code: 'Meeting.erased' });
  }
  await store.removeDue(due);
}
