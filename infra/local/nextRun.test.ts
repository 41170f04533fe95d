import { describe, expect, it } from 'vitest';
import { nextRun } from './nextRun.ts';

const after = (schedule: string, from: string): string => nextRun(schedule, new Date(from)).toISOString();

describe('nextRun', () => {
  it('comes round every five minutes on the minute', () => {
    expect(after('0 */5 * * * *', '2026-05-14T10:42:31.500Z')).toBe('2026-05-14T10:45:00.000Z');
  });

  it('comes after the moment itself, so that a timer does not fire twice', () => {
    expect(after('0 */5 * * * *', '2026-05-14T10:45:00.000Z')).toBe('2026-05-14T10:50:00.000Z');
  });

  it('goes on in the next hour, day and year', () => {
    expect(after('30 59 23 31 12 *', '2026-12-31T23:59:30.000Z')).toBe('2027-12-31T23:59:30.000Z');
  });

  it('takes lists, ranges and steps', () => {
    expect(after('0 0 8-10,14 * * 1-5', '2026-05-15T10:00:01.000Z')).toBe('2026-05-15T14:00:00.000Z');
    expect(after('0 0 8-10,14 * * 1-5', '2026-05-15T14:00:00.000Z')).toBe('2026-05-18T08:00:00.000Z');
    expect(after('10/20 * * * * *', '2026-05-15T10:00:10.000Z')).toBe('2026-05-15T10:00:30.000Z');
  });

  it.each(['*/5 * * * *', '0 60 * * * *', '0 0 0 * * MON', '0 */0 * * * *', '0 5-1 * * * *', ''])(
    'refuses the schedule "%s"',
    (schedule) => {
      expect(() => nextRun(schedule, new Date(0))).toThrow(/the schedule/);
    },
  );

  it('says so when a day never comes', () => {
    expect(() => nextRun('0 0 0 31 2 *', new Date(0))).toThrow('never comes round');
  });
});
