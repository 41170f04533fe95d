import type { Browser, CDPSession, Page } from 'playwright-core';
import { addressOf } from '../screens/addressOf.ts';
import type { Width } from '../screens/widths.ts';
import { actAsTeams, TEAMS_IN_ADDRESS } from '../screens/fakeTeams.ts';
import type { State } from '../screens/State.ts';
import { SLOW_MACHINE } from './slowMachine.ts';

/** How long the page took to answer one thing that somebody did, as browsers count it for INP. */
export interface Interaction {
  readonly id: number;
  readonly name: string;
  /** Milliseconds from the press until what came of it was drawn; rounded to 8 by the browser. */
  readonly duration: number;
}

/** A page on a slow machine, and what its browser has measured on it. */
export interface SlowWindow {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Everything that somebody did so far and that took 16 ms or more; of several events of one, the longest. */
  readonly interactions: () => Promise<readonly Interaction[]>;
  /** How many things somebody did so far, with those that took less. */
  readonly interactionCount: () => Promise<number>;
  readonly close: () => Promise<void>;
}

interface Measured {
  events: { id: number; name: string; duration: number }[];
}

/** Opens a page in a fresh context, with nothing in its cache, on a slow machine and network. */
export async function slowWindow(
  browser: Browser,
  url: string,
  page: State['page'],
  width: Width,
): Promise<SlowWindow> {
  const context = await browser.newContext({ viewport: { width, height: width === 280 ? 640 : 800 }, locale: 'da-DK' });
  const tab = await context.newPage();
  // The library asks for its list of hosts; what it has built in will do.
  await tab.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
  await tab.addInitScript(actAsTeams, TEAMS_IN_ADDRESS);
  await tab.addInitScript(measure);
  const devtools = await context.newCDPSession(tab);
  for (const [method, params] of SLOW_MACHINE) await devtools.send(method, params);
  await tab.goto(url + addressOf({ page }, 'da', width));
  return {
    page: tab,
    devtools,
    interactions: () => tab.evaluate(longestOfEach),
    interactionCount: () =>
      tab.evaluate(() => (performance as unknown as { interactionCount: number }).interactionCount),
    close: () => context.close(),
  };
}

/** To be run in a page before its own scripts. */
function measure(): void {
  const measured: Measured = { events: [] };
  Object.assign(window, { measured });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const { interactionId: id, name, duration } = entry;
      if (id > 0) measured.events.push({ id, name, duration });
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

/** To be run in a page. */
function longestOfEach(): Interaction[] {
  const { events } = (window as unknown as { measured: Measured }).measured;
  const longest = new Map<number, Interaction>();
  for (const event of events) {
    if ((longest.get(event.id)?.duration ?? 0) < event.duration) longest.set(event.id, event);
  }
  return [...longest.values()];
}
