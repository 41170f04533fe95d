import type { Command, OpenMeeting } from '#dialogue/commands';
import { openMeeting } from '#dialogue/decide';
import { DialogueError } from '#dialogue/errors';
import type { MeetingId } from '#dialogue/ids';
import { plus } from '#dialogue/instant';
import { ENDED_AFTER, type Meeting } from '#dialogue/meeting';
import type { Committee } from '#dialogue/team';
import { changeCommittee } from './changeCommittee.ts';
import type { Deps, Outbox } from './deps.ts';
import { noteHistory } from './history.ts';
import { lead } from './lead.ts';
import { madeBy, withMade } from './made.ts';
import { withFormerOpen } from './openItem.ts';

/**
 * Begins to prepare a committee's next item, of which there is one.
 * @throws DialogueError `MeetingAlreadyPlanned`, `CommitteeUnknown`, or what the plan is refused for
 */
export async function planItem(deps: Outbox, command: OpenMeeting): Promise<void> {
  const meeting = openMeeting(command, 'planned');
  let isCreated = false;
  await changeCommittee(deps, command.committee, async (known) => {
    // The same wish again, after an answer that got lost: also where what it made is thrown away, open or over by now.
    if (madeBy(known, command.id) !== undefined) return known;
    const next = await plannedOne(deps.store, known);
    if (next !== undefined) throw new DialogueError('MeetingAlreadyPlanned', next.id);
    if (!isCreated) {
      // Whoever looks then finds out whether it came to be anybody's.
      await deps.store.addDue({ at: plus(command.at, ENDED_AFTER), ending: meeting.id });
      if (!(await deps.store.createMeeting(meeting))) throw new DialogueError('MeetingAlreadyPlanned');
      isCreated = true;
    }
    return { ...withMade(known, command.id, meeting.id), next: meeting.id };
  });
  deps.surroundings.log({ level: 'info', code: 'Meeting.planned' });
}

/**
 * Throws away an item that was prepared and never opened. It is ended first, over just what was read of it, so that
 * nothing is sent out of it meanwhile. Its head stays where a question was sent out of it: what people have written
 * there is theirs to read and to delete. Done once more it changes nothing.
 * @throws DialogueError `MeetingAlreadyOpen` for one that was opened, `MeetingEnded` for one that is over
 */
export async function discardPlanned(
  deps: Outbox & Pick<Deps, 'memberships'>,
  id: MeetingId,
  command: Pick<Command, 'id' | 'at' | 'by'>,
): Promise<void> {
  const meeting = (await deps.store.readMeeting(id))?.value;
  // The committee's row let go of it before it was removed.
  if (meeting === undefined) return;
  refuseOpened(meeting);
  const known = (await deps.store.readCommittee(meeting.committee))?.value;
  // Somebody is opening it just now.
  if (known?.open === id) throw new DialogueError('MeetingAlreadyOpen', id);
  const { ahead } = meeting.status === 'planned' ? await lead(deps, id, { ...command, type: 'discard' }) : meeting;
  await changeCommittee(deps, meeting.committee, (committee) => {
    const open = withFormerOpen(committee, id);
    return open.next === id ? { ...open, next: undefined } : open;
  });
  if (ahead.length === 0) await deps.store.removeMeeting(id);
  else await noteHistory(deps, id);
  deps.surroundings.log({ level: 'info', code: 'Meeting.discarded' });
}

/** @throws DialogueError `MeetingAlreadyOpen`, `MeetingEnded` */
function refuseOpened(meeting: Meeting): void {
  if (meeting.status === 'open') throw new DialogueError('MeetingAlreadyOpen', meeting.id);
  if (meeting.status === 'ended' && meeting.endedBy !== 'discarded')
    throw new DialogueError('MeetingEnded', meeting.id);
}

async function plannedOne(store: Outbox['store'], { next }: Committee): Promise<Meeting | undefined> {
  const meeting = next === undefined ? undefined : (await store.readMeeting(next))?.value;
  return meeting?.status === 'planned' ? meeting : undefined;
}
