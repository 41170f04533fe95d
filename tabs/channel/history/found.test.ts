import { expect, it } from 'vitest';
import { aHistoryItem } from './testing/history.ts';
import { found } from './found.ts';

const welcome = aHistoryItem({ meeting: 'a', title: 'Velkomst' });
const own = aHistoryItem({
  meeting: 'b',
  title: 'Økonomi',
  questions: [{ id: 'own/1', text: 'Hvad gør vi med åbne døre?', angle: 'Om vinteren' }],
});
const old = aHistoryItem({ meeting: 'c', title: 'Gammelt punkt', questions: [{ id: '3/1' }] });
const search = (words: string): readonly string[] => found([welcome, own, old], words).map(({ meeting }) => meeting);

it('finds all where nothing is asked for', () => {
  expect([search(''), search('  ')]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ]);
});

it('finds words in titles, themes and questions, in part and whatever their case', () => {
  expect(search('velk')).toEqual(['a']);
  expect(search('ATTRAKTIV')).toEqual(['a']);
  expect(search('ØKONOMI')).toEqual(['b']);
  expect(search('gode velkomst')).toEqual(['a']);
  expect(search('vinter')).toEqual(['b']);
  expect(search('punkt')).toEqual(['c']);
});

it('finds what the digest says was not reached', () => {
  const left = aHistoryItem({ meeting: 'd', others: [{ id: 'own/2', text: 'Hvem tager nøglerne?' }] });
  expect(found([welcome, left], 'nøglerne').map(({ meeting }) => meeting)).toEqual(['d']);
});

it('finds only what has all of the words, wherever they stand', () => {
  expect(search('økonomi døre')).toEqual(['b']);
  expect(search('økonomi velkomst')).toEqual([]);
});

it('takes what is typed as words alone, and å as one letter however it is written', () => {
  expect(search('.*')).toEqual([]);
  expect(search('a\u030abne')).toEqual(['b']);
});
