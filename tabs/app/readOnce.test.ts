import { expect, it } from 'vitest';
import { ApiError, Offline } from '../api/errors.ts';
import { pauseAfter } from '../api/live.ts';
import { readOnce } from './readOnce.ts';

const pause = (error: Error | null, data?: unknown) =>
  readOnce.refetchInterval({ state: { data, error, errorUpdateCount: 2 } });

it('tries again by itself while there is no connection, and goes slower', () => {
  expect(pause(new Offline('away'))).toBe(pauseAfter(2));
  expect(pauseAfter(2)).toBeGreaterThan(pauseAfter(0));
});

it('tries again while the server has trouble, and not where a person must do something', () => {
  expect(pause(new ApiError(503, { code: 'Unavailable' }))).toBe(pauseAfter(2));
  expect(pause(new ApiError(403, { code: 'NotMember' }))).toBe(false);
});

it('leaves alone what was read, also when a later reading failed', () => {
  expect(pause(null, {})).toBe(false);
  expect(pause(new Offline('away'), {})).toBe(false);
});
