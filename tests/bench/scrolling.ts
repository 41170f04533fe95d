import type { Figure } from './figures.ts';
import type { SlowWindow } from './slowWindow.ts';

/**
 * A frame a second may be missed. There is no screen here, so that what a page without anything on it draws is measured
 * beside it: more than that no page can.
 */
const FRAMES = { wanted: 60, missed: 1 };
const SCROLLS = 3;

/** How smoothly a page scrolls from its top, and the same page when nothing is on it any more. */
export async function scrolling(window: SlowWindow): Promise<Pick<Figure, 'measured' | 'bar'>> {
  const frames = await scrollOften(window);
  const empty = await emptied(window);
  return {
    measured: `${described(frames)}; an empty page ${described(empty)}`,
    bar: {
      wanted: `${FRAMES.wanted} frames/s, or as an empty page`,
      met: frames.perSecond >= Math.min(FRAMES.wanted, empty.perSecond) - FRAMES.missed,
    },
  };
}

interface Frames {
  readonly perSecond: number;
  /** Milliseconds between the two frames that lay furthest apart. */
  readonly longest: number;
}

const described = ({ perSecond, longest }: Frames): string =>
  `${perSecond.toFixed(1)} frames/s, longest ${Math.round(longest)} ms`;

/** The median of several ways down. */
async function scrollOften(window: SlowWindow): Promise<Frames> {
  const found: Frames[] = [];
  for (let number = 0; number < SCROLLS; number += 1) {
    await window.page.evaluate(() => scrollTo(0, 0));
    found.push(await scrollDown(window));
  }
  const [middle] = found.toSorted((left, right) => left.perSecond - right.perSecond).slice(Math.floor(SCROLLS / 2));
  if (middle === undefined) throw new Error('nothing was scrolled');
  return middle;
}

/** The same way down a page of the same length with nothing on it. */
async function emptied(window: SlowWindow): Promise<Frames> {
  await window.page.evaluate(() => {
    const { scrollHeight } = document.documentElement;
    document.body.replaceChildren();
    document.body.style.height = `${scrollHeight}px`;
  });
  return scrollOften(window);
}

/** Scrolls through everything with the wheel, and counts the frames that the page could draw meanwhile. */
async function scrollDown({ page, devtools }: SlowWindow): Promise<Frames> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const note = (time: number): void => {
      times.push(time);
      // Until another way down is noted.
      if ((window as unknown as { times: number[] }).times === times) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  const top = await page.evaluate(() => scrollY);
  await devtools.send('Input.synthesizeScrollGesture', {
    x: 140,
    y: 320,
    yDistance: -8_000,
    speed: 2_000,
    gestureSourceType: 'mouse',
  });
  const { times, moved } = await page.evaluate(() => ({
    times: (window as unknown as { times: number[] }).times,
    moved: scrollY,
  }));
  if (moved - top < 4_000) throw new Error(`the page scrolled only ${moved - top} pixels`);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    perSecond: (gaps.length * 1_000) / gaps.reduce((sum, gap) => sum + gap, 0),
    longest: Math.max(...gaps),
  };
}
