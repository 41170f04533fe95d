import { afterEach, expect, it, vi } from 'vitest';
import { ApiError, Offline } from './errors.ts';
import { createRequest } from './http.ts';

afterEach(() => vi.unstubAllGlobals());

function begin(...answers: (Response | Error)[]) {
  const asked: { path: string; init: RequestInit | undefined; headers: Headers }[] = [];
  let forgotten = 0;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    asked.push({ path, init, headers: new Headers(init?.headers) });
    const answer = answers.shift() ?? new Error('none left');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  const identity = { token: () => Promise.resolve('secret'), forgetToken: () => void (forgotten += 1) };
  const heard: number[] = [];
  const clock = { hear: ({ serverTime }: { serverTime: number }) => void heard.push(serverTime) };
  return { request: createRequest(identity, clock), asked, heard, forgotten: () => forgotten };
}

it('gives the same object again when nothing has changed', async () => {
  const { request, asked } = begin(
    new Response('{"a":1}', { headers: { etag: '"x"' } }),
    new Response(null, { status: 304 }),
  );
  const first = await request('GET', '/view');
  expect(await request('GET', '/view')).toBe(first);
  expect(asked.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, '"x"']);
});

it('sends who asks, and what as JSON', async () => {
  const { request, asked } = begin(new Response('{}', { status: 201 }));
  await request('POST', '/rounds', { question: '3/1' });
  expect(asked[0]?.headers.get('authorization')).toBe('Bearer secret');
  expect(asked[0]?.headers.get('content-type')).toBe('application/json');
  expect(asked[0]?.init?.body).toBe('{"question":"3/1"}');
});

it('tells a refusal with its code, field and view', async () => {
  const body = { code: 'InputInvalid', message: 'm', field: 'plan.0' };
  const { request } = begin(new Response(JSON.stringify(body), { status: 400 }));
  const refused = await request('POST', '/x', {}).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiError);
  expect(refused).toMatchObject({ status: 400, code: 'InputInvalid', field: 'plan.0' });
});

it('forgets a token that was not accepted', async () => {
  const { request, forgotten } = begin(new Response('{"code":"TokenInvalid"}', { status: 401 }));
  await expect(request('GET', '/x')).rejects.toMatchObject({ code: 'TokenInvalid' });
  expect(forgotten()).toBe(1);
});

it('takes a page of something in between as the server being away', async () => {
  const { request } = begin(new Response('<h1>Bad gateway</h1>', { status: 502 }), new Response('<h1>Hotel wifi</h1>'));
  await expect(request('GET', '/x')).rejects.toMatchObject({ status: 502, code: 'Unavailable' });
  await expect(request('GET', '/x')).rejects.toMatchObject({ status: 502, code: 'Unavailable' });
});

it('is offline where no answer comes', async () => {
  const { request } = begin(new TypeError('Failed to fetch'));
  await expect(request('GET', '/x')).rejects.toBeInstanceOf(Offline);
});

it('gives a file as it came, and a refusal of it with its code', async () => {
  const { request } = begin(
    new Response(new Uint8Array([80, 75, 3, 4])),
    new Response('{"code":"MeetingStillOpen"}', { status: 409 }),
  );
  const file = (await request('GET', '/minutes?form=docx', undefined, 'file')) as Blob;
  expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([80, 75, 3, 4]);
  await expect(request('GET', '/minutes?form=docx', undefined, 'file')).rejects.toMatchObject({
    status: 409,
    code: 'MeetingStillOpen',
  });
});

it('hears what time the server says it is, also where nothing has changed or it says no', async () => {
  const headers = (time: string) => ({ headers: { 'x-time': time } });
  const { request, heard } = begin(
    new Response('{}', { headers: { 'x-time': '2026-05-14T10:31:00.250Z', etag: '"x"' } }),
    new Response(null, { status: 304, ...headers('2026-05-14T10:31:01.500Z') }),
    new Response('{"code":"RoundClosed"}', { status: 409, ...headers('2026-05-14T10:31:02.000Z') }),
    new Response('{}', headers('yesterday')),
  );
  await request('GET', '/view');
  await request('GET', '/view');
  await expect(request('POST', '/x', {})).rejects.toBeInstanceOf(ApiError);
  await request('POST', '/x', {});
  const begun = Date.parse('2026-05-14T10:31:00.000Z');
  expect(heard.map((time) => time - begun)).toEqual([250, 1_500, 2_000]);
});
