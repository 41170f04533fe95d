import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { freePort } from '../../infra/local/freePort.ts';
import { type HotTabs, startHotTabs } from '../../infra/local/hotTabs.ts';
import { copyTabs } from '../support/copyTabs.ts';

const HOST = 'http://localhost:1';
const PATIENCE = { timeout: 20_000, interval: 200 };

let checkout: string;
let behind: Server;
let front: HotTabs;
let url: string;

beforeAll(async () => {
  checkout = await copyTabs();
  behind = createServer((request, response) => {
    response.setHeader('x-asked', `${request.method} ${request.url}`);
    request.pipe(response);
  });
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
  const functionsUrl = `http://localhost:${(behind.address() as AddressInfo).port}`;
  const port = await freePort(0);
  url = `http://localhost:${port}`;
  front = await startHotTabs({ port, functionsUrl, hosts: [HOST], clientId: 'our-client', checkout });
});

afterAll(async () => {
  await front.close();
  await new Promise((resolve) => behind.close(resolve));
  await rm(checkout, { recursive: true });
});

it('serves a page with the app’s settings and policy, loosened by what fast refresh needs and no more', async () => {
  const response = await fetch(`${url}/tabs/panel.html?x=1`);
  const html = await response.text();
  expect(html).toContain('<meta name="client-id" content="our-client"');
  expect(html).toContain('/tabs/@vite/client');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self' 'unsafe-inline';");
  expect(policy).toContain(`connect-src 'self' ${url.replace('http', 'ws')} https://res.cdn.office.net;`);
  expect(policy).toContain("default-src 'none';");
  expect(policy).toMatch(new RegExp(`frame-ancestors .* ${HOST}$`));
});

it('hands all the rest on to the Functions, with its body', async () => {
  const response = await fetch(`${url}/api/messages?a=b`, { method: 'POST', body: 'words' });
  expect(response.headers.get('x-asked')).toBe('POST /api/messages?a=b');
  expect(await response.text()).toBe('words');
});

it('answers that there is nothing where no Functions are', async () => {
  const port = await freePort(0);
  const lonely = await startHotTabs({ port, functionsUrl: HOST, hosts: [], clientId: '', checkout });
  try {
    expect((await fetch(`http://localhost:${port}/api/messages`)).status).toBe(502);
  } finally {
    await lonely.close();
  }
});

it('tells the pages that are open of a change, without loading them again', async () => {
  const client = await (await fetch(`${url}/tabs/@vite/client`)).text();
  const token = /const wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
  const socket = new WebSocket(`${url.replace('http', 'ws')}/tabs/?token=${token}`, 'vite-hmr');
  const heard: { type: string; updates?: { path: string }[] }[] = [];
  socket.addEventListener('message', ({ data }) => heard.push(JSON.parse(String(data)) as (typeof heard)[number]));
  await vi.waitFor(() => expect(heard).toContainEqual({ type: 'connected' }), PATIENCE);
  expect((await fetch(`${url}/tabs/app/Notice.tsx`)).status).toBe(200);
  const file = join(checkout, 'tabs/app/Notice.tsx');
  const source = await readFile(file, 'utf8');
  let changes = 0;
  await vi.waitFor(async () => {
    // Again each time: files may not have been watched yet.
    changes += 1;
    await writeFile(file, `${source}\n// ${changes}\n`);
    const updated = heard.flatMap(({ updates = [] }) => updates.map(({ path }) => path));
    expect(updated).toContain('/app/Notice.tsx');
  }, PATIENCE);
  expect(heard.filter(({ type }) => type === 'full-reload')).toEqual([]);
  socket.close();
});
