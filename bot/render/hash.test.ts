import { describe, expect, it } from 'vitest';
import { hashOf } from './hash.ts';

describe('hashOf', () => {
  it('takes a value that is not there as no value', () => {
    expect(hashOf({ summary: 's', text: undefined })).toBe(hashOf({ summary: 's' }));
  });

  it.each([
    ['a word', { card: { body: ['a', 'c'] }, summary: 's' }],
    ['the order of blocks', { card: { body: ['b', 'a'] }, summary: 's' }],
    ['the notification', { card: { body: ['a', 'b'] }, summary: 't' }],
    ['who it is shown as', { card: { body: ['a', 'b'] }, summary: 's', onBehalfOf: { mri: '29:1', name: 'Anna' } }],
  ])('differs when %s differs', (_, message) => {
    expect(hashOf(message)).not.toBe(hashOf({ card: { body: ['a', 'b'] }, summary: 's' }));
  });

  it('fits into a table’s row and holds nothing that people wrote', () => {
    expect(hashOf({ text: 'Anna Holm', summary: 'x'.repeat(50_000) })).toMatch(/^[\w-]{22}$/);
  });
});
