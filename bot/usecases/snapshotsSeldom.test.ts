import { describe, expect, it } from 'vitest';
import { CountedReads, ID } from './testing/countedReads.ts';
import { TEAM } from './testing/team.ts';

const many = <T>(ask: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 25 }, ask));

describe('what a committee is, while a question is put', () => {
  const named = (name: string) => ({ id: ID, team: 'team', name });

  it('is read at most every thirty seconds, beside the item', async () => {
    const outside = new CountedReads();
    const { id } = outside.open();
    await outside.snapshots.current(ID);
    outside.committee = { ...named('Lokaludvalget'), open: id };
    const names = new Set<string | undefined>();
    outside.taken();
    for (outside.milliseconds = 500; outside.milliseconds < 30_000; outside.milliseconds += 500)
      names.add((await outside.snapshots.current(ID))?.committee.name);
    expect([...names, outside.taken().filter((read) => read === 'committee')]).toEqual(['MED', []]);
    expect((await outside.snapshots.current(ID))?.committee.name).toBe('Lokaludvalget');
    expect(outside.taken().toSorted()).toEqual(['committee', 'head', 'rows r001']);
  });

  it('is seen at once where this process has changed it, also while it is being read', async () => {
    const outside = new CountedReads();
    const { id } = outside.open();
    await outside.snapshots.current(ID);
    const gate = Promise.withResolvers<undefined>();
    outside.flow = gate.promise;
    outside.milliseconds = 30_000;
    const old = outside.snapshots.current(ID);
    outside.committee = { ...named('Lokaludvalget'), open: id };
    outside.snapshots.forget({ committee: ID });
    const fresh = outside.snapshots.fresh(ID);
    gate.resolve(undefined);
    expect((await old)?.committee.name).toBe('MED');
    expect((await fresh)?.committee.name).toBe('Lokaludvalget');
  });
});

describe('a team', () => {
  it('is read at most every thirty seconds', async () => {
    const outside = new CountedReads();
    await many(() => outside.snapshots.team('team'));
    outside.team = { ...TEAM, install: 'removed' };
    outside.milliseconds = 29_999;
    expect((await outside.snapshots.team('team'))?.install).toBe('installed');
    outside.milliseconds = 30_000;
    expect((await outside.snapshots.team('team'))?.install).toBe('removed');
    expect(outside.taken()).toEqual(['team', 'team']);
  });

  it('is read anew at once where this process has changed it', async () => {
    const outside = new CountedReads();
    await outside.snapshots.team('team');
    outside.team = { ...TEAM, install: 'removed' };
    outside.snapshots.forget({ team: 'team' });
    expect((await outside.snapshots.team('team'))?.install).toBe('removed');
  });
});
