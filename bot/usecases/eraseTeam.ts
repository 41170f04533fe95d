import type { TeamId } from '#dialogue/ids';
import { type Instant, plus } from '#dialogue/instant';
import { committeesOf, REGRET, type Team } from '#dialogue/team';
import type { Deps } from './deps.ts';
import type { Due, Store } from './ports.ts';

type EraseDeps = Pick<Deps, 'surroundings'> & { readonly store: Store };

/** Writes down, before it is noted, that what is stored of a team goes some time after the app is gone from it. */
export async function promiseErasure({ store }: EraseDeps, team: TeamId, removedAt: Instant): Promise<void> {
  await store.addDue({ at: plus(removedAt, REGRET), erasing: team });
}

/**
 * The time to regret that the app was removed is over: deletes everything that is stored of the team and its committees,
 * the team's own row last, so that what was interrupted is gone on with. Nothing where the app is back, or was removed
 * again later: that has a time of its own.
 */
export async function eraseTeam({ store, surroundings }: EraseDeps, due: Due & { erasing: TeamId }): Promise<void> {
  const team = (await store.readTeam(due.erasing))?.value;
  const removedAt = team?.install === 'removed' ? team.removedAt : undefined;
  if (team !== undefined && removedAt !== undefined && due.at >= plus(removedAt, REGRET)) {
    if (await eraseAll(store, team))
      surroundings.log({ level: 'info', code: 'Team.erased', committees: committeesOf(team).length });
  }
  await store.removeDue(due);
}

/** @returns false where the app came back meanwhile: what is left then stays */
async function eraseAll(store: Store, team: Team): Promise<boolean> {
  const isGone = async () => (await store.readTeam(team.id))?.value.install === 'removed';
  for (const committee of committeesOf(team)) {
    const head = (await store.readCommittee(committee))?.value;
    // A channel may be another team's by now.
    if (head !== undefined && head.team !== team.id) continue;
    if (!(await isGone())) return false;
    await store.eraseCommittee(committee);
  }
  if (!(await isGone())) return false;
  await store.eraseTeam(team.id);
  return true;
}
