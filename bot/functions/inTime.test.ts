import { expect, it } from 'vitest';
import { failureOf } from './failures.ts';
import { inTime } from './inTime.ts';

it('gives what comes in time, or why it failed', async () => {
  expect(await inTime(Promise.resolve('done'))).toBe('done');
  await expect(inTime(Promise.reject(new TypeError('broken')))).rejects.toThrow('broken');
});

it('says that it is not done where it takes too long, and lets it fail unheard afterwards', async () => {
  const work = Promise.withResolvers<never>();
  const failure = await inTime(work.promise, 1).catch(failureOf);
  expect(failure).toMatchObject({ status: 503, code: 'Unavailable' });
  work.reject(new Error('later'));
});
