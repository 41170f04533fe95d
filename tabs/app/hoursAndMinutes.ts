/** Minutes in an hour: from there on nobody counts in minutes alone. */
const HOUR = 60;

/**
 * A time as a language says it: `5 min.`, `1 time og 5 min.`, `2 timer`. By parts that every browser knows;
 * `Intl.DurationFormat` came to them in 2025 only.
 * @param minutes whole ones
 */
export function hoursAndMinutes(minutes: number, language: string): string {
  const of = (count: number, unit: 'hour' | 'minute', unitDisplay: 'long' | 'short'): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(count);
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  const parts = [
    // In full: "t." is no word to whoever hears it.
    ...(hours === 0 ? [] : [of(hours, 'hour', 'long')]),
    ...(hours > 0 && rest === 0 ? [] : [of(rest, 'minute', 'short')]),
  ];
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(parts);
}
