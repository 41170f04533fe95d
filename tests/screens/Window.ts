import type { BrowserContext, Page } from 'playwright-core';
import { addressOf } from './addressOf.ts';
import { A4, type Width, WIDEST } from './widths.ts';
import { type FakeApi, fakeApi } from './fakeApi.ts';
import { actAsTeams, TEAMS_IN_ADDRESS } from './fakeTeams.ts';
import type { Scene, Sentence, State } from './State.ts';
import type { Language, Words } from './words.ts';

const HEIGHTS: Record<Width, number> = { 280: 640, 1280: 800, [A4]: 1002, [WIDEST]: 1080 };
/** A Thursday at a quarter to eleven, in the middle of the item that the views tell of. */
const NOW = new Date('2026-05-14T10:45:00');
/** Milliseconds that something on a page may take before it has failed. */
const PATIENCE = 15_000;
/** More than what has just come waits before it takes presses. */
const UNTIL_STEADY = 1_100;
/** Where the tabs are served, and in which language people read there. */
export interface Place {
  readonly url: string;
  readonly language: Language;
  readonly words: Words;
}

/** A browser window that shows one state after the other: what it has compiled once serves the next ones too. */
export class Window {
  readonly page: Page;
  readonly #api: FakeApi;
  readonly #place: Place;
  #faults: string[] = [];
  /** Addresses of the parts that the page has asked for, and their sentences. */
  #parts: string[] = [];

  private constructor(page: Page, api: FakeApi, place: Place) {
    this.page = page;
    this.#api = api;
    this.#place = place;
    page.on('console', (line) => {
      const { url } = line.location();
      if (line.type() === 'error' && !api.failsOnPurpose(url)) this.#faults.push(`console.error ${line.text()} ${url}`);
    });
    page.on('request', (request) => {
      if (request.resourceType() === 'script') this.#parts.push(request.url());
    });
    page.on('pageerror', (error) => void this.#faults.push(`error ${error.message}`));
  }

  static async open(context: BrowserContext, place: Place): Promise<Window> {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(actAsTeams, TEAMS_IN_ADDRESS);
    return new Window(page, await fakeApi(page), place);
  }

  /** What has gone wrong on the page since the last state began, and was not asked for: a line each. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /**
   * Loads a state's page, in Teams' default theme, and takes it to its state.
   * @throws {Error} where it does not get there
   */
  async show(state: State, width: Width): Promise<void> {
    const { url, language } = this.#place;
    // What the page before still asks for, and is refused, is not this state's.
    await this.page.goto('about:blank');
    await this.page.emulateMedia({ media: 'screen', reducedMotion: 'no-preference' });
    await this.page.setViewportSize({ width, height: HEIGHTS[width] });
    await this.page.clock.install({ time: NOW });
    this.#api.begin(state);
    this.#faults = [];
    this.#parts = [];
    await this.page.goto(url + addressOf(state, language, width));
    const scene = this.#scene();
    await state.steps?.(scene);
    if (state.media !== undefined) await this.page.emulateMedia({ media: state.media });
    await scene.see(state.shows);
    await this.#settle();
    // What tries again by itself has done so meanwhile: the picture is of what the state says.
    await scene.see(state.shows);
  }

  /** Looks at the page as it is for somebody who has fingers in place of a mouse. */
  async underFinger<Seen>(look: () => Promise<Seen>): Promise<Seen> {
    const session = await this.page.context().newCDPSession(this.page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const seen = await look();
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await session.detach();
    return seen;
  }

  /**
   * Waits until everything that the page loads of itself has come and is shown: a part may then ask for its sentences,
   * and what comes soon after something else is held back for a moment.
   */
  async #settle(): Promise<void> {
    let [before, now] = ['', 'nothing seen yet'];
    while (before !== now) {
      const parts = JSON.stringify(this.#parts);
      // As words: what runs the tests would make another `import` of it.
      await this.page.evaluate(`Promise.allSettled(${parts}.map((part) => import(part)))`);
      await this.page.clock.fastForward(UNTIL_STEADY);
      before = now;
      now = `${parts} ${await this.page.evaluate(sizeOfPage)}`;
    }
  }

  /**
   * Makes the window as high as the page, so that what sticks to its end does not cover anything; no higher, also where
   * the page was higher before.
   */
  async showWhole(width: Width): Promise<void> {
    await this.page.setViewportSize({ width, height: HEIGHTS[width] });
    const needed = await this.page.evaluate(() => document.documentElement.scrollHeight);
    if (needed > HEIGHTS[width]) await this.page.setViewportSize({ width, height: needed });
  }

  #scene(): Scene {
    const { page } = this;
    const { words } = this.#place;
    const say = (sentence: Sentence): string => (typeof sentence === 'string' ? words(sentence) : words(...sentence));
    const pass = (milliseconds: number): Promise<void> => page.clock.fastForward(milliseconds);
    const button = (name: Sentence) => page.getByRole('button', { name: say(name), exact: true }).first();
    return {
      page,
      words,
      button,
      press: async (name) => {
        await button(name).waitFor();
        await pass(UNTIL_STEADY);
        await button(name).click();
      },
      fill: (label, text) => page.getByLabel(say(label), { exact: true }).first().fill(text),
      see: (sentence) => page.getByText(say(sentence)).filter({ visible: true }).first().waitFor(),
      answer: this.#api.answer,
      show: async (view) => {
        this.#api.answer('GET view', { status: 200, body: view });
        await comeBack(page);
      },
      poll: () => comeBack(page),
      pass,
    };
  }
}

/** To be run in a page: of how many parts it consists, once what was about to be drawn is. */
const sizeOfPage = async (): Promise<number> => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return document.querySelectorAll('*').length;
};

/** The library that polls listens to this to know that somebody is back. */
const comeBack = (page: Page): Promise<unknown> =>
  page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
