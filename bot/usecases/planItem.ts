import type { Command, OpenMeeting } from '#dialogue/commands';
import { openMeeting } from '#dialogue/decide';
import { DialogueError } from '#dialogue/errors';
import type { MeetingId } from '#dialogue/ids';
import type { Meeting } from '#dialogue/meeting';
import type { Committee } from '#dialogue/team';
import { changeCommittee } from './changeCommittee.ts';
import type { Deps, Outbox } from './deps.ts';
import { lead } from './lead.ts';

/**
 * Begins to prepare a committee's next item, of which there is one.
 * @throws DialogueError `MeetingAlreadyPlanned`, `CommitteeUnknown`, or what the plan is refused for
 */
export async function planItem(deps: Outbox, command: OpenMeeting): Promise<void> {
  const meeting = openMeeting(command, 'planned');
  let isCreated = false;
  await changeCommittee(deps, command.committee, async (known) => {
    const next = await plannedOne(deps.store, known);
    if (next?.commands.includes(command.id)) return known;
    if (next !== undefined) throw new DialogueError('MeetingAlreadyPlanned', next.id);
    if (!isCreated && !(await deps.store.createMeeting(meeting))) throw new DialogueError('MeetingAlreadyPlanned');
    isCreated = true;
    return { ...known, next: meeting.id };
  });
  deps.surroundings.log({ level: 'info', code: 'Meeting.planned' });
}

/**
 * Throws away an item that was prepared and never opened. It is ended first, over just what was read of it, so that
 * nothing is sent out of it meanwhile. Done once more it changes nothing.
 * @throws DialogueError `MeetingAlreadyOpen` for one that was opened, `QuestionSentAhead` where a question of it is in the channel
 */
export async function discardPlanned(
  deps: Outbox & Pick<Deps, 'memberships'>,
  id: MeetingId,
  command: Pick<Command, 'id' | 'at' | 'by'>,
): Promise<void> {
  const meeting = (await deps.store.readMeeting(id))?.value;
  // The committee's row let go of it before it was removed.
  if (meeting === undefined) return;
  const wasOpened = meeting.status === 'open' || (meeting.status === 'ended' && meeting.endedBy !== 'discarded');
  if (wasOpened) throw new DialogueError('MeetingAlreadyOpen', id);
  const known = (await deps.store.readCommittee(meeting.committee))?.value;
  // Somebody is opening it just now.
  if (known?.open === id) throw new DialogueError('MeetingAlreadyOpen', id);
  if (meeting.status === 'planned') await lead(deps, id, { ...command, type: 'discard' });
  await changeCommittee(deps, meeting.committee, (committee) =>
    committee.next === id ? { ...committee, next: undefined } : committee,
  );
  await deps.store.removeMeeting(id);
  deps.surroundings.log({ level: 'info', code: 'Meeting.discarded' });
}

async function plannedOne(store: Outbox['store'], { next }: Committee): Promise<Meeting | undefined> {
  const meeting = next === undefined ? undefined : (await store.readMeeting(next))?.value;
  return meeting?.status === 'planned' ? meeting : undefined;
}
