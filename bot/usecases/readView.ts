import { DialogueError } from '#dialogue/errors';
import type { CommitteeId, PersonId } from '#dialogue/ids';
import type { Committee, Team } from '#dialogue/team';
import { type CommitteeView, view } from '#dialogue/view';
import type { Deps } from './deps.ts';
import { type Member, Unavailable } from './ports.ts';
import type { CommitteeSnapshot } from './snapshots.ts';

/** Somebody who has shown who they are and is in the team. */
export interface Visitor {
  readonly member: Member;
  readonly team: Team;
  readonly committee: Committee;
}

type ViewDeps = Pick<Deps, 'store' | 'snapshots' | 'memberships' | 'surroundings'>;

/**
 * Lets somebody in who is a member of the committee's team.
 * @throws DialogueError `CommitteeUnknown`, `AppNotInstalled`, `NotMember`; `Unavailable`
 */
export async function admit(deps: ViewDeps, id: CommitteeId, person: PersonId): Promise<Visitor> {
  const committee = (await deps.snapshots.current(id))?.committee;
  if (committee === undefined) throw new DialogueError('CommitteeUnknown');
  const team = await deps.snapshots.team(committee.team);
  if (team?.install !== 'installed') throw new DialogueError('AppNotInstalled');
  const member = await deps.memberships.member(team, person);
  if (member === undefined) throw new DialogueError('NotMember');
  return { member, team, committee };
}

/** The committee and its newest item as a visitor may see them. `fresh`: read after this call began. */
export async function readView(
  deps: ViewDeps,
  visitor: Visitor,
  age: 'recent' | 'fresh' = 'recent',
): Promise<CommitteeView> {
  const { team, member } = visitor;
  const snapshot = await deps.snapshots[age === 'fresh' ? 'fresh' : 'current'](visitor.committee.id);
  if (snapshot === undefined) throw new DialogueError('CommitteeUnknown');
  const [readers, mayOpen] = await Promise.all([deps.memberships.readers(team), mayOpenItem(deps, visitor, snapshot)]);
  return {
    committee: { id: snapshot.committee.id, name: snapshot.committee.name },
    readers,
    you: { name: member.name, mayOpen },
    item: snapshot.item && view(snapshot.item, { person: member.person }, { tenant: team.tenant, group: team.group }),
  };
}

/** Where Graph does not tell who owns the team, nobody is offered to open an item; opening itself asks again. */
async function mayOpenItem(deps: ViewDeps, visitor: Visitor, snapshot: CommitteeSnapshot): Promise<boolean> {
  if (snapshot.item?.meeting.status === 'open') return false;
  try {
    return await deps.memberships.owns(visitor.team, visitor.member.person);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    deps.surroundings.log({ level: 'warn', code: 'OwnersUnknown' });
    return false;
  }
}
