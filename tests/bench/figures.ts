/** One line of the summary. */
export interface Figure {
  readonly name: string;
  /** What was measured, with its unit. */
  readonly measured: string;
  /** What it is held against; absent where it is only told. */
  readonly bar?: { readonly wanted: string; readonly met: boolean };
}

/** What a benchmark found. */
export interface Outcome {
  readonly figures: readonly Figure[];
  /** What went wrong that is no matter of speed: a reply that was lost, a poll that failed. */
  readonly faults: readonly string[];
}

/** The figures as a table, a line each. */
export function summary(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, measured, bar }) => [
    name,
    measured,
    bar?.wanted ?? '',
    bar === undefined ? '' : bar.met ? 'met' : 'NOT MET',
  ]);
  return table([['figure', 'measured', 'bar', ''], ...rows]);
}

/** Rows of the same length, each column as wide as its longest text; the first row is a heading. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [heading = [], ...body] = rows;
  return [line(heading), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}

/** The smallest of the values that at least this share (0 to 1) of them do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
export const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
