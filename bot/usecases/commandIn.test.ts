import { describe, expect, it } from 'vitest';
import { commandIn } from './commandIn.ts';

describe('commandIn', () => {
  it.each([
    ['hjælp', 'help'],
    ['help', 'help'],
    ['status', 'status'],
    ['opsamling', 'digest'],
    ['digest', 'digest'],
    ['afslut', 'end'],
    ['end', 'end'],
    ['hej', 'hello'],
    ['hi', 'hello'],
    ['hello', 'hello'],
  ])('knows %s', (word, command) => expect(commandIn(word)).toBe(command));

  it.each(['  HJÆLP!\n', 'Hjælp.', '/hjælp', 'hjælp&nbsp;', '\u00a0hjælp', 'hjaelp'])(
    'knows a word however it is typed: %j',
    (typed) => expect(commandIn(typed)).toBe('help'),
  );

  it('takes a mention without words for a cry for help', () => expect(commandIn(' ')).toBe('help'));

  it.each(['status på plejehjemmet er', 'vi skal afslut', 'hjælp os', 'constructor', '__proto__', 'x'])(
    'takes nothing but the whole for a command: %j',
    (typed) => expect(commandIn(typed)).toBeUndefined(),
  );
});
