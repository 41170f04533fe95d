import type { Browser } from 'playwright-core';
import { addressOf } from '../screens/addressOf.ts';
import { answers, viewOf } from '../screens/states/samples.ts';
import type { Words } from '../screens/words.ts';
import { type BareWindow, bareWindow } from './bareWindow.ts';
import { type Figure, median } from './figures.ts';
import type { ScriptedServer } from './scriptedServer.ts';
import { SLOWER } from './slowMachine.ts';

const LOADS = 7;
/** Milliseconds. */
const MOST = 1_500;
const ANSWERS = 9;

interface Load {
  /** Milliseconds from the start of the navigation until the largest text was drawn. */
  readonly paint: number;
  readonly busy: number;
}

/** The first time somebody opens the panel, with nothing of it on their device: the median of several. */
export async function firstPaint(browser: Browser, server: ScriptedServer, words: Words): Promise<Figure> {
  server.begin({ views: [viewOf({ answers: answers(ANSWERS) })] });
  const url = server.url + addressOf({ page: 'panel' }, 'da', 280);
  const loads: Load[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const window = await bareWindow(browser, url, `(${watchPaint.toString()})()`);
    loads.push(await measured(window, words('answers', { count: ANSWERS })));
    await window.close();
  }
  const told = (of: keyof Load): string => loads.map((load) => milliseconds(load[of])).join(', ');
  console.log(`largest paint: ${told('paint')}`);
  console.log(`of which the page had the processor: ${told('busy')}`);
  const middle = median(loads.map(({ paint }) => paint));
  return {
    name: `panel’s largest paint, ${SLOWER} × slower, 10 Mbit/s, median of ${LOADS}`,
    measured: milliseconds(middle),
    bar: { wanted: `≤ ${milliseconds(MOST)}`, met: middle <= MOST },
  };
}

const milliseconds = (value: number): string => `${Math.round(value)} ms`;

async function measured(window: BareWindow, heading: string): Promise<Load> {
  const paint = await window.evaluate(`(${untilPainted.toString()})(${JSON.stringify(heading)})`);
  if (typeof paint !== 'number') throw new Error('nothing was drawn');
  return { paint, busy: await window.processorTime() };
}

interface Painted {
  /** When the largest text so far was drawn. */
  largest?: number;
}

/** To be run in a page before its own scripts. */
function watchPaint(): void {
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) (window as Painted).largest = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** To be run in a page: comes when what stands there with this heading is drawn, with when its largest text was. */
function untilPainted(heading: string): Promise<number> {
  const isThere = (): boolean =>
    [...document.querySelectorAll('h1, h2, h3')].some(({ textContent }) => textContent === heading);
  return new Promise((resolve) => {
    const wait = (there?: number): void => {
      const { largest = 0 } = window as Painted;
      if (there !== undefined && largest >= there) resolve(largest);
      else setTimeout(wait, 20, there);
    };
    const look = (): void => {
      if (!isThere()) return;
      changes.disconnect();
      wait(performance.now());
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { childList: true, subtree: true });
    look();
  });
}
