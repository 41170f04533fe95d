import type { HttpResponseInit } from '@azure/functions';
import { expect, it } from 'vitest';
import { guarded } from './guarded.ts';

const answered = (response: HttpResponseInit): Promise<HttpResponseInit> => guarded(() => Promise.resolve(response))();

it('says of an answer that nothing is guessed, told, run or framed', async () => {
  expect(await answered({ status: 404 })).toEqual({
    status: 404,
    headers: {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    },
  });
});

it('leaves an answer what it says itself', async () => {
  const headers = { 'content-security-policy': "default-src 'self'", etag: '"x"' };
  expect((await answered({ status: 200, body: 'x', headers })).headers).toMatchObject(headers);
});
