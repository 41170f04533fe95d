import { DialogueError } from '#dialogue/errors';
import type { MeetingId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import { endsByItselfAt, type Meeting } from '#dialogue/meeting';
import type { Deps, Outbox } from './deps.ts';
import { lead } from './lead.ts';
import type { Due } from './ports.ts';

type EndingDeps = Outbox & Pick<Deps, 'memberships'>;

/**
 * Ends an item whose time is over, or writes down when to look again. One that was begun and is nobody's, because another
 * came first or a process was gone, is deleted.
 */
export async function endOverdue(deps: EndingDeps, due: Due & { ending: MeetingId }): Promise<void> {
  const meeting = (await deps.store.readMeeting(due.ending))?.value;
  if (meeting !== undefined && (await isNobodys(deps, meeting))) {
    await deps.store.removeMeeting(meeting.id);
  } else if (meeting?.status === 'open') {
    const over = endsByItselfAt(meeting);
    if (over > deps.surroundings.now()) await deps.store.addDue({ at: over, ending: due.ending });
    else await end(deps, meeting.id, 'time', `time-${meeting.id.slice(-13)}`, deps.surroundings.now());
  }
  await deps.store.removeDue(due);
}

/** Whether no committee names an item out of which nothing was ever asked. */
async function isNobodys({ store }: EndingDeps, { id, committee, status, rounds, ahead }: Meeting): Promise<boolean> {
  if (status === 'ended' || rounds.length > 0 || ahead.length > 0) return false;
  const known = (await store.readCommittee(committee))?.value;
  return known !== undefined && known.open !== id && known.next !== id;
}

/** Ends an item without a facilitator; one that has ended already stays as it is. */
export async function end(
  deps: EndingDeps,
  meeting: MeetingId,
  cause: 'teams' | 'time',
  id: string,
  at: Instant,
): Promise<void> {
  try {
    await lead(deps, meeting, { type: 'endMeeting', cause, id, at, by: { person: '', name: '' } });
  } catch (error) {
    if (!(error instanceof DialogueError && error.code === 'MeetingEnded')) throw error;
  }
}
