import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { freePort } from '../../infra/local/freePort.ts';
import { type HotTabs, startHotTabs } from '../../infra/local/hotTabs.ts';
import { STATES } from '../screens/states.ts';
import { Window } from '../screens/Window.ts';
import { readWords } from '../screens/words.ts';
import { launch } from '../support/chromium.ts';
import { copyTabs } from '../support/copyTabs.ts';

let checkout: string;
let front: HotTabs;
let browser: Browser;
let url: string;

beforeAll(async () => {
  checkout = await copyTabs();
  const port = await freePort(0);
  url = `http://localhost:${port}`;
  const functionsUrl = `http://localhost:${await freePort(0)}`;
  front = await startHotTabs({ port, functionsUrl, hosts: [], clientId: '', checkout });
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await front.close();
  await rm(checkout, { recursive: true });
});

it('shows a change of a component on the page that is open, in the middle of what somebody does there', async () => {
  const words = await readWords('da');
  const window = await Window.open(await browser.newContext(), { url, language: 'da', words });
  const deleting = STATES.find(({ name }) => name === 'answer-deleting');
  if (deleting === undefined) throw new Error('the table has no state in which somebody is asked');
  await window.show(deleting, 280);
  const file = join(checkout, 'tabs/panel/answer/SavedAnswer.tsx');
  const source = await readFile(file, 'utf8');
  expect(source).toContain("aria-label={text('answer.label')}");
  await writeFile(file, source.replace("aria-label={text('answer.label')}", 'aria-label="Changed"'));
  await window.page.getByRole('region', { name: 'Changed' }).waitFor();
  // Loaded anew the page would not ask.
  expect(await window.page.getByText(words('answer.delete.sure')).isVisible()).toBe(true);
  expect(window.faults).toEqual([]);
});
