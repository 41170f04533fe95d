import { describe, expect, it } from 'vitest';
import { commandIn, commandMeant } from './commandIn.ts';

describe('commandIn', () => {
  it.each([
    ['hjælp', 'help'],
    ['help', 'help'],
    ['status', 'status'],
    ['opsamling', 'digest'],
    ['digest', 'digest'],
    ['afslut', 'end'],
    ['Afslut  punktet.', 'end'],
    ['tak', 'thanks'],
    ['Thank you!', 'thanks'],
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

describe('commandMeant', () => {
  it.each([
    ['status, tak', 'status'],
    ['hjælp os', 'help'],
    ['Hej med dig', 'hello'],
    ['afslut punktet', 'end'],
    ['', 'help'],
  ])('knows what is meant by %j', (typed, command) => expect(commandMeant(typed)).toBe(command));

  it.each(['afslut ikke endnu', 'end of the week', 'vi skal afslut', 'constructor x', 'hjælpsom'])(
    'carries nothing out for %j',
    (typed) => expect(commandMeant(typed)).toBeUndefined(),
  );
});
