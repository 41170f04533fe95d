import type { OpenMeeting } from '#dialogue/commands';
import { openMeeting } from '#dialogue/decide';
import { DialogueError } from '#dialogue/errors';
import type { MeetingId } from '#dialogue/ids';
import type { Meeting } from '#dialogue/meeting';
import type { Committee } from '#dialogue/team';
import { changeCommittee } from './changeCommittee.ts';
import type { Outbox } from './deps.ts';

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
 * Throws away an item that was prepared and never opened. Done once more it changes nothing.
 * @throws DialogueError `MeetingAlreadyOpen` for one that was opened, `QuestionSentAhead` where a question of it is in the channel
 */
export async function discardPlanned(deps: Outbox, id: MeetingId): Promise<void> {
  const meeting = (await deps.store.readMeeting(id))?.value;
  // The committee's row let go of it before it was removed.
  if (meeting === undefined) return;
  if (meeting.status !== 'planned') throw new DialogueError('MeetingAlreadyOpen', id);
  // What stands in the channel has replies that belong to somebody.
  if (meeting.ahead.length > 0) throw new DialogueError('QuestionSentAhead');
  await changeCommittee(deps, meeting.committee, (known) => {
    if (known.open === id) throw new DialogueError('MeetingAlreadyOpen', id);
    return known.next === id ? { ...known, next: undefined } : known;
  });
  await deps.store.removeMeeting(id);
  deps.surroundings.log({ level: 'info', code: 'Meeting.discarded' });
}

async function plannedOne(store: Outbox['store'], { next }: Committee): Promise<Meeting | undefined> {
  const meeting = next === undefined ? undefined : (await store.readMeeting(next))?.value;
  return meeting?.status === 'planned' ? meeting : undefined;
}
