import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { freePort } from '../../infra/local/freePort.ts';
import { type Local, type LocalOptions, startLocal } from '../../infra/local/startLocal.ts';
import { launch } from './chromium.ts';
import { Faults } from './faults.ts';
import { Person } from './person.ts';

type Key = 'formand' | 'naestformand' | 'amr' | 'medlem1' | 'medlem2' | 'udenfor';

export interface Entrance {
  /** Size of the window, in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Time zone of the person's device; this machine's where left out. */
  readonly zone?: string;
  /** Device pixels for each pixel. */
  readonly scale?: number;
  /** Whether the person has a finger in place of a mouse. */
  readonly pointer?: 'mouse' | 'touch';
  /** Faults that this person's window has on purpose, for as long as it is there. */
  readonly faults?: readonly RegExp[];
}

/** Teams never sleeps for long: what the Functions did not take is brought again every second. */
const LIMITS = { redeliverAfter: Array.from({ length: 60 }, () => 1_000) };
/** Milliseconds that something may take which people wait seconds for. */
const PATIENCE = 20_000;

/** The whole app on a fresh folder, a browser, and people who each have a window of their own. */
export class Stage {
  readonly faults = new Faults();
  readonly #browser: Browser;
  readonly #options: LocalOptions;
  readonly #contexts: BrowserContext[] = [];
  local: Local;

  private constructor(browser: Browser, options: LocalOptions, local: Local) {
    this.#browser = browser;
    this.#options = options;
    this.local = local;
  }

  static async open(more: Pick<LocalOptions, 'channelReading'> = {}): Promise<Stage> {
    // The same port after a restart, as for somebody who has the page open.
    const options = {
      port: await freePort(0),
      data: await mkdtemp(join(tmpdir(), 'med-dialog-')),
      teams: { limits: LIMITS },
      ...more,
    };
    return new Stage(await launch(), options, await startLocal(options));
  }

  /** Opens the stand-in's page as somebody, in a window that shares nothing with the others. */
  async enter(key: Key, entrance: Entrance = {}): Promise<Person> {
    const { size = { width: 1280, height: 800 }, zone, scale = 1, pointer = 'mouse', faults = [] } = entrance;
    const context = await this.#browser.newContext({
      viewport: size,
      deviceScaleFactor: scale,
      hasTouch: pointer === 'touch',
      ...(zone !== undefined && { timezoneId: zone }),
      baseURL: this.local.url,
      locale: 'da-DK',
      // Colours are read while they stand still.
      reducedMotion: 'reduce',
    });
    this.#contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    // The library asks for its list of hosts; what it has built in will do.
    await context.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
    const page = await context.newPage();
    this.faults.watch(page, key, faults);
    await page.goto(`/?as=${key}`);
    return new Person(page, key);
  }

  /** Starts everything again after `local.stop()`, on what the folder holds. */
  async startAgain(): Promise<void> {
    this.local = await startLocal(this.#options);
  }

  /** Windows first: they would find nobody there. */
  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    await this.#browser.close();
    await this.local.stop();
    await rm(this.#options.data, { recursive: true });
  }
}
