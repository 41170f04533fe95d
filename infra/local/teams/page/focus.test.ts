import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launch } from '../../../../tests/support/chromium.ts';
import { startStandIn, type StandIn } from '../testing/standIn.ts';

/** What teams-js says to its host, as far as saving a tab needs it. */
const CONFIG = `<!doctype html><html lang="da"><title>App</title><main>Konfiguration</main><script>
  const say = (func, args = []) => parent.postMessage({ id: 1, func, args }, '*');
  addEventListener('message', ({ data }) => {
    if (data.func !== 'settings.save') return;
    say('settings.setSettings', [{ entityId: 'med', contentUrl: location.origin + '/tabs/panel.html' }]);
    say('settings.save.success');
  });
  say('settings.setValidityState', [true]);
</script></html>`;
const PANEL = '<!doctype html><html lang="da"><title>App</title><main><button>Begynd</button></main></html>';

let browser: Browser;
let standIn: StandIn;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => standIn.close());
afterAll(() => browser.close());

it('leaves the focus in the app’s frame when its tab has been saved, so that the keyboard goes on there', async () => {
  standIn = await startStandIn({ pages: { '/tabs/config.html': CONFIG, '/tabs/panel.html': PANEL } });
  await standIn.install();
  const page = await browser.newPage();
  await page.goto(`${standIn.teams.url}/?as=formand`);
  const save = page.getByRole('region', { name: 'Appen' }).getByRole('button', { name: 'Gem' });
  // The app allows it.
  await save.click({ trial: true });
  await save.press('Enter');
  const app = page.frameLocator('iframe');
  await app.getByRole('button', { name: 'Begynd' }).waitFor();
  expect(await page.evaluate('document.activeElement?.tagName')).toBe('IFRAME');
  await page.keyboard.press('Tab');
  await app.locator('button:focus').waitFor();
  await page.close();
});
