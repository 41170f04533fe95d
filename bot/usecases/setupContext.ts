import type { SetupContext } from '#dialogue/decideSetup';
import type { Committee, Team } from '#dialogue/team';
import type { Deps } from './deps.ts';

/**
 * What the rules about a committee's setup ask about: who is in the team, and whether a question is put.
 * @throws Unavailable
 */
export async function setupContext(
  { store, memberships }: Pick<Deps, 'store' | 'memberships'>,
  team: Team,
  { open }: Committee,
  caller: Pick<SetupContext, 'owns' | 'at'>,
): Promise<SetupContext> {
  const [people, item] = await Promise.all([
    memberships.list(team),
    open === undefined ? undefined : store.readMeeting(open),
  ]);
  const roster = new Map(people.map(({ person, name }) => [person, { person, name }]));
  return { ...caller, roster, isLocked: item?.value.status === 'open' && item.value.rounds.length > 0 };
}
