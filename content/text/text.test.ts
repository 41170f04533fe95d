import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createText } from './text.ts';

const texts = {
  plain: 'Hej {name}',
  answers: { zero: 'Ingen svar', one: '{count} svar', other: '{count} svar i alt' },
  saved: 'Gemt kl. {at|time} den {at|date}',
};

it('ends no line of Danish between “kl.” and the time', async () => {
  const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.da.json'));
  const texts = await Promise.all(files.map((name) => readFile(join(import.meta.dirname, name), 'utf8')));
  const times = texts.join('\n').match(/kl\.[^{]*\{\w+\|time\}/g) ?? [];
  expect(times.length).toBeGreaterThan(0);
  // As it is written in the files, where it can be seen.
  expect(times.filter((time) => !time.startsWith(String.raw`kl.\u00a0{`))).toEqual([]);
});

describe('text', () => {
  const text = createText('da', texts, 'Europe/Copenhagen');

  it('fills a value in', () => expect(text('plain', { name: 'Anna' })).toBe('Hej Anna'));

  it('takes what people wrote as it is, places and patterns included', () => {
    expect(text('plain', { name: '{name} $& $1 ${x}' })).toBe('Hej {name} $& $1 ${x}');
  });

  it('chooses the plural form by the count', () => {
    expect([0, 1, 2].map((count) => text('answers', { count }))).toEqual(['Ingen svar', '1 svar', '2 svar i alt']);
  });

  it('writes numbers as the language does', () => {
    expect(text('answers', { count: 1200 })).toBe('1.200 svar i alt');
  });

  it('writes time and date as the language does', () => {
    expect(text('saved', { at: new Date('2026-05-14T08:42:00Z') })).toBe('Gemt kl. 10.42 den 14. maj');
  });

  it('refuses a sentence whose value is missing', () => expect(() => text('plain')).toThrow(RangeError));
});

it('asks for no rules of a language before a sentence needs them, so that a start does not wait for them', () => {
  const asked = (['PluralRules', 'NumberFormat', 'DateTimeFormat'] as const).map((name) => vi.spyOn(Intl, name));
  const counts = () => asked.map(({ mock }) => mock.calls.length > 0);
  const text = createText('da', { plain: 'Hej', counted: '{count}' });
  expect([text('plain'), counts()]).toEqual(['Hej', [false, false, false]]);
  expect([text('counted', { count: 1 }), counts()]).toEqual(['1', [true, true, true]]);
  vi.restoreAllMocks();
});
