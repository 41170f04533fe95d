import type { Person } from '#dialogue/meeting';
import type { Deps } from './deps.ts';
import type { Visitor } from './visitor.ts';

/** Most people that are listed at once. */
export const PEOPLE_LIMIT = 200;

export interface FoundPeople {
  readonly people: readonly Person[];
  /** How many are in the team. */
  readonly total: number;
}

/**
 * People of the team by name, at most `PEOPLE_LIMIT`. Every word of `search` must begin a part of the name, or all of it
 * stand somewhere in it.
 * @throws Unavailable
 */
export async function findPeople(
  { memberships }: Pick<Deps, 'memberships'>,
  { team }: Visitor,
  search = '',
): Promise<FoundPeople> {
  const all = await memberships.list(team);
  const order = new Intl.Collator(team.language);
  const people = all
    .filter(({ name }) => isFound(name, search))
    .sort((left, right) => order.compare(left.name, right.name))
    .slice(0, PEOPLE_LIMIT)
    .map(({ person, name }) => ({ person, name }));
  return { people, total: all.length };
}

function isFound(name: string, search: string): boolean {
  const [words, wanted] = [folded(name), folded(search).trim()];
  if (words.includes(wanted)) return true;
  const parts = words.split(/[\s-]+/);
  return wanted.split(/\s+/).every((word) => parts.some((part) => part.startsWith(word)));
}

/** `Yıldız` is found by `yildiz` too. */
const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('da').replaceAll('ı', 'i');
