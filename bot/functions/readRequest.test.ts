import azure from '@azure/functions';
import type { HttpRequest } from '@azure/functions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readBody, readInput } from './readRequest.ts';

const Wish = z.strictObject({ text: z.string(), list: z.optional(z.array(z.strictObject({ number: z.int() }))) });

const put = (body: string | Uint8Array, headers: Record<string, string> = {}): HttpRequest =>
  new azure.HttpRequest({
    method: 'PUT',
    url: 'http://localhost/api',
    headers,
    body: typeof body === 'string' ? { string: body } : { bytes: body },
  });

const refused = async (request: HttpRequest): Promise<{ code: string; field: string | undefined }> => {
  const error = (await readInput(request, Wish).catch((thrown: unknown) => thrown)) as { code: string; field?: string };
  return { code: error.code, field: error.field };
};
const invalid = (field: string) => ({ code: 'InputInvalid', field });

describe('what a request asks for', () => {
  it('is its JSON body', async () => {
    expect(await readInput(put('{"text":"æøå 👩🏽‍⚕️"}'), Wish)).toEqual({ text: 'æøå 👩🏽‍⚕️' });
  });

  it('is its query where it deletes, and the body is not looked at', async () => {
    const url = 'http://localhost/api?text=a%20%2F%23';
    const request = new azure.HttpRequest({ method: 'DELETE', url, body: { string: '{' } });
    expect(await readInput(request, Wish)).toEqual({ text: 'a /#' });
  });

  it.each([
    ['nothing', '', ''],
    ['no JSON', '{"text":', ''],
    ['no object', '["text"]', ''],
    ['a field of another kind', '{"text":1}', 'text'],
    ['a missing field', '{}', 'text'],
    ['an unknown field', '{"text":"","more":1,"most":2}', 'more'],
    ['a field of every object', '{"text":"","__proto__":{}}', '__proto__'],
    ['something wrong deep down', '{"text":"","list":[{"number":1},{"number":1.5}]}', 'list.1.number'],
    ['an unknown field deep down', '{"text":"","list":[{"number":1,"more":1}]}', 'list.0.more'],
    ['an endless name', `{"text":"","${'x'.repeat(5_000)}":1}`, 'x'.repeat(100)],
  ])('is refused with the field named where it is %s', async (_, body, field) => {
    expect(await refused(put(body))).toEqual(invalid(field));
  });

  it('is refused without repeating all that was sent', async () => {
    const error: unknown = await readInput(put(`{"text":"","${'x'.repeat(5_000)}":1}`), Wish).catch(
      (thrown: unknown) => thrown,
    );
    expect((error as Error).message.length).toBeLessThanOrEqual(200);
  });
});

describe('a body', () => {
  const tooLarge = { code: 'InputTooLarge' };

  it('is read up to the limit, and refused with one byte more', async () => {
    expect(await readBody(put('x'.repeat(10)), 10)).toBe('x'.repeat(10));
    await expect(readBody(put('x'.repeat(11)), 10)).rejects.toMatchObject(tooLarge);
  });

  it('is measured in bytes', async () => {
    await expect(readBody(put('æ'.repeat(6)), 10)).rejects.toMatchObject(tooLarge);
  });

  it('of 20,000 characters has room, however they are escaped', async () => {
    const text = '\\u00e6'.repeat(20_000);
    expect(await readInput(put(`{"text":"${text}"}`), Wish)).toEqual({ text: 'æ'.repeat(20_000) });
  });

  it('is refused unread where it says itself that it is too large, and not believed where it says it is small', async () => {
    await expect(readBody(put('x', { 'content-length': '11' }), 10)).rejects.toMatchObject(tooLarge);
    await expect(readBody(put('x'.repeat(11), { 'content-length': '1' }), 10)).rejects.toMatchObject(tooLarge);
    await expect(readBody(put('x'.repeat(11), { 'content-length': 'NaN' }), 10)).rejects.toMatchObject(tooLarge);
  });

  it('that is not there is empty', async () => {
    expect(await readBody(new azure.HttpRequest({ method: 'PUT', url: 'http://localhost/api' }))).toBe('');
  });
});
