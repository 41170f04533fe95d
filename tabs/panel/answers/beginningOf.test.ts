import { expect, it } from 'vitest';
import { beginningOf } from './beginningOf.ts';

const words = (count: number): string => Array.from({ length: count }, (_, index) => `ord${index}`).join(' ');

it('leaves an answer alone that is as long as may be', () => {
  expect(beginningOf('x'.repeat(600))).toBeUndefined();
  expect(beginningOf('en\n'.repeat(11) + 'sidste')).toBeUndefined();
});

it('shows whole words of a long answer, and much less than all of it', () => {
  const text = words(200);
  const beginning = beginningOf(text) ?? '';
  const shown = beginning.replace('\u00a0…', '');
  expect(beginning).toMatch(/ord\d+\u00a0…$/);
  expect(shown.length).toBeGreaterThan(400);
  expect(shown.length).toBeLessThanOrEqual(450);
  expect(text.startsWith(`${shown} `)).toBe(true);
});

it('shows the first lines of many short ones', () => {
  const lines = Array.from({ length: 13 }, (_, index) => `linje ${index + 1}`);
  expect(beginningOf(lines.join('\n'))).toBe(`${lines.slice(0, 9).join('\n')}\u00a0…`);
});

it('ends with a word rather than with what joined it to the next', () => {
  expect(beginningOf(`${'x'.repeat(440)}, ${'y'.repeat(300)}`)).toBe(`${'x'.repeat(440)}\u00a0…`);
  expect(beginningOf(`${'x'.repeat(440)}\n${'y'.repeat(300)}`)).toBe(`${'x'.repeat(440)}\u00a0…`);
});

it.each([
  ['a smiley', '😀'],
  ['a family', '👨‍👩‍👧‍👦'],
  ['a flag', '🇩🇰'],
  ['a letter with its accent apart', 'e\u0301'],
])('does not cut through %s where there are no spaces', (_, sign) => {
  for (const before of ['', 'x', 'xx', 'xxx', 'xxxx']) {
    const shown = (beginningOf(before + sign.repeat(400)) ?? '').replace('\u00a0…', '').slice(before.length);
    expect(shown.length).toBeGreaterThan(400);
    expect(before.length + shown.length).toBeLessThanOrEqual(450);
    expect(shown.replaceAll(sign, '')).toBe('');
  }
});
