import { DialogueError } from '#dialogue/errors';
import type { CommitteeId, PersonId } from '#dialogue/ids';
import type { Names } from '#dialogue/meeting';
import type { Committee } from '#dialogue/team';
import { listedCount, type Setup, sideOf } from '#dialogue/setup';
import type { ChannelAddress } from '#dialogue/postView';
import { type CommitteeView, nextView, preparingView, view } from '#dialogue/view';
import type { Deps } from './deps.ts';
import { hasLeft, isKeeper, isOpener } from './keys.ts';
import { PermissionMissing, Unavailable } from './ports.ts';
import type { CommitteeSnapshot } from './snapshots.ts';
import type { Visitor } from './visitor.ts';

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
  const now = { ...visitor, committee: snapshot.committee };
  const leadLeft = await hasLeadLeft(deps, now, snapshot);
  const [readers, you] = await Promise.all([deps.memberships.readers(team), readYou(deps, now, snapshot, leadLeft)]);
  const names = snapshot.committee.setup?.names ?? 'shown';
  const address = { tenant: team.tenant, group: team.group };
  return {
    ...describe(snapshot.committee),
    readers,
    names,
    you,
    leadLeft: leadLeft || undefined,
    item: snapshot.item && view(snapshot.item, { person: member.person }, address, names),
    ...planned(snapshot, you, address),
  };
}

/** What is being prepared: whoever may open it sees all of it, the others what stands in the channel already. */
function planned(
  { item, next }: CommitteeSnapshot,
  { mayOpen }: CommitteeView['you'],
  address: ChannelAddress,
): Pick<CommitteeView, 'next' | 'preparing'> {
  if (next === undefined) return {};
  if (mayOpen) return { next: nextView(next, address) };
  const preparing = item?.meeting.status === 'open' ? [] : preparingView(next, address);
  return preparing.length === 0 ? {} : { preparing };
}

async function readYou(
  deps: ViewDeps,
  visitor: Visitor,
  snapshot: CommitteeSnapshot,
  leadLeft: boolean,
): Promise<CommitteeView['you']> {
  const { setup } = visitor.committee;
  const { name, person } = visitor.member;
  const side = sideOf(setup, person);
  const [mayOpen, mayTakeOver] = await Promise.all([
    mayOpenItem(deps, visitor, snapshot),
    leadLeft && orNot(deps, () => isKeeper(deps, visitor)),
  ]);
  return {
    name,
    mayOpen: mayOpen === true,
    permissionMissing: mayOpen === 'notAllowed' || undefined,
    mayTakeOver: mayTakeOver === true || undefined,
    side,
    isAsked: isAsked(setup, person) || undefined,
    namesWait: mayOpen === true || side || leads(snapshot, person) ? namesThatWait(setup) : undefined,
  };
}

function describe({ id, name, setup }: Committee): Pick<CommitteeView, 'committee' | 'listed'> {
  return {
    committee: { id, name: setup?.name ?? name, level: setup?.level, material: setup?.material },
    listed: listedCount(setup),
  };
}

const isAsked = (setup: Setup | undefined, person: PersonId): boolean =>
  setup?.proposal !== undefined && sideOf(setup, person) !== undefined && !setup.proposal.agreed.includes(person);

const namesThatWait = (setup: Setup | undefined): Names | undefined =>
  setup?.proposal?.names === setup?.names ? undefined : setup?.proposal?.names;

const leads = ({ item }: CommitteeSnapshot, person: PersonId): boolean => item?.meeting.lead.person === person;

/** Where Graph does not tell who owns the team, nobody is offered to open an item; opening itself asks again. */
const mayOpenItem = (deps: ViewDeps, visitor: Visitor, { item }: CommitteeSnapshot): Promise<Told> =>
  item?.meeting.status === 'open' ? Promise.resolve(false) : orNot(deps, () => isOpener(deps, visitor));

const hasLeadLeft = async (deps: ViewDeps, visitor: Visitor, { item }: CommitteeSnapshot): Promise<boolean> =>
  item?.meeting.status === 'open' && (await orNot(deps, () => hasLeft(deps, visitor, item.meeting))) === true;

/** `notAllowed`: the app may not ask who owns the team. */
type Told = boolean | 'notAllowed';

async function orNot(deps: ViewDeps, ask: () => Promise<boolean>): Promise<Told> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    deps.surroundings.log({ level: 'warn', code: 'KeysUnknown' });
    return error instanceof PermissionMissing ? 'notAllowed' : false;
  }
}
