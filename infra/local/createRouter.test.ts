import { describe, expect, it } from 'vitest';
import { createRouter } from './createRouter.ts';

const rows = [
  { name: 'tabs', methods: ['GET'], route: 'tabs/{*path}' },
  { name: 'meeting', methods: ['GET'], route: 'api/meetings/{meeting}' },
  { name: 'today', methods: ['GET'], route: 'api/meetings/today' },
  { name: 'plan', methods: ['PUT'], route: 'api/meetings/{meeting}/plan' },
  { name: 'answer', methods: ['PUT', 'DELETE'], route: 'api/meetings/{meeting}/rounds/{round}/answer' },
];
function match(method: string, path: string) {
  const found = createRouter(rows)(method, path);
  return found && [found.row.name, found.params];
}

describe('createRouter', () => {
  it('gives what stood for each name', () => {
    expect(match('PUT', '/api/meetings/m1/rounds/r001/answer')).toEqual(['answer', { meeting: 'm1', round: 'r001' }]);
  });

  it('decodes what stood for a name, once, and is not led astray by a colon, an at sign, æ or a plus', () => {
    expect(match('GET', '/api/meetings/19%3Ac%40thread.tacv2')).toEqual(['meeting', { meeting: '19:c@thread.tacv2' }]);
    expect(match('GET', '/api/meetings/%C3%A6%2B+%2541')).toEqual(['meeting', { meeting: 'æ++%41' }]);
  });

  it('keeps an encoded slash encoded, as the host does', () => {
    expect(match('GET', '/api/meetings/a%2Fb%20c')).toEqual(['meeting', { meeting: 'a%2Fb c' }]);
    expect(match('GET', '/tabs/%2e%2e%2fsecret')).toEqual(['tabs', { path: '..%2fsecret' }]);
  });

  it('leaves alone what is not UTF-8', () => {
    expect(match('GET', '/api/meetings/%ff%')).toEqual(['meeting', { meeting: '%ff%' }]);
  });

  it('gives the rest of a path with its slashes, and nothing for an empty rest', () => {
    expect(match('GET', '/tabs/assets/a.js')).toEqual(['tabs', { path: 'assets/a.js' }]);
    expect(match('GET', '/tabs/')).toEqual(['tabs', {}]);
    expect(match('GET', '/tabs')).toEqual(['tabs', {}]);
  });

  it('resolves dots before it looks for the route', () => {
    expect(match('GET', '/tabs/../api/./meetings/m1')).toEqual(['meeting', { meeting: 'm1' }]);
    expect(match('GET', '/tabs/%2e%2e/%2e%2e/etc/passwd')).toBeUndefined();
  });

  it('takes a literal before a name, whatever stands first in the table, and ignores case and a slash at the end', () => {
    expect(match('GET', '/api/meetings/today')).toEqual(['today', {}]);
    expect(match('GET', '/API/Meetings/M1/')).toEqual(['meeting', { meeting: 'M1' }]);
  });

  it.each([
    ['POST', '/api/meetings/m1'],
    ['HEAD', '/api/meetings/m1'],
    ['GET', '/api/meetings'],
    ['GET', '/api/meetings//'],
    ['GET', '/api/meetings/m1/rounds'],
    ['GET', '/'],
  ])('finds nothing for %s %s', (method, path) => {
    expect(match(method, path)).toBeUndefined();
  });

  it('refuses a route that it does not understand, rather than to read it wrongly', () => {
    expect(() => createRouter([{ methods: ['GET'], route: 'api/{id:int}' }])).toThrow('{id:int}');
  });
});
