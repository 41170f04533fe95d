import type { OpenMeeting } from '#dialogue/commands';
import { openMeeting } from '#dialogue/decide';
import { DialogueError } from '#dialogue/errors';
import { plus } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { Outbox } from './deps.ts';
import { ENDED_AFTER } from './endOverdue.ts';

/**
 * Opens an item in a committee. Its head is written first and then the committee's, where opening is won; a head that
 * no committee names is nobody's item.
 * @throws DialogueError `MeetingAlreadyOpen`, `CommitteeUnknown`, or what the plan is refused for
 */
export async function openItem({ store, surroundings }: Outbox, command: OpenMeeting): Promise<Meeting> {
  const committee = await store.readCommittee(command.committee);
  if (committee === undefined) throw new DialogueError('CommitteeUnknown');
  const before = committee.value.open === undefined ? undefined : await store.readMeeting(committee.value.open);
  if (before?.value.status === 'open') return ownOrRefused(before.value, command);
  const meeting = openMeeting(command);
  await store.addDue({ at: plus(command.at, ENDED_AFTER), ending: meeting.id });
  if (!(await store.createMeeting(meeting))) throw new DialogueError('MeetingAlreadyOpen');
  if (await store.saveCommittee({ ...committee.value, open: meeting.id }, committee.version)) {
    surroundings.log({ level: 'info', code: 'Meeting.opened' });
    return meeting;
  }
  const now = (await store.readCommittee(command.committee))?.value.open;
  const winner = now === undefined ? undefined : await store.readMeeting(now);
  if (winner === undefined) throw new DialogueError('CommitteeUnknown');
  return ownOrRefused(winner.value, command);
}

/** The same command again, after an answer that got lost, is no second wish. */
function ownOrRefused(open: Meeting, command: OpenMeeting): Meeting {
  if (open.commands.includes(command.id)) return open;
  throw new DialogueError('MeetingAlreadyOpen', open.id);
}
