import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeDeployedFolder } from '../../infra/tools/deployedFolder.ts';
import { startDeployed } from '../support/deployed/startDeployed.ts';

const CONNECTION =
  'InstrumentationKey=00000000-1111-4222-8333-444444444444;IngestionEndpoint=https://sweden.insights.example/';

let folder: string;
/** Stands between the app and the network, which it has no way to but this one. */
let proxy: Server;
let reached: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'med-dialog-insights-'));
  await makeDeployedFolder(folder);
  proxy = createServer().on('connect', ({ url }, socket) => {
    reached.push(url ?? '');
    socket.destroy();
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
}, 300_000);
afterAll(async () => {
  proxy.close();
  await rm(folder, { recursive: true });
});

const settings = () => ({
  MED_TENANT_ID: '99999999-8888-4777-8666-555555555555',
  MED_APP_ID: '11111111-2222-4333-8444-555555555555',
  // Nothing listens there: what is asked of a service fails at once.
  MED_TABLES_URL: 'http://127.0.0.1:1/',
  MED_TABS_FOLDER: join(folder, 'tabs'),
  HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
});

describe('the deployed folder, where Application Insights is configured', () => {
  it('tells it of a call, and reaches nobody else', async () => {
    reached = [];
    const app = await startDeployed(folder, { ...settings(), APPLICATIONINSIGHTS_CONNECTION_STRING: CONNECTION });
    try {
      await expect(app.timer('settleDue')).rejects.toThrow();
      await vi.waitFor(() => expect(reached.length).toBeGreaterThan(0), { timeout: 30_000, interval: 100 });
    } finally {
      await app.stop();
    }
    expect(new Set(reached)).toEqual(new Set(['sweden.insights.example:443']));
  }, 60_000);

  it('has nothing left of what asks the exporter’s makers which of its parts are to run', async () => {
    const bundle = await readFile(join(folder, 'insights.cjs'), 'utf8');
    expect(bundle.includes('x-ms-onesetinterval')).toBe(false);
  });

  it('does not start with a connection that is none, and says which setting is wrong', async () => {
    const started = startDeployed(folder, { ...settings(), APPLICATIONINSIGHTS_CONNECTION_STRING: 'x' });
    await expect(started).rejects.toThrow(/APPLICATIONINSIGHTS_CONNECTION_STRING: /);
  });
});

it('neither loads nor reaches anything where it is not configured', async () => {
  reached = [];
  await rm(join(folder, 'insights.cjs'));
  const app = await startDeployed(folder, settings());
  try {
    await expect(app.timer('settleDue')).rejects.toThrow();
    expect(app.printed()).not.toContain('insights');
  } finally {
    await app.stop();
  }
  expect(reached).toEqual([]);
});
