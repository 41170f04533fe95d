/** A moment: ISO 8601 in UTC with milliseconds (`2026-05-14T08:31:00.000Z`), so that text order is time order. */
export type Instant = string;

export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

export const millisecondsOf = (instant: Instant): number => Date.parse(instant);

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export const elapsed = (from: Instant, to: Instant): number => millisecondsOf(to) - millisecondsOf(from);

export const plus = (instant: Instant, milliseconds: number): Instant =>
  instantOf(millisecondsOf(instant) + milliseconds);
