import type { PersonId } from '#dialogue/ids';
import { elapsed, type Instant } from '#dialogue/instant';
import type { Team } from '#dialogue/team';
import type { Member, OwnersPort, RosterPort, Surroundings } from './ports.ts';

/** Who is a member, owns the team, and how many can read along: asked of Teams and kept for a short while. */
export interface Memberships {
  /** Undefined for somebody who is not in the team. Throws `Unavailable`. */
  member(team: Team, person: PersonId): Promise<Member | undefined>;
  /** Throws `Unavailable`. */
  owns(team: Team, person: PersonId): Promise<boolean>;
  /** Undefined where Teams does not tell: the number is a courtesy, and nothing waits for it. */
  readers(team: Team): Promise<number | undefined>;
}

/** How long a yes is believed, in milliseconds: so long does somebody who leaves the team still get in. */
const YES = 5 * 60_000;
/** How long a no is believed, in milliseconds: so long does somebody who was just added wait. */
const NO = 15_000;

interface Kept<T> {
  readonly at: Instant;
  readonly value: T;
}

export function createMemberships(deps: {
  readonly roster: RosterPort;
  readonly owners: OwnersPort;
  readonly surroundings: Pick<Surroundings, 'now' | 'log'>;
}): Memberships {
  const members = new Map<string, Kept<Member | undefined>>();
  const owners = new Map<string, Kept<boolean>>();
  const readers = new Map<string, Kept<number | undefined>>();

  async function keep<T>(kept: Map<string, Kept<T>>, key: string, ask: () => Promise<T>): Promise<T> {
    const known = kept.get(key);
    const now = deps.surroundings.now();
    if (known !== undefined && elapsed(known.at, now) < (known.value ? YES : NO)) return known.value;
    const value = await ask();
    kept.set(key, { at: now, value });
    return value;
  }

  return {
    member: (team, person) => keep(members, `${team.id} ${person}`, () => deps.roster.member(team, person)),
    owns: (team, person) => keep(owners, `${team.id} ${person}`, () => deps.owners.isOwner(team, person)),
    readers: (team) =>
      keep(readers, team.id, async () => {
        try {
          return (await deps.roster.describe(team)).members;
        } catch {
          deps.surroundings.log({ level: 'warn', code: 'ReadersUnknown' });
          return undefined;
        }
      }),
  };
}
