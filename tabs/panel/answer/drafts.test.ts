import { afterEach, expect, it } from 'vitest';
import { createDrafts } from './drafts.ts';

const HOUR = 3_600_000;
const storage = () => localStorage;

afterEach(() => localStorage.clear());

it('keeps what was written through a reload', () => {
  createDrafts(storage, 'anna', () => 0).write('m', 'r001', 'Vi mangler');
  expect(createDrafts(storage, 'anna', () => 0).read('m', 'r001')).toBe('Vi mangler');
});

it('keeps people, items and questions apart', () => {
  const drafts = createDrafts(storage, 'anna', () => 0);
  drafts.write('m', 'r001', 'Vi mangler');
  expect(drafts.read('m', 'r002')).toBe('');
  expect(drafts.read('n', 'r001')).toBe('');
  expect(createDrafts(storage, 'jens', () => 0).read('m', 'r001')).toBe('');
});

it('writes down nobody’s id', () => {
  createDrafts(storage, 'anna-oid', () => 0).write('m', 'r001', 'Vi mangler');
  expect(localStorage.key(0)).not.toContain('anna-oid');
});

it('leaves nothing of an empty text', () => {
  const drafts = createDrafts(storage, 'anna', () => 0);
  drafts.write('m', 'r001', 'Vi mangler');
  drafts.write('m', 'r001', '');
  expect(localStorage).toHaveLength(0);
});

it('removes what was left half a day ago, whoever left it, and nothing of others', () => {
  localStorage.setItem('other', 'kept');
  createDrafts(storage, 'anna', () => 0).write('m', 'r001', 'Vi mangler');
  createDrafts(storage, 'jens', () => 13 * HOUR);
  expect(Object.keys(localStorage)).toEqual(['other']);
});

it('works without a storage, for as long as the page is there', () => {
  const drafts = createDrafts(
    () => {
      throw new DOMException('blocked', 'SecurityError');
    },
    'anna',
    () => 0,
  );
  drafts.write('m', 'r001', 'Vi mangler');
  expect(drafts.read('m', 'r001')).toBe('Vi mangler');
});
