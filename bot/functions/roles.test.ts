import { describe, expect, it } from 'vitest';
import { DialogueError } from '#dialogue/errors';
import type { Meeting, Person } from '#dialogue/meeting';
import type { Committee } from '#dialogue/team';
import { anna, jens, lone, opened } from '#dialogue/testing/samples';
import { type Member, Unavailable } from '#usecases/ports';
import { TEAM } from '#usecases/testing/team';
import { checkRole } from './roles.ts';
import type { Role } from './route.ts';

const owner: Person = { person: 'person-owner', name: 'Ejer' };
const chair: Person = { person: 'person-chair', name: 'Formand' };
const deputy: Person = { person: 'person-deputy', name: 'Næstformand' };
const member: Person = { person: 'person-member', name: 'Medlem' };
/** Lone leads the item, Anna writes down what is said, Jens leads the committee's items. */
const PEOPLE = { owner, chair, deputy, leads: jens, lead: lone, scribe: anna, member };
type Name = keyof typeof PEOPLE;

const COMMITTEE: Committee = {
  id: '19:udvalg@thread.tacv2',
  team: TEAM.id,
  name: 'MED',
  setup: {
    name: 'LMU',
    level: 'local',
    chair,
    deputy,
    leads: jens,
    names: 'shown',
    members: [],
    substitutes: [],
    revision: 1,
  },
};
const open: Meeting = { ...opened(), lead: lone, scribe: anna };
const planned: Meeting = { ...open, status: 'planned', scribe: undefined };

/** Who is in the team; `unknown`: that Graph and the Connector do not tell. */
interface Around {
  readonly meeting?: Meeting | undefined;
  readonly left?: Person;
  readonly graph?: 'down';
  readonly committee?: Committee;
}

async function outcome(role: Role, who: Person, around: Around): Promise<string> {
  const found = await checked(role, who, around);
  return typeof found === 'object' ? 'may' : found;
}

/** Who must lead the item for it to be theirs to do, or what they are refused for. */
async function checked(
  role: Role,
  who: Person,
  around: Around,
): Promise<string | { readonly ledBy: string | undefined }> {
  const { left, graph, committee = COMMITTEE } = around;
  const memberOf = (person: string): Member | undefined =>
    person === left?.person ? undefined : { person, name: '', mri: '' };
  const deps = {
    memberships: {
      member: (_: unknown, person: string) => Promise.resolve(memberOf(person)),
      list: () => Promise.resolve([]),
      owners: () => Promise.resolve([]),
      owns: (_: unknown, person: string) =>
        graph === 'down' ? Promise.reject(new Unavailable('graph')) : Promise.resolve(person === owner.person),
      readers: () => Promise.resolve(undefined),
      forget: () => undefined,
    },
    snapshots: {
      current: () => Promise.resolve(undefined),
      fresh: () => Promise.resolve(undefined),
      team: () => Promise.resolve(TEAM),
      glimpse: () => Promise.resolve(around.meeting),
      forget: () => undefined,
    },
  };
  try {
    return { ledBy: await checkRole(deps, role, { member: { ...who, mri: '' }, team: TEAM, committee }, 'm') };
  } catch (error) {
    if (error instanceof DialogueError || error instanceof Unavailable) return error.message;
    throw error;
  }
}

async function whoMay(role: Role, around: Around): Promise<readonly Name[]> {
  const names = Object.keys(PEOPLE) as Name[];
  const all = await Promise.all(names.map((name) => outcome(role, PEOPLE[name], around)));
  return names.filter((_, index) => all[index] === 'may');
}

const EVERYBODY = Object.keys(PEOPLE);
const KEEPERS = ['owner', 'chair', 'deputy'];
const OPENERS = [...KEEPERS, 'leads'];

describe('who may', () => {
  it.each<readonly [Role, string, Around, readonly string[]]>([
    ['member', 'whatever members may', { meeting: open }, EVERYBODY],
    ['keeper', 'say what the committee is', { meeting: open }, KEEPERS],
    ['opener', 'prepare and open an item', { meeting: planned }, OPENERS],
    ['planner', 'change what is prepared', { meeting: planned }, OPENERS],
    ['planner', 'change the plan of an open item', { meeting: open }, ['lead']],
    ['facilitator', 'lead an item', { meeting: open }, ['lead']],
    ['recorder', 'write down what is said', { meeting: open }, ['lead', 'scribe']],
    [
      'recorder',
      'write it down where nobody else was appointed',
      { meeting: { ...open, scribe: undefined } },
      ['lead'],
    ],
    ['successor', 'hand an item over', { meeting: open }, ['lead']],
    ['successor', 'take it over from who has left', { meeting: open, left: lone }, [...KEEPERS, 'lead']],
    ['facilitator', 'lead an item whose lead has left', { meeting: open, left: lone }, ['lead']],
    ['recorder', 'write down what is said when the lead has left', { meeting: open, left: lone }, ['lead', 'scribe']],
  ])('%s: %s', async (role, _, around, expected) => {
    expect((await whoMay(role, around)).toSorted()).toEqual([...expected].toSorted());
  });

  it('is the team’s owner alone where nobody has said yet who chairs', async () => {
    const committee = { ...COMMITTEE, setup: undefined };
    for (const role of ['keeper', 'opener'] as const) expect(await whoMay(role, { committee })).toEqual(['owner']);
  });

  it('does not hang on Graph for who chairs or leads', async () => {
    expect(await whoMay('opener', { graph: 'down' })).toEqual(['chair', 'deputy', 'leads']);
    expect(await outcome('opener', member, { graph: 'down' })).toBe('graph is unavailable');
  });
});

it.each<readonly [Role, Person, Around, string | undefined]>([
  ['facilitator', lone, { meeting: open }, lone.person],
  ['successor', lone, { meeting: open }, lone.person],
  ['successor', chair, { meeting: open, left: lone }, lone.person],
  ['planner', lone, { meeting: open }, lone.person],
  // Whoever else has opened it meanwhile leads it.
  ['planner', jens, { meeting: planned }, jens.person],
  ['opener', jens, { meeting: planned }, undefined],
  ['recorder', anna, { meeting: open }, undefined],
  ['member', member, { meeting: open }, undefined],
])('lets a %s in as long as the item is led by who led it then', async (role, who, around, ledBy) => {
  expect(await checked(role, who, around)).toEqual({ ledBy });
});

describe('who may not', () => {
  it.each<readonly [Role, Around, string]>([
    ['keeper', {}, 'NotKeeper'],
    ['opener', {}, 'NotOpener'],
    ['planner', { meeting: planned }, 'NotOpener'],
    ['planner', { meeting: open }, 'NotFacilitator'],
    ['facilitator', { meeting: open }, 'NotFacilitator'],
    ['recorder', { meeting: open }, 'NotRecorder'],
    ['successor', { meeting: open, left: lone }, 'NotFacilitator'],
  ])('be %s is told so (%o)', async (role, around, code) => {
    expect(await outcome(role, member, around)).toBe(code);
  });

  it.each<Role>(['planner', 'facilitator', 'recorder', 'successor'])(
    'be %s of an item that is not there',
    async (role) => {
      expect(await outcome(role, owner, { meeting: undefined })).toBe('MeetingNotFound');
    },
  );
});
