import { expect, it } from 'vitest';
import { type FoundPeople, findPeople, PEOPLE_LIMIT } from './findPeople.ts';
import { OneApp } from './testing/oneApp.ts';
import { visitor } from './testing/mineDialogue.ts';

const NAMES = ['Åse Lund', 'Anna-Marie Holm', 'Fatima Yıldız', 'Søren Ødegård', 'Ærlige Ella'];

function find(names: readonly string[], search?: string): Promise<FoundPeople> {
  const outside = new OneApp();
  outside.members = names.map((name) => ({ person: `p-${name}`, name, mri: `29:${name}` }));
  return findPeople(outside.app.deps, visitor, search);
}

const found = async (search?: string): Promise<readonly string[]> =>
  (await find(NAMES, search)).people.map(({ name }) => name);

it('lists everybody in the order of the Danish alphabet where nothing is searched for', async () => {
  for (const search of [undefined, '', '  ']) {
    expect(await found(search)).toEqual([
      'Anna-Marie Holm',
      'Fatima Yıldız',
      'Søren Ødegård',
      'Ærlige Ella',
      'Åse Lund',
    ]);
  }
});

it.each([
  ['anna', ['Anna-Marie Holm']],
  ['marie h', ['Anna-Marie Holm']],
  ['holm anna', ['Anna-Marie Holm']],
  ['YILDIZ', ['Fatima Yıldız']],
  ['yıl', ['Fatima Yıldız']],
  ['øde', ['Søren Ødegård']],
  ['nna-m', ['Anna-Marie Holm']],
  ['.*', []],
  ['anna per', []],
])('finds by parts of the name, however written: %s', async (search, names) => {
  expect(await found(search)).toEqual(names);
});

it('tells nothing of people but who they are', async () => {
  expect(await find(['Anna'])).toEqual({ people: [{ person: 'p-Anna', name: 'Anna' }], total: 1 });
});

it('lists two hundred of two thousand, and finds the last of them', async () => {
  const many = Array.from({ length: 2_000 }, (_, index) => `Medlem ${String(index).padStart(4, '0')}`);
  expect(await find(many)).toMatchObject({ people: { length: PEOPLE_LIMIT }, total: 2_000 });
  expect(await find(many, '1999')).toMatchObject({ people: [{ name: 'Medlem 1999' }], total: 2_000 });
});
