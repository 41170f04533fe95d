import type { Person } from '#dialogue/meeting';
import { people } from '../../../infra/local/teams/state.ts';

/** People in the team beside the five whom the stand-in always has. */
export const EXTRA_MEMBERS = 3;

/** Who takes part; the first opens what is opened, and leads it until it is handed over. */
export const MEMBERS = [
  'formand',
  'naestformand',
  'amr',
  'medlem1',
  'medlem2',
  'ekstra1',
  'ekstra2',
  'ekstra3',
] as const satisfies readonly string[];

/** @throws {Error} for nobody's key */
export function memberCalled(key: string): Person {
  const found = people(EXTRA_MEMBERS).find((one) => one.key === key);
  if (found === undefined) throw new Error(`nobody is called ${key}`);
  return { person: found.oid, name: found.name };
}
