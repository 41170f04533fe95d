import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materials } from '#compiled/materials';
import type { FunctionsServer } from '../../infra/local/serveFunctions.ts';
import { buildTabs } from '../../infra/tools/buildTabs.ts';
import type { CommitteeView } from '../../tabs/api/views.ts';
import { anAnswer, aViewOf, COMMITTEE } from '../../tabs/testing/views.ts';
import { actAsTeams, type TeamsAround, TEAMS_IN_ADDRESS } from '../screens/fakeTeams.ts';
import { serveTabs } from '../screens/serveTabs.ts';
import { violations } from '../support/axe.ts';
import { launch } from '../support/chromium.ts';

/** The stage alone, its smallest, and the screens of a room. */
const SIZES: readonly (readonly [width: number, height: number])[] = [
  [994, 678],
  [792, 382],
  [1280, 720],
  [1920, 1080],
];
const texts = (materials[0]?.themes ?? []).flatMap(({ questions }) => questions.map(({ text }) => text));
const LONGEST = texts.toSorted((left, right) => right.length - left.length)[0] ?? '';
const question = { text: LONGEST, points: [], angle: 'De nye elever begynder i august' };
const endsAt = new Date(Date.now() + 60 * 60_000).toISOString();
const many = Array.from({ length: 30 }, (_, index) => anAnswer({ id: `t${index}`, text: `Svar ${index}` }));

describe('the big screen', () => {
  let server: FunctionsServer;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    await buildTabs();
    [server, browser] = await Promise.all([serveTabs(), launch()]);
    context = await browser.newContext({ locale: 'da-DK', reducedMotion: 'reduce' });
    await context.addInitScript(actAsTeams, TEAMS_IN_ADDRESS);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function show(
    view: CommitteeView,
    [width, height]: readonly [number, number],
    theme = 'default',
  ): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height });
    await page.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
    await page.route('**/api/**', (route) => route.fulfill({ json: view }));
    const teams: TeamsAround = {
      around: 'teams',
      frame: 'meetingStage',
      locale: 'da-dk',
      theme,
      channel: { id: COMMITTEE, type: 'Regular' },
      token: { given: `x.${btoa(JSON.stringify({ exp: 4_102_444_800 }))}.x` },
      clipboard: 'allowed',
    };
    const query = new URLSearchParams({ [TEAMS_IN_ADDRESS]: JSON.stringify(teams) });
    await page.goto(`${server.url}/tabs/stage.html?${query.toString()}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  const fontOf = (page: Page, selector: string): Promise<number> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  /** Elements that hold more than they show. */
  const cut = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('main, main *')]
        .filter((part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)
        .filter((part) => getComputedStyle(part).overflow !== 'visible')
        .map((part) => part.tagName),
    );

  it.each(SIZES)('shows the longest question of the material whole at %i × %i', async (width, height) => {
    const page = await show(aViewOf({ question, endsAt }), [width, height]);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(LONGEST);
    expect(await cut(page)).toEqual([]);
    // 40 px in a window of 1280, and larger with it; in the smallest as large as the words can be.
    expect(await fontOf(page, 'h1')).toBeGreaterThanOrEqual(width < 900 ? 28 : Math.max(40, (40 * width) / 1280));
    expect(await violations(page.mainFrame(), 'question')).toEqual([]);
    await page.close();
  });

  it.each(SIZES)('shows answers in at least 24 px, and the newest, at %i × %i', async (width, height) => {
    const page = await show(aViewOf({ question, endsAt, answers: many }, { screen: 'answers' }), [width, height]);
    await page.getByText('Svar 29', { exact: true }).waitFor();
    expect(await fontOf(page, 'li p')).toBeGreaterThanOrEqual(24);
    const last = await page.getByRole('listitem').last().boundingBox();
    expect((last?.y ?? height) + (last?.height ?? 0)).toBeLessThanOrEqual(height);
    expect(await violations(page.mainFrame(), 'answers')).toEqual([]);
    await page.close();
  });

  it('makes answers smaller before it leaves one out', async () => {
    const sizes = [];
    for (const count of [3, 6, 7]) {
      const answers = many.slice(0, count);
      const page = await show(
        aViewOf({ question, endsAt, answers }, { screen: 'answers', names: 'hidden' }),
        [1280, 720],
      );
      await page.getByText(`Svar ${count - 1}`, { exact: true }).waitFor();
      const seen = await page.getByRole('listitem').count();
      sizes.push({ count, seen, pixels: await fontOf(page, 'li p') });
      await page.close();
    }
    const whole = sizes.filter(({ seen, count }) => seen === count);
    expect(whole[0]?.pixels).toBe(33);
    expect(whole.at(-1)?.pixels).toBeLessThan(33);
    expect(whole.length).toBeLessThan(sizes.length);
    expect(sizes.every(({ pixels }) => pixels >= 24)).toBe(true);
  });

  it('is dark in the light theme and the dark one, and keeps the theme with contrast', async () => {
    const colours = [];
    for (const theme of ['default', 'dark', 'contrast']) {
      const page = await show(aViewOf({ question, endsAt }), [1280, 720], theme);
      expect(await violations(page.mainFrame(), theme)).toEqual([]);
      colours.push(
        await page
          .locator('.fui-FluentProvider')
          .last()
          .evaluate((part) => getComputedStyle(part).backgroundColor),
      );
      await page.close();
    }
    const [light, dark, contrast] = colours;
    expect(light).toBe(dark);
    expect(contrast).not.toBe(dark);
  });
});
