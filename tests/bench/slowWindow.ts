import type { Browser, CDPSession, Page } from 'playwright-core';
import { addressOf } from '../screens/addressOf.ts';
import type { Width } from '../screens/widths.ts';
import { actAsTeams, TEAMS_IN_ADDRESS } from '../screens/fakeTeams.ts';
import type { State } from '../screens/State.ts';

/** How many times slower the processor is than this machine's: an office laptop with a meeting on it. */
export const SLOWER = 4;
/** The network beside it: bits a second, and milliseconds there and back. */
const NETWORK = { bits: 10_000_000, latency: 20 };

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
  /** Milliseconds from the start of the navigation until the largest text so far was drawn. */
  readonly largestPaint: () => Promise<number>;
  /**
   * Milliseconds that the page's thread has had the processor since it was opened, slowed down as it is: what else runs
   * on this machine hardly changes it, as it does the time that passes.
   */
  readonly processorTime: () => Promise<number>;
  readonly close: () => Promise<void>;
}

interface Measured {
  events: { id: number; name: string; duration: number }[];
  largest: number;
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
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: NETWORK.latency,
    downloadThroughput: NETWORK.bits / 8,
    uploadThroughput: NETWORK.bits / 8,
  });
  await tab.goto(url + addressOf({ page }, 'da', width));
  return {
    page: tab,
    devtools,
    interactions: () => tab.evaluate(longestOfEach),
    interactionCount: () =>
      tab.evaluate(() => (performance as unknown as { interactionCount: number }).interactionCount),
    largestPaint: () => tab.evaluate(() => (window as unknown as { measured: Measured }).measured.largest),
    processorTime: async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
    },
    close: () => context.close(),
  };
}

/** To be run in a page before its own scripts. */
function measure(): void {
  const measured: Measured = { events: [], largest: 0 };
  Object.assign(window, { measured });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const { interactionId: id, name, duration } = entry;
      if (id > 0) measured.events.push({ id, name, duration });
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) measured.largest = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
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
