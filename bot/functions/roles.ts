import { DialogueError } from '#dialogue/errors';
import type { MeetingId, PersonId } from '#dialogue/ids';
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
 *
 * The item may have been seen half a second ago, and be in other hands since: who leads it is looked at again when what
 * they wish is decided.
 * @returns who must lead the item, where it is open then, for it to be theirs to do
 * @throws DialogueError `NotKeeper`, `NotOpener`, `NotFacilitator`, `NotRecorder`, `MeetingNotFound`
 */
export async function checkRole(
  deps: RoleDeps,
  role: Role,
  visitor: Visitor,
  meeting: MeetingId,
): Promise<PersonId | undefined> {
  switch (role) {
    case 'member':
      return undefined;
    case 'keeper':
      if (!(await isKeeper(deps, visitor))) throw new DialogueError('NotKeeper');
      return undefined;
    case 'opener':
      if (!(await isOpener(deps, visitor))) throw new DialogueError('NotOpener');
      return undefined;
    default:
      return checkInItem(deps, role, visitor, await itemOf(deps, meeting));
  }
}

async function itemOf(deps: RoleDeps, id: MeetingId): Promise<Meeting> {
  const meeting = await deps.snapshots.glimpse(id);
  if (meeting === undefined) throw new DialogueError('MeetingNotFound');
  return meeting;
}

async function checkInItem(
  deps: RoleDeps,
  role: ItemRole,
  visitor: Visitor,
  meeting: Meeting,
): Promise<PersonId | undefined> {
  const { person } = visitor.member;
  if (role === 'planner' && meeting.status === 'planned') {
    await checkRole(deps, 'opener', visitor, meeting.id);
    return person;
  }
  if (meeting.lead.person === person) return person;
  if (role === 'recorder' && meeting.scribe?.person === person) return undefined;
  if (role === 'successor' && (await isSuccessor(deps, visitor, meeting))) return meeting.lead.person;
  throw new DialogueError(role === 'recorder' ? 'NotRecorder' : 'NotFacilitator');
}
