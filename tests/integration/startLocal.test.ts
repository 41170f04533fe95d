import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addresses } from '#contract/addresses';
import { startLocal, type Local } from '../../infra/local/startLocal.ts';

let data: string;
let local: Local;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'start-local-'));
  local = await startLocal({ port: 0, data });
});
afterAll(async () => {
  await local.stop();
  await rm(data, { recursive: true });
});

const status = async (url: string): Promise<number> => (await fetch(`${url}/tabs/panel.html`)).status;

describe('startLocal', () => {
  it.each(['orderly', 'killed'] as const)('brings the Functions back on the same address (%s)', async (end) => {
    const restarted = local.restartFunctions(end);
    await vi.waitFor(() => expect(status(local.functionsUrl)).rejects.toThrow(), { timeout: 20_000, interval: 10 });
    await restarted;
    expect(await status(local.functionsUrl)).toBe(200);
  });

  it('runs more than one Functions process on the same tables', async () => {
    const second = await local.addFunctions();
    expect(second.url).not.toBe(local.functionsUrl);
    expect(await status(second.url)).toBe(200);
  });

  it('keeps others out of its data folder', async () => {
    await expect(startLocal({ port: 0, data })).rejects.toThrow('in use');
  });
});

interface Seen {
  readonly committee: string;
  readonly messages: readonly { readonly from: string; readonly cards: readonly object[] }[];
}

describe('startLocal on a folder with an app installed', () => {
  let kept: string;
  let running: Local | undefined;
  beforeAll(async () => {
    kept = await mkdtemp(join(tmpdir(), 'start-local-'));
  });
  afterAll(async () => {
    await running?.stop();
    await rm(kept, { recursive: true });
  });

  async function json<T>(method: string, url: string, body?: object, token?: string): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${response.status} ${text}`);
    return JSON.parse(text === '' ? '{}' : text) as T;
  }
  const seen = ({ url }: Local): Promise<Seen> => json('GET', `${url}/api/state?as=formand`);
  const posts = async (one: Local): Promise<Seen['messages']> =>
    (await seen(one)).messages.filter(({ from }) => from === 'bot');

  it('lets the app speak in the channel when everything has moved to other ports', async () => {
    const first = await startLocal({ port: 0, data: kept });
    running = first;
    await json('POST', `${first.url}/api/install`, { as: 'formand' });
    await vi.waitFor(async () => expect(await posts(first)).toHaveLength(1), 20_000);
    await first.stop();

    const second = await startLocal({ port: 0, data: kept });
    running = second;
    expect(second.url).not.toBe(first.url);
    const { token } = await json<{ token: string }>('GET', `${second.url}/api/token?as=formand`);
    const lead = (path: string, body: object) =>
      json<{ item?: { id: string } }>('POST', second.functionsUrl + path, { command: randomUUID(), ...body }, token);
    const { committee } = await seen(second);
    const plan = [{ question: '3/1' }];
    const { item } = await lead(addresses.meetings(committee), {
      title: 'Punkt 4',
      material: 'fremtidens-arbejdsfaellesskaber',
      plan,
    });
    await lead(addresses.rounds(item?.id ?? ''), { question: '3/1' });
    // And nobody is welcomed again.
    await vi.waitFor(async () => expect(await posts(second)).toHaveLength(2), 20_000);
  });
});
