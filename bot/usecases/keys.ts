import type { Meeting } from '#dialogue/meeting';
import { sideOf } from '#dialogue/setup';
import type { Deps } from './deps.ts';
import type { Visitor } from './visitor.ts';

type KeyDeps = Pick<Deps, 'memberships'>;

/** Whether somebody holds the keys: chairs the committee or owns the team. Throws `Unavailable`. */
export const isKeeper = async ({ memberships }: KeyDeps, { committee, member, team }: Visitor): Promise<boolean> =>
  sideOf(committee.setup, member.person) !== undefined || (await memberships.owns(team, member.person));

/** Whether somebody may prepare and open an item: holds the keys, or leads the committee's items. Throws `Unavailable`. */
export const isOpener = async (deps: KeyDeps, visitor: Visitor): Promise<boolean> =>
  visitor.committee.setup?.leads?.person === visitor.member.person || isKeeper(deps, visitor);

type Led = Pick<Meeting, 'lead'>;

/** Whether whoever leads an item has left the team. Throws `Unavailable`. */
export const hasLeft = async (
  { memberships }: KeyDeps,
  { team }: Pick<Visitor, 'team'>,
  { lead }: Led,
): Promise<boolean> => (await memberships.member(team, lead.person)) === undefined;

/** Whether somebody may take an item over: holds the keys, and whoever led it has left the team. Throws `Unavailable`. */
export const isSuccessor = async (deps: KeyDeps, visitor: Visitor, item: Led): Promise<boolean> =>
  (await hasLeft(deps, visitor, item)) && isKeeper(deps, visitor);
