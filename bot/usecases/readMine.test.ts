import { describe, expect, it } from 'vitest';
import { itemsOf, readMine } from './readMine.ts';
import { ANNA, dialogue, end, mine, visitor } from './testing/mineDialogue.ts';
import { COMMITTEE, OneApp } from './testing/oneApp.ts';

describe('readMine', () => {
  it('finds every answer of whoever asks, the open item’s first, and none of another', async () => {
    const { outside, second } = await dialogue();
    const found = await mine(outside);
    expect(found.answers.map(({ text }) => text)).toEqual(['Anna 2', 'Anna 1', 'Anna i tråden']);
    expect(found.answers[0]).toMatchObject({ meeting: second.id, item: 'Punkt', question: 'Og så?' });
    expect(found).toMatchObject({ person: ANNA, items: 2, older: undefined, teamsIds: ['29:p-anna'] });
    expect(JSON.stringify(found)).not.toContain('Jens');
  });

  it('looks through two hundred items at once, and goes on after them when it is asked to', async () => {
    const read: string[] = [];
    const entry = { title: 'Punkt', endedAt: '', questions: [] };
    const history = Array.from({ length: 205 }, (_, index) => ({
      ...entry,
      meeting: `m.${String(index).padStart(3, '0')}`,
      openedAt: String(index),
    }));
    const store = {
      readCommittee: () => Promise.resolve(undefined),
      listHistory: () => Promise.resolve(history),
      readMeeting: (id: string) => {
        read.push(id);
        return Promise.resolve(undefined);
      },
      readAllRounds: () => Promise.resolve({ answers: [], posts: [], readBacks: [], newest: undefined }),
      readTrial: () => Promise.resolve(undefined),
      listHeld: () => Promise.resolve([]),
      listWelcomes: () => Promise.resolve([]),
    };
    const outside = new OneApp();
    const deps = { store, surroundings: outside.app.deps.surroundings };
    const found = await readMine(deps, visitor, ANNA);
    expect([read.length, read[0], read.at(-1)]).toEqual([200, 'm.000', 'm.199']);
    expect(found).toMatchObject({ items: 200, older: 'm.199' });
    const rest = await readMine(deps, visitor, ANNA, found.older);
    expect(read.slice(200)).toEqual(['m.200', 'm.201', 'm.202', 'm.203', 'm.204']);
    expect(rest).toMatchObject({ items: 5, older: undefined });
  });

  it('names an item once, whether it is the last, in the history, or both', async () => {
    const { outside, first, second } = await dialogue();
    expect(await itemsOf(outside.store, COMMITTEE)).toEqual([second.id, first.id]);
    await end(outside, second);
    expect(await itemsOf(outside.store, COMMITTEE)).toEqual([second.id, first.id]);
  });
});
