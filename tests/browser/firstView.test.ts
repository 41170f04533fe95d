import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, it } from 'vitest';
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

/** To be run in a page: Teams is there, and says nothing. */
function neverAnswer(): void {
  Object.assign(window, { nativeInterface: { framelessPostMessage: () => undefined } });
}
