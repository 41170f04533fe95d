/** Whether two moments, ISO 8601, are on one day by the clock of whoever looks. */
export const isSameDay = (one: string, other: string): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();
