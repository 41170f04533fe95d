import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FunctionsServer } from '../../infra/local/serveFunctions.ts';
import { serveTabs } from '../screens/serveTabs.ts';
import { STATES } from '../screens/states.ts';
import type { Width } from '../screens/widths.ts';
import { Window } from '../screens/Window.ts';
import { readWords } from '../screens/words.ts';
import { launch } from '../support/chromium.ts';

// The bar at the bottom of the page, where a window is as low as a meeting's side panel may be.

const HEIGHT = 600;

let browser: Browser;
let server: FunctionsServer;
let window: Window;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), serveTabs()]);
  const context = await browser.newContext({ locale: 'da-DK' });
  window = await Window.open(context, { url: server.url, language: 'da', words: await readWords('da') });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function show(name: string, width: Width) {
  const state = STATES.find((one) => one.name === name);
  if (state === undefined) throw new Error(`no such state: ${name}`);
  await window.show(state, width);
  await window.page.setViewportSize({ width, height: HEIGHT });
}

async function look(name: string, width: Width) {
  await show(name, width);
  return window.page.evaluate(barOf);
}

it.each([
  ['the field and the list of all else', 'lead-more-answers-on-screen'],
  ['people to choose from', 'room-field-naming'],
  ['what went wrong', 'room-line-offline'],
  ['the referent’s field', 'scribe'],
])('is no higher than leaves the question in sight, with its buttons where they are: %s', async (_, name) => {
  const { height, question, buttons } = await look(name, 280);
  expect(height).toBeLessThanOrEqual(HEIGHT * 0.6 + 1);
  expect(question).toBe('in sight');
  expect(buttons).toBe('in sight');
});

it('shows all that it has to say where there is room', async () => {
  const { hidden } = await look('room-field', 280);
  expect(hidden).toBe(0);
});

it('ends with the plan where that stands in place of the question, and with the page where it does not', async () => {
  const [plan, question] = [await look('plan', 1280), await look('lead-closed', 1280)];
  expect(plan.beyond).toBeLessThanOrEqual(1);
  expect(question.width).toBeGreaterThan(plan.width);
});

it('takes two lines where the time is long over, the next step on the first', async () => {
  const { lines, first, buttons } = await look('lead-time-over', 280);
  expect(lines).toBe(2);
  expect(first).toBe('on the first line');
  expect(buttons).toBe('in sight');
});

it('has a button as large while what it does is under way', async () => {
  const sizeOf = async (name: string, of: Locator) => {
    await show(name, 280);
    const { x = 0, width = 0, height = 0 } = (await of.boundingBox()) ?? {};
    return { x, width, height };
  };
  const button = window.page.locator('form button[type="submit"]');
  const [before, after] = [await sizeOf('question-empty', button), await sizeOf('answer-sending', button)];
  expect(after).toEqual(before);
  expect(before.width).toBeGreaterThan(0);
});

/** To be run in a page: how the bar stands on it, in pixels. */
function barOf() {
  const bar = [...document.querySelectorAll('section')].find((part) => getComputedStyle(part).position === 'sticky');
  const last = [...(bar?.querySelectorAll('button') ?? [])].at(-1);
  if (bar === undefined || last === undefined) throw new Error('no bar on the page');
  const { top, height, width } = bar.getBoundingClientRect();
  const column = (document.querySelector('section ol') ?? bar).getBoundingClientRect().right;
  const heading = document.querySelector('h1')?.getBoundingClientRect().top ?? -1;
  const { x, y, width: across, height: down } = last.getBoundingClientRect();
  const middles = [...bar.querySelectorAll('button')].map((button) => {
    const rect = button.getBoundingClientRect();
    return Math.round(rect.top + rect.height / 2);
  });
  const isOnTop = last.contains(document.elementFromPoint(x + across / 2, y + down / 2));
  const inSight = (is: boolean) => (is ? 'in sight' : 'out of sight');
  return {
    height,
    width,
    /** How far what leads on sticks out beyond the column above it. */
    beyond: Math.max(0, x + across - column),
    lines: new Set(middles).size,
    first: middles[0] === Math.min(...middles) ? 'on the first line' : 'further down',
    hidden: bar.scrollHeight - bar.clientHeight,
    question: inSight(heading >= 0 && heading < top),
    buttons: inSight(isOnTop),
  };
}
