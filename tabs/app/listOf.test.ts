import { expect, it } from 'vitest';
import { listOf } from './listOf.ts';

it('is said as each language says it', () => {
  expect(listOf(['Anna', 'Bo', 'Ib'], 'da')).toBe('Anna, Bo og Ib');
  expect(listOf(['Anna', 'Bo'], 'en')).toBe('Anna and Bo');
  expect([listOf(['Anna'], 'da'), listOf([], 'da')]).toEqual(['Anna', '']);
});
