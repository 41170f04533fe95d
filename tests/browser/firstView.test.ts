import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { FunctionsServer } from '../../infra/local/serveFunctions.ts';
import { addressOf } from '../screens/addressOf.ts';
import { fakeApi } from '../screens/fakeApi.ts';
import { actAsTeams, TEAMS_IN_ADDRESS } from '../screens/fakeTeams.ts';
import { serveTabs } from '../screens/serveTabs.ts';
import { STATES } from '../screens/states.ts';
import { launch } from '../support/chromium.ts';

const TEXTS = /\/panel\.da-[^/]+\.js$/;
const VIEW = /\/api\/.+\/view$/;

let browser: Browser;
let server: FunctionsServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), serveTabs()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 280, height: 640 }, locale: 'da-DK' });
});

afterEach(() => page.close());

/** Opens the panel on a question that is put. */
async function open(): Promise<void> {
  const state = STATES.find(({ name }) => name === 'question-answered');
  if (state === undefined) throw new Error('no such state');
  (await fakeApi(page)).begin(state);
  await page.goto(server.url + addressOf(state, 'da', 280), { waitUntil: 'commit' });
}

it('has its texts on the way while Teams has not answered yet', async () => {
  await page.addInitScript(neverAnswer);
  const texts = page.waitForRequest(TEXTS);
  await open();
  await texts;
});

it('has the committee’s view on the way while its texts are not there yet', async () => {
  await page.addInitScript(actAsTeams, TEAMS_IN_ADDRESS);
  const held = Promise.withResolvers<undefined>();
  await page.route(TEXTS, async (route) => {
    await held.promise;
    await route.continue();
  });
  const view = page.waitForRequest(VIEW);
  await open();
  await view;
  held.resolve(undefined);
  await page.getByRole('heading').first().waitFor();
});

it('is drawn once, with the question on it, where the view comes soon', async () => {
  await page.addInitScript(actAsTeams, TEAMS_IN_ADDRESS);
  await page.addInitScript(noteWaiting);
  await page.clock.install();
  // Its patience does not end before it is let.
  await page.clock.pauseAt(Date.now() + 60_000);
  const texts = page.waitForResponse(TEXTS);
  await open();
  await page.route(VIEW, async (route) => {
    await (await texts).finished();
    await page.evaluate(() => undefined);
    await route.fallback();
  });
  await page.getByRole('heading').first().waitFor();
  expect(await page.evaluate(() => (window as Noted).hasWaited)).toBeUndefined();
});

it('says that it is fetching where the view is late', async () => {
  await page.addInitScript(actAsTeams, TEAMS_IN_ADDRESS);
  const held = Promise.withResolvers<undefined>();
  await open();
  await page.route(VIEW, async (route) => {
    await held.promise;
    await route.fallback();
  });
  // Not a reload, which Chromium has refused here (“Not attached to an active page”).
  await page.goto(page.url(), { waitUntil: 'commit' });
  // Before a request that nobody answers is given up, after fifteen seconds.
  await page.getByRole('progressbar').waitFor({ timeout: 10_000 });
  held.resolve(undefined);
  await page.getByRole('heading').first().waitFor();
});

interface Noted {
  hasWaited?: true;
}

/** To be run in a page: notes whether it ever said that it was waiting. */
function noteWaiting(): void {
  new MutationObserver(() => {
    if (document.querySelector('[role=progressbar]')) (window as Noted).hasWaited = true;
  }).observe(document, { childList: true, subtree: true });
}

/** To be run in a page: Teams is there, and says nothing. */
function neverAnswer(): void {
  Object.assign(window, { nativeInterface: { framelessPostMessage: () => undefined } });
}
