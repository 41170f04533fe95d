import type { TeamId } from '#dialogue/ids';
import type { Team } from '#dialogue/team';
import { type TeamStore, Unavailable } from './ports.ts';

/** Tries before a row that others keep changing is given up; Teams then tells again. */
const TRIES = 8;

/** A team as it was and as it is now; both are the same object where there was nothing to change. */
export interface TeamChanged {
  readonly before: Team | undefined;
  readonly after: Team | undefined;
}

/**
 * Writes a team over just what was read of it. Where somebody else wrote in between, `change` decides again on what
 * stands there now; it returns what it was given where nothing is to be changed.
 * @throws Unavailable where others keep writing
 */
export async function changeTeam(
  { store }: { readonly store: TeamStore },
  id: TeamId,
  change: (known: Team | undefined) => Promise<Team | undefined> | Team | undefined,
): Promise<TeamChanged> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await store.readTeam(id);
    const before = stored?.value;
    const after = await change(before);
    if (after === undefined || after === before) return { before, after: before };
    if (await store.saveTeam(after, stored?.version)) return { before, after };
  }
  throw new Unavailable('store');
}
