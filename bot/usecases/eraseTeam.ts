import type { TeamId } from '#dialogue/ids';
import { type Instant, plus } from '#dialogue/instant';
import { committeesOf, REGRET, type Team } from '#dialogue/team';
import { changeTeam } from './changeTeam.ts';
import type { Deps } from './deps.ts';
import { type Due, type Store, Unavailable } from './ports.ts';

type EraseDeps = Pick<Deps, 'surroundings'> & { readonly store: Store };

/** Writes down, before it is noted, that what is stored of a team goes some time after the app is gone from it. */
export async function promiseErasure({ store }: EraseDeps, team: TeamId, removedAt: Instant): Promise<void> {
  await store.addDue({ at: plus(removedAt, REGRET), erasing: team });
}

/**
 * The time to regret that the app was removed is over: deletes everything that is stored of the team and its committees. That
 * it has begun is written down first, and the team's own row goes last: whatever interrupts it, it is carried through, also where
 * the app comes back (`learnTeam`). Nothing where the app is back by now, or was removed again later: that has a time of its own.
 */
export async function eraseTeam(deps: EraseDeps, due: Due & { erasing: TeamId }): Promise<void> {
  const { after } = await changeTeam(deps, due.erasing, (known) =>
    known !== undefined && isOver(known, due.at) ? { ...known, install: 'erasing' } : known,
  );
  if (after?.install === 'erasing' && (await eraseCommittees(deps, after))) await eraseRow(deps, after.id);
  await deps.store.removeDue(due);
}

const isOver = ({ install, removedAt }: Team, at: Instant): boolean =>
  install === 'removed' && removedAt !== undefined && at >= plus(removedAt, REGRET);

/**
 * Carries through what was begun, but for the team's own row.
 * @returns false where that is over: somebody else did it, and the app may be back
 */
export async function eraseCommittees({ store, surroundings }: EraseDeps, team: Team): Promise<boolean> {
  const committees = committeesOf(team);
  const isErasing = async () => (await store.readTeam(team.id))?.value.install === 'erasing';
  for (const committee of committees) {
    const head = (await store.readCommittee(committee))?.value;
    // A channel may be another team's by now.
    if (head !== undefined && head.team !== team.id) continue;
    if (!(await store.eraseCommittee(committee, isErasing))) return false;
  }
  surroundings.log({ level: 'info', code: 'Team.erased', committees: committees.length });
  return true;
}

/** Tries before a row that others keep changing is left for the next time. */
const TRIES = 8;

/** Not where the app came back meanwhile. */
async function eraseRow({ store }: EraseDeps, team: TeamId): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await store.readTeam(team);
    if (stored?.value.install !== 'erasing') return;
    await store.eraseTeam(team, stored.version);
  }
  throw new Unavailable('store');
}
