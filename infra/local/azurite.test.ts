import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAzureTables } from '#store/azureTables';
import { type Azurite, startAzurite } from './azurite.ts';

const ROW = { table: 'Teams', partition: 'p', key: 'k', columns: { text: 'blåbærgrød' } } as const;

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

describe('startAzurite', () => {
  let folder: string;
  let azurite: Azurite | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'azurite-'));
  });
  afterEach(async () => {
    await azurite?.close();
    await rm(folder, { recursive: true });
  });

  it('keeps what was written last when it is closed and started again', async () => {
    const onDeath = vi.fn();
    azurite = await startAzurite({ folder, onDeath });
    const { url } = azurite;
    expect(await createAzureTables(azurite).insert(ROW)).toBe('written');
    await azurite.close();
    await azurite.close();
    expect(await listens(Number(new URL(url).port))).toBe(false);
    expect(onDeath).not.toHaveBeenCalled();
    azurite = await startAzurite({ folder });
    expect((await createAzureTables(azurite).get(ROW))?.columns).toEqual(ROW.columns);
  });

  it('says what Azurite says where the port is taken', async () => {
    azurite = undefined;
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(startAzurite({ folder, port })).rejects.toThrow('EADDRINUSE');
    taken.close();
  });

  it('does not outlive the process that started it', async () => {
    azurite = undefined;
    const module = new URL('azurite.ts', import.meta.url).href;
    const script = `const { startAzurite } = await import(${JSON.stringify(module)});
      const { url } = await startAzurite({ folder: ${JSON.stringify(folder)} });
      process.stdout.write(url);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = (await once(parent.stdout, 'data')) as [Buffer];
    const port = Number(new URL(url.toString()).port);
    expect(await listens(port)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(async () => expect(await listens(port)).toBe(false), { timeout: 10_000 });
  });
});
