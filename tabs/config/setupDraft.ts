import type { ChangeSetup } from '#contract/requests';
import type { SetupView } from '#contract/responses';
import { TITLE_LIMIT } from '../api/limits.ts';
import { COMMITTEE_LIMIT } from '../api/setupLimits.ts';
import type { SetupKey } from './useSetupText.ts';

export type Setup = NonNullable<SetupView['setup']>;
export type Person = Setup['members'][number];
export type Level = Setup['level'];

/** What stands in the form. */
export type Draft = Omit<Setup, 'revision' | 'proposal'>;

export const SEATS = ['chair', 'deputy', 'leads'] as const;
export type Seat = (typeof SEATS)[number];
export const LISTS = ['members', 'substitutes'] as const;
export type List = (typeof LISTS)[number];

/** What the form begins with: the setup, or for a new committee its channel's name and the only or first material. */
export function draftOf({ setup, channel, materials }: SetupView): Draft {
  if (setup === undefined) {
    const material = materials[0]?.slug;
    return { name: channel, level: 'local', material, names: 'shown', members: [], substitutes: [] };
  }
  const { name, level, material, chair, deputy, leads, names, members, substitutes } = setup;
  return { name, level, material, chair, deputy, leads, names, members, substitutes };
}

export const revisionOf = ({ setup }: SetupView): number => setup?.revision ?? 0;

/** The draft as the server takes it, over that revision of the setup. */
export function wishOf(draft: Draft, revision: number): ChangeSetup {
  const ids = (people: readonly Person[]): string[] => people.map(({ person }) => person);
  const { name, level, material, chair, deputy, leads, names, members, substitutes } = draft;
  return {
    revision,
    name: name.trim(),
    level,
    names,
    members: ids(members),
    substitutes: ids(substitutes),
    ...(material !== undefined && { material }),
    ...(chair && { chair: chair.person }),
    ...(deputy && { deputy: deputy.person }),
    ...(leads && { leads: leads.person }),
  };
}

/** Why the draft cannot be saved as it stands; the first reason, as the key of its sentence. The server has the last word. */
export function faultOf(draft: Draft): SetupKey | undefined {
  const { chair, deputy } = draft;
  if (draft.name.trim() === '') return 'setup.nameEmpty';
  if (draft.name.trim().length > TITLE_LIMIT) return 'setup.nameTooLong';
  if (chair !== undefined && chair.person === deputy?.person) return 'error.ChairsSame';
  if (draft.names === 'hidden' && (chair === undefined || deputy === undefined)) return 'setup.namesNeedBoth';
  return listedIn(draft) > COMMITTEE_LIMIT ? 'error.CommitteeTooLarge' : undefined;
}

function listedIn({ chair, deputy, leads, members, substitutes }: Draft): number {
  const all = [chair, deputy, leads, ...members, ...substitutes];
  return new Set(all.flatMap((one) => (one === undefined ? [] : [one.person]))).size;
}

/** The members with everybody besides who has no place in the committee yet. */
export function withRest({ chair, deputy, members, substitutes }: Draft, people: readonly Person[]): readonly Person[] {
  const placed = new Set([chair, deputy, ...members, ...substitutes].map((one) => one?.person));
  return [...members, ...people.filter(({ person }) => !placed.has(person))];
}

/** Whether the draft changes what both chairs decide. */
export const asksBoth = (draft: Draft, before: Draft): boolean =>
  draft.names !== before.names || SEATS.some((seat) => draft[seat]?.person !== before[seat]?.person);

/** Where another's setup says something else than the draft. */
export const differences = (draft: Draft, now: Draft): readonly (keyof Draft)[] =>
  (['name', 'level', 'material', ...SEATS, 'names', ...LISTS] as const).filter(
    (field) => JSON.stringify(plain(draft[field])) !== JSON.stringify(plain(now[field])),
  );

const plain = (value: Draft[keyof Draft]): unknown =>
  Array.isArray(value)
    ? value.map((one: Person) => one.person)
    : typeof value === 'object'
      ? (value as Person).person
      : (value ?? null);
