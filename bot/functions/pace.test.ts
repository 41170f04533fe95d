import { describe, expect, it } from 'vitest';
import { createPace } from './pace.ts';

const MANY = 100;
const times = (pace: (person: string) => boolean, person: string): number =>
  Array.from({ length: MANY }, () => pace(person)).filter(Boolean).length;

describe('the pace', () => {
  it('lets a hand press as often as it can, and a client that runs wild not', () => {
    const allowed = times(
      createPace(() => 0),
      'anna',
    );
    expect(allowed).toBeGreaterThanOrEqual(30);
    expect(allowed).toBeLessThan(MANY);
  });

  it('counts each person alone', () => {
    const pace = createPace(() => 0);
    expect(times(pace, 'anna')).toBe(times(pace, 'jens'));
  });

  it('lets go on after ten seconds, and not before', () => {
    let now = 1_000;
    const pace = createPace(() => now);
    const allowed = times(pace, 'anna');
    now = 10_999;
    expect(times(pace, 'anna')).toBe(0);
    now = 11_000;
    expect(times(pace, 'anna')).toBe(allowed);
  });

  it('lets nobody do more than 240 things in a minute, however they are spread', () => {
    let now = 0;
    const pace = createPace(() => now);
    let allowed = 0;
    for (; now < 60_000; now += 20) allowed += pace('anna') ? 1 : 0;
    expect(allowed).toBe(240);
  });
});
