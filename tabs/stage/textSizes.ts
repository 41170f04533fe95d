import type { Sizes } from './largestThatFits.ts';

/** A window's inner size, in pixels. */
interface Window {
  readonly width: number;
  readonly height: number;
}

/** The window that the least sizes are told for; they grow and shrink with it. */
const MEASURE = 1280;

const scaled = (pixels: number, { width }: Window, never: number): number =>
  Math.max(never, Math.round((pixels * width) / MEASURE));

/** The question alone on the screen: as large as it can be, 40 px in a window of 1280. */
export const questionSizes = (window: Window): Sizes => ({
  least: scaled(40, window, 24),
  most: Math.round(Math.min(window.width * 0.075, window.height * 0.16)),
});

/** The question above the answers, which need the room. */
export const headingSizes = (window: Window): Sizes => ({
  least: scaled(24, window, 20),
  most: scaled(40, window, 30),
});

/** The answers: so large while all of them have room, and smaller before one is left out. */
export const answerSizes = (window: Window): Sizes => ({
  least: scaled(24, window, 24),
  most: scaled(33, window, 24),
});
