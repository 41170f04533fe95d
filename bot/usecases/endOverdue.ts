import { DialogueError } from '#dialogue/errors';
import type { MeetingId } from '#dialogue/ids';
import { type Instant, plus } from '#dialogue/instant';
import { endsByItselfAt, type Meeting } from '#dialogue/meeting';
import type { Deps, Outbox } from './deps.ts';
import { nextLook } from './eraseItem.ts';
import { lead } from './lead.ts';
import { discardPlanned } from './planItem.ts';
import type { Due } from './ports.ts';

type EndingDeps = Outbox & Pick<Deps, 'memberships'>;

/**
 * Ends an item whose time is over, throws away one that was prepared and that nobody has touched for as long as items are
 * kept, or writes down when to look again. One that was begun and is nobody's, because another came first or a process was
 * gone, is deleted.
 */
export async function endOverdue(deps: EndingDeps, due: Due & { ending: MeetingId }): Promise<void> {
  const meeting = (await deps.store.readMeeting(due.ending))?.value;
  if (meeting !== undefined && (await isNobodys(deps, meeting))) {
    await deps.store.removeMeeting(meeting.id);
  } else if (meeting?.status === 'open') {
    const over = endsByItselfAt(meeting);
    if (over > deps.surroundings.now()) await deps.store.addDue({ at: over, ending: due.ending });
    else await end(deps, meeting.id, 'time', commandOf(meeting), deps.surroundings.now());
  } else if (meeting?.status === 'planned') await discardForgotten(deps, meeting);
  await deps.store.removeDue(due);
}

const commandOf = ({ id }: Meeting): string => `time-${id.slice(-13)}`;

async function discardForgotten(deps: EndingDeps, meeting: Meeting): Promise<void> {
  const now = deps.surroundings.now();
  const over = plus(meeting.commandAt, deps.keptFor);
  if (over > now) await deps.store.addDue({ at: nextLook(over, now), ending: meeting.id });
  else await discardPlanned(deps, meeting.id, { id: commandOf(meeting), at: now, by: NOBODY });
}

/** Whoever the app does something for when time is over. */
const NOBODY = { person: '', name: '' };

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
    await lead(deps, meeting, { type: 'endMeeting', cause, id, at, by: NOBODY });
  } catch (error) {
    if (!(error instanceof DialogueError && error.code === 'MeetingEnded')) throw error;
  }
}
