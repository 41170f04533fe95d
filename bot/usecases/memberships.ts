import type { PersonId, TeamId } from '#dialogue/ids';
import { elapsed, type Instant } from '#dialogue/instant';
import type { Team } from '#dialogue/team';
import type { Member, OwnersPort, RosterPort, Surroundings } from './ports.ts';

/** Who is a member, owns the team, and how many can read along: asked of Teams and kept for a short while. */
export interface Memberships {
  /** Undefined for somebody who is not in the team. Throws `Unavailable`. */
  member(team: Team, person: PersonId): Promise<Member | undefined>;
  /** Everybody in the team. Throws `Unavailable`. */
  list(team: Team): Promise<readonly Member[]>;
  /** Throws `Unavailable`. */
  owns(team: Team, person: PersonId): Promise<boolean>;
  /** Those of the team's members who own it. Throws `Unavailable`. */
  owners(team: Team): Promise<readonly Member[]>;
  /** Undefined where Teams does not tell: the number is a courtesy, and nothing waits for it. */
  readers(team: Team): Promise<number | undefined>;
  /** Somebody came to a team or left it: what this process was told of it is asked anew. */
  forget(team: TeamId): void;
}

/** How long a yes is believed, in milliseconds: so long does somebody who leaves the team still get in. */
const YES = 5 * 60_000;
/** How long a no is believed, in milliseconds: so long does somebody who was just added wait. */
const NO = 15_000;
/** How long a list of a team's members or owners is believed, in milliseconds: so long does somebody who was just added wait. */
const LIST = 60_000;

/** What was answered to questions about a team. */
interface Kept<T> {
  /** `about`: what is asked of the team, where more than one thing is. */
  ask(team: TeamId, ask: () => Promise<T>, about?: string): Promise<T>;
  forget(team: TeamId): void;
}

function createKept<T>(now: () => Instant, yes = YES): Kept<T> {
  const kept = new Map<string, { readonly at: Instant; readonly value: T }>();
  const asking = new Map<string, Promise<T>>();
  const begin = (key: string, at: Instant, ask: () => Promise<T>): Promise<T> => {
    const running: Promise<T> = ask()
      .then((value) => {
        // What was asked before something changed tells how it was then.
        if (asking.get(key) === running) kept.set(key, { at, value });
        return value;
      })
      .finally(() => asking.get(key) === running && asking.delete(key));
    asking.set(key, running);
    return running;
  };
  return {
    ask(team, ask, about = '') {
      const key = `${team} ${about}`;
      const known = kept.get(key);
      const at = now();
      if (known !== undefined && elapsed(known.at, at) < (known.value ? yes : NO)) return Promise.resolve(known.value);
      // All panels ask at once when an item begins; Teams is asked once.
      return asking.get(key) ?? begin(key, at, ask);
    },
    forget(team) {
      for (const known of [kept, asking]) {
        for (const key of known.keys()) if (key.startsWith(`${team} `)) known.delete(key);
      }
    },
  };
}

export function createMemberships(deps: {
  readonly roster: RosterPort;
  readonly owners: OwnersPort;
  readonly surroundings: Pick<Surroundings, 'now' | 'log'>;
}): Memberships {
  const { now } = deps.surroundings;
  const members = createKept<Member | undefined>(now);
  const readers = createKept<number | undefined>(now);
  const lists = createKept<readonly Member[]>(now, LIST);
  const owners = createKept<readonly PersonId[]>(now, LIST);
  const list = (team: Team) => lists.ask(team.id, () => deps.roster.list(team));
  const ownersOf = (team: Team) => owners.ask(team.id, () => deps.owners.list(team));
  return {
    member: (team, person) => members.ask(team.id, () => deps.roster.member(team, person), person),
    list,
    owns: async (team, person) => (await ownersOf(team)).includes(person.toLowerCase()),
    owners: async (team) => {
      const [members, ids] = await Promise.all([list(team), ownersOf(team)]);
      return members.filter(({ person }) => ids.includes(person.toLowerCase()));
    },
    readers: (team) =>
      readers.ask(team.id, async () => {
        try {
          return (await deps.roster.describe(team)).members;
        } catch {
          deps.surroundings.log({ level: 'warn', code: 'ReadersUnknown' });
          return undefined;
        }
      }),
    forget(team) {
      for (const kept of [members, readers, lists, owners]) kept.forget(team);
    },
  };
}
