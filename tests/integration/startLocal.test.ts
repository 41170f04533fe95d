import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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
