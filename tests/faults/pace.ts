/** How people take their time in an item; milliseconds. */
export interface Pace {
  /** Share of the replies that come when it is long closed. */
  readonly late: number;
  /** Until somebody changes what they replied, at most. */
  readonly change: number;
  /** Until somebody writes in the panel or on the card, and between two such wishes, at most. */
  readonly own: number;
  /** For which a question is open. */
  readonly open: readonly [least: number, most: number];
}

/** Most items: people answer, the question is closed, and they talk. */
export const PROMPT: Pace = { late: 0, change: 8_000, own: 25_000, open: [75_000, 140_000] };

/** Closed early, and much comes later: each costs an update of the card and of the digest. */
export const SLOW: Pace = { late: 0.12, change: 120_000, own: 90_000, open: [4_000, 90_000] };
