import { changeSetup, type SetupContext, type SetupWish } from '../decideSetup.ts';
import { DialogueError } from '../errors.ts';
import type { Person } from '../meeting.ts';
import type { Setup } from '../setup.ts';
import { anna, at, frozen, jens, lone } from './samples.ts';

export const soeren: Person = { person: 'person-soeren', name: 'Søren Ødegård' };
export const TEAM = [lone, jens, anna, soeren];
export const rosterOf = (...people: readonly Person[]): SetupContext['roster'] =>
  new Map(people.map((person) => [person.person, person]));

export const context = (more: Partial<SetupContext> = {}): SetupContext => ({
  roster: rosterOf(...TEAM),
  owns: false,
  isLocked: false,
  at: at(0),
  ...more,
});
export const OWNER = context({ owns: true });

export const wish = (more: Partial<SetupWish> = {}): SetupWish => ({
  revision: 0,
  name: 'Lokaludvalget',
  level: 'local',
  names: 'shown',
  members: [anna.person],
  substitutes: [],
  ...more,
});

export const CHAIRS = { chair: lone.person, deputy: jens.person };
export const first = (more: Partial<SetupWish> = {}): Setup => frozen(changeSetup(undefined, wish(more), lone, OWNER));
/** Lone and Jens chair it. */
export const chaired = (more: Partial<SetupWish> = {}): Setup => first({ ...CHAIRS, ...more });
/** What whoever saw `setup` wants. */
export const next = (setup: Setup, more: Partial<SetupWish> = {}): SetupWish =>
  wish({ ...CHAIRS, revision: setup.revision, ...more });

export const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DialogueError) return error.code;
    throw error;
  }
  return 'not refused';
};
