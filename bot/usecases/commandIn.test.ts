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
  ])('knows %s', (word, command) => expect(commandIn(word)?.command).toBe(command));

  it.each(['  HJÆLP!\n', 'Hjælp.', '/hjælp', 'hjælp&nbsp;', '\u00a0hjælp', 'hjaelp'])(
    'knows a word however it is typed: %j',
    (typed) => expect(commandIn(typed)).toEqual({ command: 'help', language: 'da' }),
  );

  it('takes a mention without words for a cry for help', () => expect(commandIn(' ')).toEqual({ command: 'help' }));

  it.each([
    ['da', ['hej', 'hjælp', 'tak', 'opsamling', 'afslut']],
    ['en', ['hello', 'help', 'thanks', 'digest', 'end']],
    ['either', ['status']],
  ])('knows the language that a word is of: %s', (language, words) => {
    expect(words.map((word) => commandIn(word)?.language)).toEqual(words.map(() => language));
  });

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
  ])('knows what is meant by %j', (typed, command) => expect(commandMeant(typed)?.command).toBe(command));

  it.each(['afslut ikke endnu', 'end of the week', 'vi skal afslut', 'constructor x', 'hjælpsom'])(
    'carries nothing out for %j',
    (typed) => expect(commandMeant(typed)).toBeUndefined(),
  );
});
