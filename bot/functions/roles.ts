import { DialogueError } from '#dialogue/errors';
import type { MeetingId } from '#dialogue/ids';
import type { Meeting } from '#dialogue/meeting';
import { isKeeper, isOpener, isSuccessor } from '#usecases/keys';
import type { Deps } from '#usecases/deps';
import type { Visitor } from '#usecases/visitor';
import type { ItemRole, Role } from './route.ts';

type RoleDeps = Pick<Deps, 'memberships' | 'snapshots'>;

/**
 * Lets nobody through who has not the role.
 *
 * - `keeper` holds the keys: owns the team or chairs the committee
 * - `opener` may prepare and open an item: a keeper, or whoever leads the committee's items
 * - `facilitator` leads this item
 * - `successor` may say who leads it: the facilitator, and a keeper where the facilitator has left the team
 * - `recorder` types what is said in the room: the facilitator or the item's *referent*
 * - `planner` may change the plan: the facilitator, and before the item is opened whoever may open one
 * @throws DialogueError `NotKeeper`, `NotOpener`, `NotFacilitator`, `NotRecorder`, `MeetingNotFound`
 */
export async function checkRole(deps: RoleDeps, role: Role, visitor: Visitor, meeting: MeetingId): Promise<void> {
  switch (role) {
    case 'member':
      return;
    case 'keeper':
      if (!(await isKeeper(deps, visitor))) throw new DialogueError('NotKeeper');
      return;
    case 'opener':
      if (!(await isOpener(deps, visitor))) throw new DialogueError('NotOpener');
      return;
    default:
      return checkInItem(deps, role, visitor, await itemOf(deps, meeting));
  }
}

async function itemOf(deps: RoleDeps, id: MeetingId): Promise<Meeting> {
  const meeting = await deps.snapshots.glimpse(id);
  if (meeting === undefined) throw new DialogueError('MeetingNotFound');
  return meeting;
}

async function checkInItem(deps: RoleDeps, role: ItemRole, visitor: Visitor, meeting: Meeting): Promise<void> {
  if (role === 'planner' && meeting.status === 'planned') return checkRole(deps, 'opener', visitor, meeting.id);
  const { person } = visitor.member;
  if (meeting.lead.person === person) return;
  if (role === 'recorder' && meeting.scribe?.person === person) return;
  if (role === 'successor' && (await isSuccessor(deps, visitor, meeting))) return;
  throw new DialogueError(role === 'recorder' ? 'NotRecorder' : 'NotFacilitator');
}
