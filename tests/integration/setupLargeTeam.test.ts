import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { ErrorBody, PeopleView, SetupView } from '#contract/responses';
import { Driver } from '../support/driver.ts';

// A team of two thousand, of whom a committee can list two hundred.
let driver: Driver;
beforeAll(async () => {
  driver = await Driver.start({ teams: { extraMembers: 1_995 } });
});
afterAll(() => driver.stop());

const find = async (search: string): Promise<PeopleView> =>
  (await driver.ask<PeopleView>('formand', 'GET', `${addresses.people(driver.committee)}?search=${search}`)).body;

it('finds one of two thousand, and never lists more than two hundred', async () => {
  const all = await find('');
  expect([all.people.length, all.total]).toEqual([200, 2_000]);
  expect((await find('Medlem%201995')).people.map(({ name }) => name)).toEqual(['Ekstra Medlem 1995']);
});

it('lists two hundred of them, and refuses one more', async () => {
  const { people } = await find('Ekstra');
  const members = people.map(({ person }) => person);
  const [more] = (await find('Medlem%201995')).people;
  const wish = { revision: 0, name: 'Hovedudvalget', level: 'main', names: 'shown', members, substitutes: [] };
  const path = addresses.setup(driver.committee);
  const put = (body: object) => driver.ask<SetupView & ErrorBody>('formand', 'PUT', path, body);
  const tooMany = await put({ ...wish, substitutes: [more?.person] });
  expect([tooMany.status, tooMany.body.code]).toEqual([400, 'CommitteeTooLarge']);
  const saved = await put(wish);
  expect([saved.status, saved.body.setup?.members.length, saved.body.total]).toEqual([200, 200, 2_000]);
  expect((await driver.view('amr')).body).toMatchObject({ readers: 2_000, listed: 200 });
});
