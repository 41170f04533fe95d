import type { MeetingId } from '#dialogue/ids';
import { plus } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { Deps } from './deps.ts';
import type { Due, Store } from './ports.ts';

type EraseDeps = Pick<Deps, 'surroundings' | 'keptFor'> & { readonly store: Store };

/** Writes down, before it is ended, that an item is deleted when it has been over for as long as items are kept. */
export async function promiseItemErasure({ store, keptFor }: EraseDeps, meeting: Meeting): Promise<void> {
  if (meeting.status === 'ended') await store.addDue({ at: plus(meeting.endedAt, keptFor), expiring: meeting.id });
}

/**
 * An item's time is over (decision 16): everything of it is deleted, what people answered and who led it, but for its line in the
 * history, which names nobody. What stands in the channel belongs to Teams, and is not touched any more. Waits on where
 * items are kept for longer by now.
 */
export async function eraseItem(deps: EraseDeps, due: Due & { expiring: MeetingId }): Promise<void> {
  const { store, surroundings } = deps;
  const now = surroundings.now();
  const meeting = (await store.readMeeting(due.expiring))?.value;
  if (meeting?.status === 'ended' && plus(meeting.endedAt, deps.keptFor) > now) {
    await promiseItemErasure(deps, meeting);
  } else if (meeting?.status === 'ended') {
    await store.eraseMeeting(meeting, now);
    surroundings.log({ level: 'info', code: 'Meeting.erased' });
  }
  await store.removeDue(due);
}
