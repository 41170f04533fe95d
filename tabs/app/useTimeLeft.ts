import { useCallback, useSyncExternalStore } from 'react';
import { useServices } from './services.ts';

/** Milliseconds. */
const UNITS = { minutes: 60_000, seconds: 1_000 } as const;

/**
 * How long it is until a moment of the server's clock, in whole units, begun ones counted; 0 or less when it is over. Only
 * the part that uses it is shown anew, each time the number changes.
 * @param endsAt an instant
 */
export function useTimeLeft(endsAt: string, unit: keyof typeof UNITS): number {
  const { now, after } = useServices();
  const left = useCallback(() => Date.parse(endsAt) - now(), [endsAt, now]);
  const tick = useCallback(
    (changed: () => void) => {
      let stop = (): void => undefined;
      const wait = (): void => {
        // Just when the next second begins, so that none is skipped or stands twice as long.
        stop = after(left() - Math.ceil(left() / 1_000 - 1) * 1_000, () => {
          wait();
          changed();
        });
      };
      wait();
      return () => stop();
    },
    [left, after],
  );
  return useSyncExternalStore(tick, () => Math.ceil(left() / UNITS[unit]));
}
