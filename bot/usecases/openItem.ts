import type { OpenMeeting } from '#dialogue/commands';
import { openMeeting } from '#dialogue/decide';
import { DialogueError } from '#dialogue/errors';
import type { CommandId, MeetingId } from '#dialogue/ids';
import { plus } from '#dialogue/instant';
import { ENDED_AFTER, type Meeting, type Person } from '#dialogue/meeting';
import type { Committee } from '#dialogue/team';
import { changeCommittee } from './changeCommittee.ts';
import type { Deps, Outbox } from './deps.ts';
import { lead, readMeeting } from './lead.ts';
import { madeBy, withMade } from './made.ts';

/**
 * Opens an item in a committee. Its head is written first and then the committee's, where opening is won; a head that
 * no committee names is nobody's item.
 * @throws DialogueError `MeetingAlreadyOpen`, `CommitteeUnknown`, or what the plan is refused for
 */
export async function openItem(deps: Outbox, command: OpenMeeting): Promise<Meeting> {
  const { store, surroundings } = deps;
  const meeting = openMeeting(command);
  let made: MeetingId | undefined;
  let isCreated = false;
  await changeCommittee(deps, command.committee, async (known) => {
    // The same command again, after an answer that got lost, is no second wish: also where its item is over by now.
    made = madeBy(known, command.id);
    if (made !== undefined) return known;
    const open = await openOne(store, known);
    if (open !== undefined) throw new DialogueError('MeetingAlreadyOpen', open.id);
    if (!isCreated) {
      await store.addDue({ at: plus(command.at, ENDED_AFTER), ending: meeting.id });
      if (!(await store.createMeeting(meeting))) throw new DialogueError('MeetingAlreadyOpen');
      isCreated = true;
    }
    return { ...withMade(known, command.id, meeting.id), open: meeting.id };
  });
  if (made !== undefined) return (await readMeeting(deps, made)).value;
  surroundings.log({ level: 'info', code: 'Meeting.opened' });
  return meeting;
}

interface Opening {
  readonly id: CommandId;
  readonly at: string;
  readonly by: Person;
  readonly teamsMeeting?: string | undefined;
}

/**
 * Opens an item that was prepared. The committee's row is won first: until its own head is opened too the item still
 * counts as prepared, and opening it once more finishes that.
 * @throws DialogueError `MeetingAlreadyOpen`, `MeetingEnded`, `MeetingNotFound`
 */
export async function openPlanned(
  deps: Outbox & Pick<Deps, 'memberships'>,
  id: MeetingId,
  command: Opening,
): Promise<Meeting> {
  const { committee, status } = (await readMeeting(deps, id)).value;
  // One that is over may be long past: it must not take the place of what the committee has open now.
  if (status === 'planned') {
    await deps.store.addDue({ at: plus(command.at, ENDED_AFTER), ending: id });
    await changeCommittee(deps, committee, (known) => won(deps.store, known, id));
  }
  const { teamsMeeting } = command;
  try {
    return await lead(deps, id, { type: 'openPlanned', id: command.id, at: command.at, by: command.by, teamsMeeting });
  } catch (error) {
    // Thrown away after its place was won: the item that was there before is the committee's newest again.
    if (error instanceof DialogueError && error.code === 'MeetingNotFound') {
      await changeCommittee(deps, committee, (known) => withFormerOpen(known, id));
    }
    throw error;
  }
}

/** The committee without an item that was thrown away while its opening was under way. */
export const withFormerOpen = (committee: Committee, thrownAway: MeetingId): Committee =>
  committee.open === thrownAway ? { ...committee, open: committee.openBefore, openBefore: undefined } : committee;

async function won(store: Outbox['store'], known: Committee, id: MeetingId): Promise<Committee> {
  if (known.open === id) return known;
  const open = await openOne(store, known);
  if (open !== undefined) throw new DialogueError('MeetingAlreadyOpen', open.id);
  // Somebody has thrown it away meanwhile.
  if (known.next !== id) throw new DialogueError('MeetingNotFound', id);
  return { ...known, open: id, openBefore: known.open };
}

/** The item that is open, or that somebody is opening just now. */
async function openOne(store: Outbox['store'], { open }: Committee): Promise<Meeting | undefined> {
  const meeting = open === undefined ? undefined : (await store.readMeeting(open))?.value;
  return meeting === undefined || meeting.status === 'ended' ? undefined : meeting;
}
