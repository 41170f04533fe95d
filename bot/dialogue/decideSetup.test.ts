import { describe, expect, it } from 'vitest';
import { changeSetup, leftOf } from './decideSetup.ts';
import { anna, jens, lone } from './testing/samples.ts';
import {
  chaired,
  CHAIRS,
  context,
  first,
  next,
  OWNER,
  refusal,
  rosterOf,
  soeren,
  TEAM,
  wish,
} from './testing/setups.ts';

describe('what a committee is', () => {
  it('is said for the first time, with people by name', () => {
    expect(first({ material: 'proeve', leads: anna.person })).toEqual({
      name: 'Lokaludvalget',
      level: 'local',
      material: 'proeve',
      chair: undefined,
      deputy: undefined,
      leads: anna,
      names: 'shown',
      members: [anna],
      substitutes: [],
      revision: 1,
      proposal: undefined,
    });
  });

  it('is changed at once by a chair, and what waits keeps waiting', () => {
    const waiting = changeSetup(chaired(), next(chaired(), { names: 'hidden' }), lone, OWNER);
    const changed = changeSetup(waiting, next(waiting, { name: 'MED', level: 'area' }), jens, context());
    expect(changed).toMatchObject({ name: 'MED', level: 'area', revision: 3, names: 'shown' });
    expect(changed.proposal).toEqual(waiting.proposal);
  });

  it('lists nobody twice', () => {
    const people = [lone.person, anna.person, anna.person];
    expect(chaired({ members: people, substitutes: [...people, soeren.person] })).toMatchObject({
      members: [anna],
      substitutes: [soeren],
    });
  });

  it('is not changed over what somebody else changed meanwhile', () => {
    const known = chaired();
    const changed = changeSetup(known, next(known, { name: 'Mit' }), jens, context());
    expect(refusal(() => changeSetup(changed, next(known, { name: 'Dit' }), lone, OWNER))).toBe('SetupChanged');
  });

  it('stays itself where the same wish comes again', () => {
    const wished = wish({ ...CHAIRS, names: 'hidden' });
    const known = changeSetup(undefined, wished, lone, OWNER);
    expect(changeSetup(known, wished, lone, OWNER)).toBe(known);
  });

  it('has two chairs who are two people', () => {
    expect(refusal(() => first({ chair: lone.person, deputy: lone.person }))).toBe('ChairsSame');
  });

  it.each(['chair', 'deputy', 'leads'] as const)('has nobody from outside the team as %s', (seat) => {
    expect(refusal(() => first({ [seat]: 'person-per' }))).toBe('PersonNotMember');
  });

  it.each(['members', 'substitutes'] as const)('has nobody from outside the team among the %s', (list) => {
    expect(refusal(() => first({ [list]: ['person-per'] }))).toBe('PersonNotMember');
  });

  it('says at which place of the wish somebody stands who is not in the team', () => {
    const misplaced = { chair: lone.person, members: [anna.person, 'person-per'] };
    expect(() => first(misplaced)).toThrow(expect.objectContaining({ code: 'PersonNotMember', field: 'members.1' }));
  });

  it('keeps who has left the team on the list, but gives them no seat', () => {
    const known = chaired({ members: [anna.person, soeren.person] });
    const without = context({ owns: true, roster: rosterOf(lone, jens, anna) });
    const kept = next(known, { name: 'MED', members: [anna.person, soeren.person] });
    expect(changeSetup(known, kept, lone, without).members).toEqual([anna, soeren]);
    expect(leftOf(known, without.roster)).toEqual([soeren.person]);
    expect(refusal(() => changeSetup(known, next(known, { leads: soeren.person }), lone, without))).toBe(
      'PersonNotMember',
    );
  });

  it('has at most 200 people on its list', () => {
    const many = Array.from({ length: 201 }, (_, index) => ({ person: `p${index}`, name: `${index}` }));
    const all = context({ owns: true, roster: rosterOf(...TEAM, ...many) });
    const listing = (count: number) => wish({ members: many.slice(0, count).map(({ person }) => person) });
    expect(changeSetup(undefined, listing(200), lone, all).members).toHaveLength(200);
    expect(refusal(() => changeSetup(undefined, listing(201), lone, all))).toBe('CommitteeTooLarge');
  });
});

describe('while not both chairs are named', () => {
  it('an owner says at once who chairs and leads', () => {
    const known = first();
    const changed = changeSetup(known, wish({ revision: 1, ...CHAIRS, leads: anna.person }), soeren, OWNER);
    expect(changed).toMatchObject({ chair: lone, deputy: jens, leads: anna, proposal: undefined });
  });

  it('nobody else does', () => {
    const known = first({ chair: lone.person });
    expect(refusal(() => changeSetup(known, wish({ revision: 1, ...CHAIRS }), lone, context()))).toBe('ChairsMissing');
  });

  it.each([{}, { chair: lone.person }, { deputy: jens.person }])('names are not hidden: %j', (chairs) => {
    expect(refusal(() => first({ names: 'hidden', ...chairs }))).toBe('ChairsMissing');
  });

  it('an owner who names both and wants names hidden still has to ask them', () => {
    const byOwner = changeSetup(undefined, wish({ ...CHAIRS, names: 'hidden' }), soeren, OWNER);
    expect(byOwner).toMatchObject({ chair: lone, deputy: jens, names: 'shown', proposal: { agreed: [] } });
    const byChair = first({ ...CHAIRS, names: 'hidden' });
    expect(byChair).toMatchObject({ names: 'shown', proposal: { names: 'hidden', agreed: [lone.person] } });
  });
});
