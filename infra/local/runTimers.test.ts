import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runTimers } from './runTimers.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-05-14T10:42:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('runTimers', () => {
  it('fires on the schedule, tells when it fires next, and stops when closed', async () => {
    const fired: string[] = [];
    const timers = runTimers([
      {
        name: 'settle',
        schedule: '0 */5 * * * *',
        handler: (timer) => {
          fired.push(`${new Date().toISOString().slice(11, 16)} next ${timer.scheduleStatus.next.slice(11, 16)}`);
          return Promise.resolve();
        },
      },
    ]);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(fired).toEqual(['10:45 next 10:50', '10:50 next 10:55']);
    await timers.close();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(fired).toHaveLength(2);
  });

  it('goes on after a failure', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const handler = vi.fn(() => Promise.reject(new Error('store down')));
    const timers = runTimers([{ name: 'settle', schedule: '0 */5 * * * *', handler }]);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(handler).toHaveBeenCalledTimes(2);
    expect(logged).toHaveBeenCalledTimes(2);
    logged.mockRestore();
    await timers.close();
  });

  it('never runs beside itself, and is waited for when closing', async () => {
    const run = Promise.withResolvers<undefined>();
    const handler = vi.fn(async () => {
      await run.promise;
    });
    const timers = runTimers([{ name: 'settle', schedule: '0 */5 * * * *', handler }]);
    await vi.advanceTimersByTimeAsync(20 * 60_000);
    expect(handler).toHaveBeenCalledTimes(1);
    let state = 'closing';
    const closed = timers.close().then(() => (state = 'closed'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(state).toBe('closing');
    run.resolve(undefined);
    await closed;
    expect(vi.getTimerCount()).toBe(0);
  });
});
