import AxeSource from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launch } from '../../../../tests/support/chromium.ts';
import { COMMITTEE } from '../state.ts';
import { startStandIn, type StandIn } from '../testing/standIn.ts';
import { DEFAULT_SWITCHES } from '../world.ts';

let browser: Browser;
let standIn: StandIn;
beforeAll(async () => {
  browser = await launch();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await standIn.close();
});
afterAll(() => browser.close());

async function visit(as: string): Promise<Page> {
  standIn = await startStandIn();
  await standIn.install();
  const page = await browser.newPage();
  await page.goto(`${standIn.teams.url}/?as=${as}`);
  return page;
}

it('offers every switch, shows how it stands, and keeps the list open and the focus where it was', async () => {
  const page = await visit('amr');
  await page.getByText('Sådan opfører Teams sig').click();
  const list = page.locator('#switches');
  const names = await list.getByRole('button').evaluateAll((all) => all.map((one) => one.getAttribute('name')));
  expect(names.toSorted()).toEqual(Object.keys(DEFAULT_SWITCHES).toSorted());
  const once = list.getByRole('button', { name: 'Et tryk på et kort kommer kun én gang', pressed: true });
  await once.focus();
  await page.keyboard.press('Enter');
  await list.getByRole('button', { name: 'Et tryk på et kort kommer kun én gang', pressed: false }).waitFor();
  expect(standIn.teams.switches).toEqual({ ...DEFAULT_SWITCHES, presses: false });
  expect(await page.evaluate('document.activeElement.name')).toBe('presses');
  await list.getByRole('button', { name: 'Mødets felter begynder med lille bogstav' }).click();
  await expect.poll(() => standIn.teams.switches.meetingPayload).toBe('pascal');
  await page.evaluate(AxeSource.source);
  expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
});

it('sends a picture or a file with or without words, and draws what was sent', async () => {
  const page = await visit('amr');
  const thread = page.locator('.thread').last();
  await thread.getByRole('button', { name: 'Med billede' }).click();
  await thread.getByText('[billede]', { exact: true }).waitFor();
  await thread.getByLabel('Svar i tråden').fill('Her er det');
  await thread.getByRole('button', { name: 'Med fil' }).click();
  await thread.getByText('Her er det [Referat.docx]').waitFor();
  const own = thread.getByRole('article').last();
  await own.getByRole('button', { name: 'Slet' }).click();
  await own.getByText('Denne besked er slettet.').waitFor();
  expect(await own.textContent()).not.toContain('Referat');
  // In the deleted message's own place, as in Teams.
  await own.getByRole('button', { name: 'Fortryd sletning' }).click();
  await thread.getByText('Her er det [Referat.docx]').waitFor();
});

it('brings a press again from the card that was pressed', async () => {
  const page = await visit('amr');
  const action = { type: 'Action.Execute', title: 'Svar på kortet', verb: 'answer' };
  const content = { type: 'AdaptiveCard', version: '1.5', actions: [action] };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
  const channelData = { channel: { id: COMMITTEE } };
  const activity = { type: 'message', attachments };
  await standIn.connector('POST', 'v3/conversations', { isGroup: true, channelData, activity });
  const card = page.getByRole('article').last();
  await card.getByRole('button', { name: 'Svar på kortet' }).click();
  await card.getByRole('button', { name: 'Bring trykket igen' }).click();
  await standIn.bot.got(2);
  const [first, second] = standIn.bot.activities();
  expect(second).toEqual({ ...first, id: second?.['id'] });
  expect(second?.['id']).not.toBe(first?.['id']);
});
