import { describe, expect, it } from 'vitest';
import type { Setup } from '#dialogue/setup';
import type { Committee } from '#dialogue/team';
import { anna, at, jens, lone } from '#dialogue/testing/samples';
import { BrokenRow } from '../brokenRow.ts';
import type { Columns, Row } from '../tables.ts';
import { fromCommitteeEntity, toCommitteeEntity } from './committeeEntity.ts';

const BARE: Committee = { id: '19:udvalg@thread.tacv2', team: '19:team', name: 'Lokaludvalget' };
const setup: Setup = {
  name: 'Lokaludvalg Ørum',
  level: 'local',
  material: 'fremtidens-arbejdsfaellesskaber',
  chair: lone,
  deputy: jens,
  leads: anna,
  names: 'hidden',
  members: [anna],
  substitutes: [],
  revision: 3,
  proposal: { chair: lone, names: 'shown', by: jens, at: at(0), agreed: [jens.person] },
};
/** A list so long that it takes more than one property of a row. */
const many = Array.from({ length: 2_000 }, (_, index) => ({
  person: `person-${index}`,
  name: `Medlem nr. ${index} 😀`,
}));

const rowOf = (committee: Committee, columns: Columns = {}): Row => {
  const entity = toCommitteeEntity(committee);
  return { ...entity, columns: { ...entity.columns, ...columns }, etag: 'e', writtenAt: at(0), readAt: at(0) };
};

describe('a committee’s row', () => {
  it.each<readonly [string, Committee]>([
    ['as it was before anybody said what it is', BARE],
    ['with one item open and the next prepared', { ...BARE, open: 'm1', next: 'm2' }],
    ['with its setup and a proposal that waits', { ...BARE, setup }],
    ['whose question is just being put', { ...BARE, open: 'm1', fixing: 'm1' }],
    ['in whose channel a Teams meeting runs', { ...BARE, running: { teamsMeeting: 'MCMx', since: at(0) } }],
    [
      'with answers that are remembered',
      { ...BARE, setup: { ...setup, answered: [{ by: jens.person, revision: 2, agrees: false }] } },
    ],
    ['with two thousand members', { ...BARE, setup: { ...setup, members: many } }],
  ])('gives back a committee %s', (_, committee) => {
    expect(fromCommitteeEntity(rowOf(committee))).toEqual(committee);
  });

  it('forgets a proposal and an item with the field', () => {
    const settled = { ...setup, proposal: undefined };
    const read = fromCommitteeEntity(rowOf({ ...BARE, next: undefined, setup: settled }));
    expect(read).toEqual({ ...BARE, setup: settled });
    expect([read, read.setup].map((fields) => Object.keys(fields ?? {}))).toEqual([
      expect.not.arrayContaining(['next']),
      expect.not.arrayContaining(['proposal']),
    ]);
  });

  it.each([
    ['level', { ...setup, level: 'club' }],
    ['names', { ...setup, names: 'maybe' }],
    ['list', { ...setup, members: undefined }],
  ])('is not believed where its %s is another', (_, broken) => {
    expect(() => fromCommitteeEntity(rowOf(BARE, { setup_json: JSON.stringify(broken) }))).toThrow(BrokenRow);
  });
});
