/** An answer as it is laid out, in pixels. */
export interface Measured {
  /** Lines that its words take, shown or not. */
  readonly lines: number;
  /** Height of a line. */
  readonly line: number;
  /** What stands around the words, and its space. */
  readonly around: number;
}

export interface Fit {
  /** So many of the latest answers are seen; one where there are answers at all. */
  readonly seen: number;
  /** So many of those with all of their lines. */
  readonly whole: number;
  /** Lines that an answer shows at most. */
  readonly lines: number;
  /** `scant`: not even a line of the latest fits. */
  readonly room: 'enough' | 'scant';
}

/** One answer does not take the screen from the others. */
export const MOST_LINES = 5;

/**
 * How many of the answers, the latest last, a room has place for.
 * @param height of the room, in pixels
 * @param note height of the line that stands there where not all are seen
 */
export function latestThatFit(answers: readonly Measured[], height: number, note: number): Fit {
  const heights = answers.map(({ lines, line, around }) => around + Math.min(lines, MOST_LINES) * line);
  if (heights.reduce((sum, one) => sum + one, 0) <= height) return withAllLines(answers);
  const left = answers.length > 1 ? height - note : height;
  let taken = 0;
  const tooMuch = heights.toReversed().findIndex((one) => (taken += one) > left);
  return tooMuch > 0 ? withAllLines(answers.slice(-tooMuch)) : ofLatest(answers.at(-1), left);
}

const withAllLines = (seen: readonly Measured[]): Fit => ({
  seen: seen.length,
  whole: seen.filter(({ lines }) => lines <= MOST_LINES).length,
  lines: MOST_LINES,
  room: 'enough',
});

/** Where there is not room for all lines of the latest: its beginning. */
function ofLatest(latest: Measured | undefined, left: number): Fit {
  const fitting = latest === undefined ? 0 : Math.floor((left - latest.around) / latest.line);
  const lines = Math.min(Math.max(fitting, 1), MOST_LINES);
  return { seen: 1, whole: 0, lines, room: fitting < 1 ? 'scant' : 'enough' };
}

/** Whether this leaves out no answer, and no line, that the other shows. */
export const showsAsMuch = (fit: Fit, other: Fit): boolean =>
  fit.seen >= other.seen && fit.whole >= other.whole && fit.lines >= other.lines && fit.room === other.room;
