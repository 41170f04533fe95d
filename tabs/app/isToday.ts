/** Whether a moment is on the day that it is now, by the clock of whoever looks. */
export const isToday = (moment: Date, now: number): boolean => moment.toDateString() === new Date(now).toDateString();
