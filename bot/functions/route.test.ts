import { expect, expectTypeOf, it } from 'vitest';
import { type Role, route } from './route.ts';

type Row = Parameters<typeof route<unknown>>[0];

it('does not compile without a role, or with one that nobody knows', () => {
  expectTypeOf<Omit<Row, 'role'>>().not.toExtend<Row>();
  expectTypeOf<Omit<Row, 'role'> & { role: undefined }>().not.toExtend<Row>();
  expectTypeOf<Omit<Row, 'role'> & { role: 'anybody' }>().not.toExtend<Row>();
  expectTypeOf<Row['role']>().toEqualTypeOf<Role>();
  const row = { name: 'x', method: 'GET', path: 'api/x', role: 'keeper', status: 200 } as const;
  expect(route({ ...row, run: () => Promise.resolve() }).role).toBe('keeper');
});
