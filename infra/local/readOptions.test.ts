import { describe, expect, it } from 'vitest';
import { readOptions } from './readOptions.ts';

describe('readOptions', () => {
  it('starts on port 4300 and goes on with .local where nothing is said', () => {
    expect(readOptions([])).toEqual({ do: 'start', port: 4300, data: '.local', begin: 'on', tabs: 'built' });
  });

  it('takes every option, in both ways of writing', () => {
    const expected = { do: 'start', port: 5000, data: 'x y', begin: 'anew', tabs: 'hot' };
    expect(readOptions(['--port', '5000', '--data=x y', '--fresh', '--hot'])).toEqual(expected);
    expect(readOptions(['--help', '--port', '1'])).toEqual({ do: 'help' });
  });

  it.each([
    [['--prot', '5000'], '--prot'],
    [['--port'], '--port'],
    [['--port', 'abc'], '"abc"'],
    [['--port', '70000'], '"70000"'],
    [['--port', '0'], '"0"'],
    [['--data', ''], '--data'],
    [['--fresh=yes'], '--fresh'],
    [['fresh'], 'fresh'],
    [['-x'], '-x'],
  ])('refuses %j and names it', (args, named) => {
    const read = readOptions(args);
    expect(read.do === 'refuse' && read.reason).toContain(named);
  });
});
