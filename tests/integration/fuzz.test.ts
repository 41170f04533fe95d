import { expect, it } from 'vitest';
import { routes } from '#functions/routes';
import { faultsIn } from '../fuzz/faultsIn.ts';
import { fuzz } from '../fuzz/fuzz.ts';

it(
  'answers every odd request, fails at none, and stores nothing of what it refuses',
  { timeout: 180_000 },
  async () => {
    const result = await fuzz({ seed: 20261123, requests: 400 });
    expect(faultsIn(result, false)).toEqual([]);
    // That it came to something: everything was asked, much was refused for each reason, and something was done.
    expect(result.requests).toBe(400);
    expect(result.routes.asked).toBeGreaterThanOrEqual(routes.length);
    expect(result.routes.done).toBeGreaterThan(10);
    expect(Object.keys(result.statuses)).toEqual(
      expect.arrayContaining(['200', '201', '400', '401', '403', '404', '409']),
    );
    expect(result.refused).toBeGreaterThan(150);
  },
);
