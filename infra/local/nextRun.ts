/** Seconds, minutes, hours, days of the month, months, days of the week (Sunday is 0): each set of numbers that fits. */
type Fields = readonly [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>, Set<number>];

const RANGES = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
] as const;
const PART = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/;
const SECOND = 1000;
const LONGEST_WAIT = 5 * 366 * 24 * 3600 * SECOND;

/**
 * When a schedule of Azure Functions comes round the next time after `after`, in UTC. Six fields, `{second} {minute}
 * {hour} {day} {month} {day of week}`, with `*`, numbers, ranges, steps and lists; names of days and months are refused.
 * @throws {Error} for a schedule that it cannot read, or that never comes round
 */
export function nextRun(schedule: string, after: Date): Date {
  const [seconds, minutes, hours, days, months, weekdays] = parse(schedule);
  let at = (Math.floor(after.getTime() / SECOND) + 1) * SECOND;
  const last = at + LONGEST_WAIT;
  while (at <= last) {
    const date = new Date(at);
    const fitsDay = months.has(date.getUTCMonth() + 1) && days.has(date.getUTCDate()) && weekdays.has(date.getUTCDay());
    if (!fitsDay) at = startOfNext(at, 24 * 3600 * SECOND);
    else if (!hours.has(date.getUTCHours())) at = startOfNext(at, 3600 * SECOND);
    else if (!minutes.has(date.getUTCMinutes())) at = startOfNext(at, 60 * SECOND);
    else if (!seconds.has(date.getUTCSeconds())) at += SECOND;
    else return date;
  }
  throw new Error(`the schedule "${schedule}" never comes round`);
}

const startOfNext = (at: number, unit: number): number => (Math.floor(at / unit) + 1) * unit;

function parse(schedule: string): Fields {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== RANGES.length) throw new Error(`the schedule "${schedule}" has not six fields`);
  const set = (index: 0 | 1 | 2 | 3 | 4 | 5): Set<number> => parseField(schedule, fields[index] ?? '', RANGES[index]);
  return [set(0), set(1), set(2), set(3), set(4), set(5)];
}

function parseField(schedule: string, field: string, range: readonly [number, number]): Set<number> {
  const fits = new Set<number>();
  for (const part of field.split(',')) {
    const [from, to, by] = parsePart(part, range) ?? refuse(schedule, field);
    for (let value = from; value <= to; value += by) fits.add(value);
  }
  return fits;
}

/** First, last and step: `*` is the whole range, `5` itself, `5/10` every tenth from 5 to the end of the range. */
function parsePart(part: string, [lowest, highest]: readonly [number, number]): [number, number, number] | undefined {
  const match = PART.exec(part);
  if (match === null) return undefined;
  const [, first, end, step = '1'] = match;
  const from = Number(first ?? lowest);
  const to = Number(end ?? (/[*/]/.test(part) ? highest : first));
  const by = Number(step);
  return lowest <= from && from <= to && to <= highest && by >= 1 ? [from, to, by] : undefined;
}

function refuse(schedule: string, field: string): never {
  throw new Error(`the schedule "${schedule}" has a field that cannot be read: "${field}"`);
}
