import { describe, expect, it } from 'vitest';
import { answerProposal, changeSetup, isAskedOf, type SetupWish } from './decideSetup.ts';
import type { Person } from './meeting.ts';
import type { Setup } from './setup.ts';
import { anna, at, frozen, jens, lone } from './testing/samples.ts';
import { chaired, context, next, OWNER, refusal, rosterOf, soeren } from './testing/setups.ts';

describe.each([
  ['names', { names: 'hidden' }],
  ['who leads', { leads: anna.person }],
  ['the chair', { chair: anna.person }],
  ['the deputy', { deputy: anna.person }],
  ['that there is a deputy', { deputy: undefined }],
] as const)('once there are two chairs, %s', (_, change) => {
  const known = chaired();
  const wished = next(known, change);
  const proposed = (by = lone, more = OWNER): Setup => frozen(changeSetup(known, wished, by, more));
  const agreed = { chair: known.chair, deputy: known.deputy, leads: known.leads, names: known.names };

  it('waits until both have agreed', () => {
    const waiting = proposed();
    expect(waiting).toMatchObject({ ...agreed, revision: 2, proposal: { by: lone, at: at(0), agreed: [lone.person] } });
    expect([lone, jens, anna].map((person) => isAskedOf(waiting, person, context()))).toEqual([false, true, false]);
    const { revision } = waiting;
    const changed = answerProposal(waiting, { revision, agrees: true }, jens, context());
    expect(seatsOf(changed)).toEqual(seatsOf(wished));
    expect(changed.proposal).toBeUndefined();
  });

  it('is not decided by an owner alone', () => {
    const waiting = proposed(soeren);
    expect(waiting.proposal?.agreed).toEqual([]);
    const answer = { revision: waiting.revision, agrees: true };
    expect(refusal(() => answerProposal(waiting, answer, soeren, OWNER))).toBe('NotChair');
    const once = answerProposal(waiting, answer, lone, OWNER);
    expect(once).toMatchObject({ ...agreed, proposal: { agreed: [lone.person] } });
    expect(answerProposal(once, { ...answer, revision: 3 }, lone, OWNER)).toBe(once);
  });

  it('stays as it is after a no', () => {
    const waiting = proposed();
    const answer = { revision: waiting.revision, agrees: false };
    const answered = [{ by: jens.person, ...answer }];
    const after = { ...known, revision: 3, proposal: undefined, answered };
    expect(answerProposal(waiting, answer, jens, context())).toEqual(after);
    expect(refusal(() => answerProposal(waiting, answer, anna, context()))).toBe('NotChair');
  });

  it('is taken back by whoever proposed it', () => {
    const waiting = proposed(soeren);
    const taken = answerProposal(waiting, { revision: 2, agrees: false }, soeren, OWNER);
    expect(taken).toMatchObject({ ...agreed, revision: 3, proposal: undefined });
  });

  it('is locked while a question is put', () => {
    expect(refusal(() => proposed(lone, context({ isLocked: true })))).toBe('SetupLocked');
    for (const agrees of [true, false])
      expect(
        refusal(() => answerProposal(proposed(), { revision: 2, agrees }, jens, context({ isLocked: true }))),
      ).toBe('SetupLocked');
  });

  it('is not agreed on by somebody who saw another proposal', () => {
    const waiting = proposed();
    const newer = changeSetup(waiting, next(waiting, { leads: soeren.person }), lone, OWNER);
    expect(newer.proposal).toMatchObject({ leads: soeren, agreed: [lone.person] });
    expect(refusal(() => answerProposal(newer, { revision: 2, agrees: true }, jens, context()))).toBe('SetupChanged');
  });

  it('waits for an answer before another proposes something else', () => {
    const waiting = proposed();
    const other = next(waiting, { leads: soeren.person });
    expect(refusal(() => changeSetup(waiting, other, jens, context()))).toBe('ProposalWaiting');
    expect(refusal(() => changeSetup(waiting, other, soeren, OWNER))).toBe('ProposalWaiting');
    const free = answerProposal(waiting, { revision: 2, agrees: false }, jens, context());
    expect(changeSetup(free, { ...other, revision: 3 }, jens, context()).proposal).toMatchObject({ leads: soeren });
  });

  it.each([true, false])('knows an answer (%s) that comes again after it has counted', (agrees) => {
    const waiting = proposed(soeren);
    const answer = { revision: waiting.revision, agrees };
    const byLone = frozen(answerProposal(waiting, answer, lone, context()));
    expect(answerProposal(byLone, answer, lone, context())).toBe(byLone);
    if (!agrees) return;
    const byBoth = frozen(answerProposal(byLone, { revision: 3, agrees }, jens, context()));
    expect(byBoth.proposal).toBeUndefined();
    expect(answerProposal(byBoth, answer, lone, context())).toBe(byBoth);
    expect(answerProposal(byBoth, { revision: 3, agrees }, jens, context({ isLocked: true }))).toBe(byBoth);
    expect(refusal(() => answerProposal(byBoth, { revision: 3, agrees: false }, jens, context()))).toBe('SetupChanged');
  });

  it('is agreed on by the other chair who wishes the same', () => {
    const waiting = proposed();
    const changed = changeSetup(waiting, { ...wished, revision: 2 }, jens, context());
    expect(seatsOf(changed)).toEqual(seatsOf(wished));
  });
});

/** What both chairs decide, people by their ids. */
function seatsOf({ chair, deputy, leads, names }: Setup | SetupWish): object {
  const id = (person: Person | string | undefined) => (typeof person === 'object' ? person.person : person);
  return { chair: id(chair), deputy: id(deputy), leads: id(leads), names };
}

it('keeps a member on the list until they are a chair, and then once', () => {
  const known = chaired();
  const waiting = changeSetup(known, next(known, { deputy: anna.person }), lone, OWNER);
  expect(waiting.members).toEqual([anna]);
  const changed = answerProposal(waiting, { revision: 2, agrees: true }, jens, context());
  expect(changed).toMatchObject({ deputy: anna, members: [] });
});

it('lets other things be changed while a question is put', () => {
  const known = chaired();
  const locked = context({ isLocked: true });
  expect(changeSetup(known, next(known, { name: 'MED', members: [] }), jens, locked)).toMatchObject({
    name: 'MED',
    members: [],
  });
});

it('lets new chairs decide about names that were proposed with them', () => {
  const known = chaired();
  const waiting = changeSetup(known, next(known, { deputy: anna.person, names: 'hidden' }), lone, OWNER);
  const changed = answerProposal(waiting, { revision: 2, agrees: true }, jens, context());
  expect(changed).toMatchObject({ deputy: anna, names: 'shown', proposal: { names: 'hidden', agreed: [lone.person] } });
  expect(isAskedOf(changed, jens, context())).toBe(false);
  const hidden = answerProposal(changed, { revision: 3, agrees: true }, anna, context());
  expect(hidden).toMatchObject({ names: 'hidden', proposal: undefined });
});

describe('where a chair has left the team', () => {
  const known = chaired();
  const gone = { roster: rosterOf(lone, anna, soeren) };
  const replacing = next(known, { deputy: anna.person });

  it('an owner and the other chair say who comes instead', () => {
    const waiting = changeSetup(known, replacing, soeren, context({ ...gone, owns: true }));
    expect(waiting).toMatchObject({ deputy: jens, proposal: { agreed: [jens.person] } });
    expect(answerProposal(waiting, { revision: 2, agrees: true }, lone, context(gone))).toMatchObject({ deputy: anna });
    const byChair = changeSetup(known, replacing, lone, context(gone));
    expect(byChair.proposal?.agreed).toEqual([lone.person]);
    expect(isAskedOf(byChair, soeren, context({ ...gone, owns: true }))).toBe(true);
    const answer = { revision: 2, agrees: true };
    expect(refusal(() => answerProposal(byChair, answer, soeren, context(gone)))).toBe('NotChair');
    expect(answerProposal(byChair, answer, soeren, context({ ...gone, owns: true }))).toMatchObject({ deputy: anna });
  });

  it('a chair who is the owner is not locked out', () => {
    const changed = changeSetup(known, replacing, lone, context({ ...gone, owns: true }));
    expect(changed).toMatchObject({ deputy: anna, proposal: undefined });
  });

  it('an owner says who chairs where both have left', () => {
    const nobody = context({ owns: true, roster: rosterOf(anna, soeren) });
    const wished = next(known, { chair: soeren.person, deputy: anna.person });
    expect(changeSetup(known, wished, soeren, nobody)).toMatchObject({ chair: soeren, deputy: anna });
  });

  it('what one who has left proposed is replaced by an owner, for nobody is there to answer it', () => {
    const waiting = changeSetup(known, next(known, { names: 'hidden' }), lone, OWNER);
    const nobody = context({ owns: true, roster: rosterOf(anna, soeren) });
    const wished = next(waiting, { chair: soeren.person, deputy: anna.person });
    expect(changeSetup(waiting, wished, soeren, nobody)).toMatchObject({ chair: soeren, proposal: undefined });
  });

  it('names are not hidden by anybody in their place', () => {
    const owner = context({ ...gone, owns: true });
    expect(refusal(() => changeSetup(known, next(known, { names: 'hidden' }), lone, owner))).toBe('ChairsMissing');
    const before = changeSetup(known, next(known, { names: 'hidden' }), soeren, OWNER);
    const once = answerProposal(before, { revision: 2, agrees: true }, lone, owner);
    expect(once).toMatchObject({ names: 'shown', proposal: { agreed: [lone.person] } });
    expect(refusal(() => answerProposal(once, { revision: 3, agrees: true }, soeren, owner))).toBe('NotChair');
  });
});

it('answers nothing that nobody proposed', () => {
  for (const known of [undefined, chaired()])
    expect(refusal(() => answerProposal(known, { revision: 1, agrees: true }, lone, OWNER))).toBe('SetupChanged');
});
