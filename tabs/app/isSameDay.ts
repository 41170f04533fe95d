/** Whether two moments (ISO 8601, or milliseconds since 1970) are on one day by the clock of whoever looks. */
export const isSameDay = (one: string | number, other: string | number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();
