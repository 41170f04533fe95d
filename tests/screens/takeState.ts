import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.ts';
import type { Width } from './widths.ts';
import { changeTheme } from './fakeTeams.ts';
import { faultsOnPage } from './faultsOnPage.ts';
import { languageFaults } from './languageFaults.ts';
import { pressFaults } from './pressFaults.ts';
import { raggedFaults } from './raggedFaults.ts';
import type { State } from './State.ts';
import { titleFaults } from './titleFaults.ts';
import { touchFaults } from './touchFaults.ts';
import type { Window } from './Window.ts';
import type { Language } from './words.ts';

/** How a state is looked at: Teams' themes, and what some people have set on their device. */
export type Look = 'default' | 'dark' | 'contrast' | 'glass' | 'large-text' | 'less-motion';
export const THEMES = ['default', 'dark', 'contrast'] as const satisfies readonly Look[];
export const MORE_LOOKS = ['glass', 'large-text', 'less-motion'] as const satisfies readonly Look[];

/** A state in one language and width, looked at in several ways one after the other. */
export interface Job {
  readonly state: State;
  readonly language: Language;
  readonly width: Width;
  readonly looks: readonly Look[];
}

/** One look at a state, and what is wrong with it. */
export interface Taken {
  readonly state: string;
  readonly language: Language;
  readonly width: Width;
  readonly look: Look;
  /** Name of the file; absent where there is no picture. */
  readonly picture?: string;
  readonly faults: readonly string[];
}

/**
 * Shows a state, and looks at it in each way: takes its picture, and has it checked.
 * @param folder where pictures go; none are taken where left out
 */
export async function takeState(window: Window, job: Job, folder: string | undefined): Promise<readonly Taken[]> {
  const { state, language, width, looks } = job;
  const about = { state: state.name, language, width };
  try {
    await window.show(state, width);
    // What was pressed last is not what somebody points at.
    await window.page.mouse.move(0, 0);
    const taken: Taken[] = [];
    for (const [index, look] of looks.entries()) {
      await putOn(window.page, look, looks[index - 1] ?? 'default');
      await window.showWhole(width);
      const picture = `${state.name}.${language}.${width}.${look}.png`;
      if (folder !== undefined) await photograph(window.page, join(folder, picture));
      const faults = [
        ...(await window.page.evaluate(faultsOnPage)),
        ...(await violations(window.page.mainFrame(), 'axe', rulesFor(look, state))),
      ];
      taken.push({ ...about, look, faults, ...(folder !== undefined && { picture }) });
    }
    const pressed = await faultsOfPresses(window, width);
    // What the window told, how large things are, and what is heard, belongs to no look in particular.
    const named = await titleFaults(window.page, state, language);
    const spoken = language === 'da' ? [] : await languageFaults(window.page);
    const ofAll = [...window.faults, ...pressed, ...named, ...spoken];
    return taken.map((one, index) => (index === 0 ? { ...one, faults: [...ofAll, ...one.faults] } : one));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ ...about, look: looks[0] ?? 'default', faults: [...window.faults, `not reached: ${reason}`] }];
  }
}

/** Whether everything can be pressed: with a pointer, and in the width of a phone with a finger, where buttons keep in line. */
async function faultsOfPresses(window: Window, width: Width): Promise<readonly string[]> {
  const { page } = window;
  await putOn(page, 'default', 'large-text');
  const faults = await page.evaluate(pressFaults);
  if (width !== 280) return faults;
  const ragged = await page.evaluate(raggedFaults);
  return [...faults, ...ragged, ...(await window.underFinger(() => page.evaluate(touchFaults)))];
}

/** Another theme changes colours and nothing else. */
const ofColours = ['color-contrast', 'link-in-text-block'];

const rulesFor = (look: Look, { allows = [] }: State) =>
  look === 'dark' || look === 'contrast' || look === 'glass' ? { only: ofColours } : { except: allows };

const photograph = (page: Page, path: string): Promise<Buffer> => page.screenshot({ path, animations: 'disabled' });

/** The theme that Teams shows for a look. */
const themeOf = (look: Look): string => (look === 'large-text' || look === 'less-motion' ? 'default' : look);

/** Changes the page from one look to the next. */
async function putOn(page: Page, look: Look, before: Look): Promise<void> {
  await page.emulateMedia({ reducedMotion: look === 'less-motion' ? 'reduce' : 'no-preference' });
  if (themeOf(look) !== themeOf(before)) await showTheme(page, themeOf(look));
  if (before === 'large-text') await page.evaluate(textAsItWas);
  if (look === 'large-text') await page.evaluate(doubleText);
  await page.evaluate(restOfTransitions);
}

/** Has Teams show another theme, and waits until the page has it too: each has a background of its own. */
async function showTheme(page: Page, theme: string): Promise<void> {
  const before = await page.evaluate(background);
  await page.evaluate(changeTheme, theme);
  await page.waitForFunction(
    (old) => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor !== old,
    before,
  );
}

const background = (): string =>
  getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor;

/**
 * Text twice as large, as browsers and systems make it: Fluent's sizes are pixels, so these are doubled, also where the
 * big screen has a theme of its own. All are read before any is changed: the outer ones reach the inner ones.
 */
function doubleText(): void {
  const names = ['100', '200', '300', '400', '500', '600', '700', '800', '900', '1000', 'Hero700', 'Hero800'].flatMap(
    (size) => [`--fontSizeBase${size}`, `--lineHeightBase${size}`, `--fontSize${size}`, `--lineHeight${size}`],
  );
  const read = [...document.querySelectorAll<HTMLElement>('.fui-FluentProvider')].map((provider) => {
    const style = getComputedStyle(provider);
    return { provider, sizes: names.map((name) => [name, Number.parseFloat(style.getPropertyValue(name))] as const) };
  });
  for (const { provider, sizes } of read)
    for (const [name, pixels] of sizes) if (pixels > 0) provider.style.setProperty(name, `${pixels * 2}px`);
}

function textAsItWas(): void {
  for (const provider of document.querySelectorAll('.fui-FluentProvider')) provider.removeAttribute('style');
}

/** Colours are read while they stand still. */
async function restOfTransitions(): Promise<void> {
  const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
}
