import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Names, Person } from './meeting.ts';

/** Hovedudvalg, Områdeudvalg, Lokaludvalg, personalemøde med MED-status. */
export type Level = 'main' | 'area' | 'local' | 'staff';

/** Ledelsessiden, Medarbejdersiden. */
export type Side = 'leadership' | 'employees';

/** What both chairs decide, because it changes who sees what. */
export interface Agreed {
  /** Leadership's chair (*formand*) and the employees' (*næstformand*, or a second elected representative). */
  readonly chair?: Person | undefined;
  readonly deputy?: Person | undefined;
  /** Who leads the committee's items, besides the chairs. */
  readonly leads?: Person | undefined;
  readonly names: Names;
}

/** A change of what both chairs decide, which waits until both have agreed. */
export interface Proposal extends Agreed {
  readonly by: Person;
  readonly at: Instant;
  /** The chairs who have agreed. */
  readonly agreed: readonly PersonId[];
}

/** What a committee is and how it works, as its owner or chairs said on the configuration page. */
export interface Setup extends Agreed {
  /** The committee's own name. */
  readonly name: string;
  readonly level: Level;
  /** Slug of the material that is offered first. */
  readonly material?: string | undefined;
  /** Members and substitutes, chairs not repeated. */
  readonly members: readonly Person[];
  readonly substitutes: readonly Person[];
  /** Grows by one for each change, so that two who change it at once notice. */
  readonly revision: number;
  readonly proposal?: Proposal | undefined;
  /** The newest answers to what was proposed, of each person one: an answer that comes again is known by it. Told to nobody. */
  readonly answered?: readonly Answered[] | undefined;
}

/** A yes or no to a proposal, by the revision in which it was seen. */
export interface Answered {
  readonly by: PersonId;
  readonly revision: number;
  readonly agrees: boolean;
}

/** Which side somebody chairs. */
export function sideOf(setup: Setup | undefined, person: PersonId): Side | undefined {
  if (setup?.chair?.person === person) return 'leadership';
  return setup?.deputy?.person === person ? 'employees' : undefined;
}

/** Everybody on the committee's list, each once. */
export function listedIn(setup: Setup): readonly Person[] {
  const all = [setup.chair, setup.deputy, setup.leads, ...setup.members, ...setup.substitutes];
  const people = all.filter((person) => person !== undefined);
  return [...new Map(people.map((person) => [person.person, person])).values()];
}

/** How many are on a committee's list; undefined until members are on it: those who chair and lead alone are no list. */
export const listedCount = (setup: Setup | undefined): number | undefined =>
  setup === undefined || setup.members.length === 0 ? undefined : listedIn(setup).length;

/**
 * Where somebody can stand on a committee's list. `proposed`, `proposing`: in a change that waits for both chairs;
 * `answered`: that they said yes or no to one is remembered.
 */
export type Seat = 'chair' | 'deputy' | 'leads' | 'member' | 'substitute' | 'proposed' | 'proposing' | 'answered';

export function seatsOf(setup: Setup | undefined, person: PersonId): readonly Seat[] {
  if (setup === undefined) return [];
  const { proposal } = setup;
  const is = (one: Person | undefined): boolean => one?.person === person;
  const seats: readonly (readonly [Seat, boolean])[] = [
    ['chair', is(setup.chair)],
    ['deputy', is(setup.deputy)],
    ['leads', is(setup.leads)],
    ['member', setup.members.some(is)],
    ['substitute', setup.substitutes.some(is)],
    ['proposed', [proposal?.chair, proposal?.deputy, proposal?.leads].some(is)],
    ['proposing', is(proposal?.by)],
    ['answered', setup.answered?.some(({ by }) => by === person) ?? false],
  ];
  return seats.filter(([, holds]) => holds).map(([seat]) => seat);
}
