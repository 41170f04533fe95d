import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeSource from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../../tests/support/chromium.ts';
import { COMMITTEE } from './state.ts';
import { startStandIn } from './testing/standIn.ts';
import type { StandIn } from './testing/standIn.ts';

const library = readFileSync(
  createRequire(import.meta.url).resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'),
  'utf8',
);
/** An app's page with the real teams-js, which is told the stand-in's origin and shows what it learns. */
const appPage = (script: string) => `<!doctype html><html lang="da"><title>App</title><main><pre id="out">-</pre></main>
  <script src="/teams.js"></script><script type="module">
  const { app, pages, authentication, meeting } = microsoftTeams;
  const out = (value) => (document.getElementById('out').textContent = JSON.stringify(value));
  await app.initialize([new URL(document.referrer).origin]);
  const context = await app.getContext();
  ${script}</script></html>`;
const PAGES = {
  '/teams.js': library,
  '/tabs/config.html': appPage(`
    pages.config.registerOnSaveHandler(async (event) => {
      await pages.config.setConfig({ entityId: 'med', contentUrl: location.origin + '/tabs/panel.html', suggestedDisplayName: 'MED' });
      event.notifySuccess();
    });
    pages.config.setValidityState(true);
    out({ frame: context.page.frameContext });`),
  '/tabs/panel.html': appPage(`
    const state = { frame: context.page.frameContext, id: context.page.id, theme: context.app.theme, user: context.user,
      channel: context.channel, team: context.team, meeting: context.meeting, locale: context.app.locale };
    app.registerOnThemeChangeHandler((theme) => out({ ...state, theme }));
    state.token = await authentication.getAuthToken({ silent: true }).catch((why) => 'refused: ' + why.message);
    state.config = await pages.getConfig();
    window.goTo = (url) => app.openLink(url);
    app.notifySuccess();
    out(state);`),
};
const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: '**Fed** \\*ikke\\* [link](https://example.org) <b>tag</b>', wrap: true },
    { type: 'Input.Text', id: 'answer', label: 'Dit svar' },
  ],
  actions: [{ type: 'Action.Execute', title: 'Svar', verb: 'answer', data: { post: 'p1' } }],
};

let browser: Browser;
let standIn: StandIn;
const errors: string[] = [];
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  // The pages first: they would find nobody there.
  for (const context of browser.contexts()) await context.close();
  await standIn.close();
  expect(errors.splice(0)).toEqual([]);
});

async function visit(as: string): Promise<Page> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  await context.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
  const page = await context.newPage();
  page.on('console', (line) => (line.type() === 'error' ? errors.push(line.text()) : undefined));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${standIn.teams.url}/?as=${as}`);
  return page;
}
const app = (page: Page) => page.frameLocator('iframe').locator('#out');
async function shown(page: Page): Promise<Record<string, unknown>> {
  await app(page).getByText('"token"').waitFor();
  return JSON.parse((await app(page).textContent()) ?? '') as Record<string, unknown>;
}
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AxeSource.source);
  const { violations: found } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    'axe.run()',
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
const post = async (activity: object) => {
  const body = {
    isGroup: true,
    channelData: { channel: { id: COMMITTEE } },
    activity: { type: 'message', ...activity },
  };
  return String((await standIn.connector('POST', 'v3/conversations', body)).json['activityId']);
};

describe('the app in its frame, with the real teams-js', () => {
  it('is configured, then shown with context, token and theme, apart for meeting and channel', async () => {
    standIn = await startStandIn({ pages: PAGES });
    await standIn.install();
    const page = await visit('formand');
    await app(page).getByText('"settings"').waitFor();
    await page.getByRole('button', { name: 'Gem' }).last().click();
    const panel = await shown(page);
    const { me, meeting, team, tenantId } = await standIn.state('formand');
    expect(panel).toMatchObject({
      frame: 'sidePanel',
      id: 'med',
      theme: 'default',
      locale: 'da-dk',
      user: { id: me.oid, tenant: { id: tenantId } },
      channel: { id: COMMITTEE, membershipType: 'Regular' },
      team: { internalId: team.id, groupId: team.aadGroupId },
      meeting: { id: meeting.id },
      config: { entityId: 'med' },
    });
    expect(String(panel['token']).split('.')).toHaveLength(3);
    expect((await page.locator('iframe').boundingBox())?.width).toBe(280);
    await page.getByRole('button', { name: 'Mørkt tema' }).click();
    await app(page).getByText('"theme":"dark"').waitFor();
    await page.getByRole('button', { name: 'Fane i kanalen' }).click();
    await app(page).getByText('"settings"').waitFor();
    expect((await page.locator('iframe').boundingBox())?.width).toBeGreaterThan(600);
    const root = await post({ text: 'Tråden' });
    await page.getByRole('button', { name: 'Sidepanel i mødet' }).click();
    await shown(page);
    const link = `https://teams.microsoft.com/l/message/${encodeURIComponent(COMMITTEE)}/${root}?x=1`;
    await page
      .frames()
      .at(-1)
      ?.evaluate(`goTo(${JSON.stringify(link)})`);
    await page.locator(`#m${root}:focus`).waitFor();
  });
  it('is refused a token where the manifest does not name the app', async () => {
    standIn = await startStandIn({
      pages: PAGES,
      manifest: (manifest) => ({ ...manifest, webApplicationInfo: { id: 'other' } }),
    });
    await standIn.install();
    await standIn.api('PUT', 'tabs/meeting', { as: 'formand', contentUrl: `${standIn.bot.url}/tabs/panel.html` });
    const page = await visit('medlem1');
    expect((await shown(page))['token']).toMatch(/^refused: .*webApplicationInfo/);
    errors.splice(0);
  });
});

describe('the channel', () => {
  it('is live between two windows: write, reply, edit, delete, undo, copy a link', async () => {
    standIn = await startStandIn({ pages: PAGES });
    const [chair, member] = [await visit('formand'), await visit('medlem1')];
    await chair.getByLabel('Ny besked').fill('<img src=x onerror=alert(1)> **ikke fed**');
    await chair.getByRole('button', { name: 'Send' }).click();
    const thread = member.locator('.thread').last();
    await thread.getByText('<img src=x onerror=alert(1)> **ikke fed**').waitFor();
    await thread.getByLabel('Svar i tråden').fill('Enig');
    await thread.getByRole('button', { name: 'Svar' }).click();
    await chair.getByText('Enig').waitFor();
    // Emptied once it is told that it was sent, of which the other window may hear first.
    await expect.poll(() => thread.getByLabel('Svar i tråden').inputValue()).toBe('');
    const own = thread.getByRole('article').last();
    await own.getByText('Redigér', { exact: true }).click();
    await own.getByLabel('Ret beskeden').fill('Helt enig');
    await own.getByRole('button', { name: 'Gem' }).click();
    await chair.getByText('Helt enig').waitFor();
    expect(await chair.getByRole('article').last().textContent()).toContain('Redigeret');
    await own.getByRole('button', { name: 'Kopiér link' }).click();
    await member.getByText('Linket er kopieret.').waitFor();
    expect(await member.evaluate('navigator.clipboard.readText()')).toMatch(
      /^https:\/\/teams\.microsoft\.com\/l\/message\/19%3A/,
    );
    await own.getByRole('button', { name: 'Slet' }).click();
    await chair.getByText('Denne besked er slettet.').waitFor();
    await own.getByRole('button', { name: 'Fortryd sletning' }).click();
    await chair.getByText('Helt enig').waitFor();
    expect(await chair.getByRole('article').last().getByRole('button').count()).toBe(1);
  });
  it('draws a bot’s text and cards as Teams does, runs an Action.Execute, and shows its answer', async () => {
    standIn = await startStandIn({ pages: PAGES });
    await standIn.install();
    const page = await visit('amr');
    await post({ text: '**Fed** <script>x</script> [l](https://example.org)' });
    await post({ text: '**ikke fed**', textFormat: 'plain' });
    await post({ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] });
    await page.getByLabel('Dit svar').fill('En makker');
    const html = (index: number) => page.getByRole('article').nth(index).innerHTML();
    expect(await html(1)).toContain(
      '<strong>Fed</strong> &lt;script&gt;x&lt;/script&gt; <a href="https://example.org"',
    );
    expect(await html(2)).toContain('**ikke fed**');
    const drawn = page.getByRole('article').nth(3);
    expect(await drawn.textContent()).toContain('Fed *ikke* link <b>tag</b>');
    expect(await drawn.locator('.ac-textBlock strong').textContent()).toBe('Fed');
    expect(await drawn.getByRole('link', { name: 'link' }).getAttribute('href')).toBe('https://example.org');
    expect(await html(3)).toContain('&lt;b&gt;tag&lt;/b&gt;');
    const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Dit svar er gemt' };
    standIn.bot.answers.push({ status: 200, body });
    await page.getByRole('button', { name: 'Svar' }).nth(3).click();
    await page.getByText('Dit svar er gemt').waitFor();
    expect(standIn.bot.activities().at(-1)).toMatchObject({
      value: { action: { data: { post: 'p1', answer: 'En makker' } } },
    });
    for (const theme of ['Lyst tema', 'Mørkt tema', 'Høj kontrast']) {
      await page.getByRole('button', { name: theme }).click();
      await page.locator(`button[aria-pressed=true]`, { hasText: theme }).waitFor();
      expect(await violations(page)).toEqual([]);
    }
  });
  it('is steered by keyboard alone, and keeps its focus', async () => {
    standIn = await startStandIn({ pages: PAGES });
    const page = await visit('formand');
    await page.getByRole('button', { name: 'Start mødet' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Slut mødet' }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Slut mødet');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Fjern appen' }).waitFor();
    await standIn.teams.settled();
    expect(standIn.bot.activities().map(({ type }) => type)).toContain('installationUpdate');
  });
  it('shows an outsider the meeting’s panel, and nothing of the channel', async () => {
    standIn = await startStandIn({ pages: PAGES });
    await standIn.install();
    await standIn.api('PUT', 'tabs/meeting', { as: 'formand', contentUrl: `${standIn.bot.url}/tabs/panel.html` });
    const page = await visit('udenfor');
    expect((await shown(page))['user']).toMatchObject({ id: (await standIn.state('udenfor')).me.oid });
    expect(await page.getByText('Møde i Lokaludvalget').count()).toBe(0);
    await page.getByText('Du er ikke med i teamet').waitFor();
  });
  it('lets a person leave the team, and come back to it', async () => {
    standIn = await startStandIn();
    await standIn.api('POST', 'posts', { as: 'medlem1', text: 'Fortroligt' });
    const page = await visit('amr');
    await page.getByText('Fortroligt').waitFor();
    await page.getByRole('button', { name: 'Forlad teamet' }).click();
    await page.getByText('Du er ikke med i teamet').waitFor();
    expect(await page.getByText('Fortroligt').count()).toBe(0);
    await page.getByRole('button', { name: 'Kom med i teamet' }).click();
    await page.getByLabel('Kanal eller chat').selectOption('Lokaludvalget');
    await page.getByText('Fortroligt').waitFor();
    expect(await page.getByText('Du er ikke med i teamet').count()).toBe(0);
  });
});
