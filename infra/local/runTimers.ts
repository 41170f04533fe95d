import { randomUUID } from 'node:crypto';
import azure from '@azure/functions';
import type { TimerRegistration } from '#functions/registrations';
import { nextRun } from './nextRun.ts';
import { reportFault } from './reportFault.ts';

/** Timer functions that run on one machine. */
export interface RunningTimers {
  /** Starts none any more, and waits for those that run. */
  close(): Promise<void>;
}

/** Node's timers take no longer delay than 2³¹ − 1 ms; a long wait is made in parts. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** Runs timer functions on their schedules; one never runs beside itself, and a run that was missed is not made up for. */
export function runTimers(registrations: readonly TimerRegistration[]): RunningTimers {
  const timers = registrations.map(runTimer);
  return {
    async close() {
      await Promise.all(timers.map((timer) => timer.close()));
    },
  };
}

function runTimer(registration: TimerRegistration): RunningTimers {
  let next = nextRun(registration.schedule, new Date());
  let running: Promise<void> = Promise.resolve();
  let waiting: NodeJS.Timeout;
  let state: 'open' | 'closed' = 'open';

  const wait = (): void => {
    waiting = setTimeout(wake, Math.min(next.getTime() - Date.now(), LONGEST_DELAY));
  };
  const wake = (): void => {
    if (Date.now() < next.getTime()) {
      wait();
      return;
    }
    const following = nextRun(registration.schedule, new Date());
    running = fire(registration, next, following).then(() => {
      // A run that took longer than its interval leaves out those that came meanwhile.
      next = nextRun(registration.schedule, new Date());
      if (state === 'open') wait();
    });
  };
  wait();
  return {
    async close() {
      state = 'closed';
      clearTimeout(waiting);
      await running;
    },
  };
}

async function fire({ name, handler }: TimerRegistration, last: Date, next: Date): Promise<void> {
  const times = { last: last.toISOString(), next: next.toISOString(), lastUpdated: new Date().toISOString() };
  try {
    await handler(
      { isPastDue: false, schedule: { adjustForDST: false }, scheduleStatus: times },
      new azure.InvocationContext({ functionName: name, invocationId: randomUUID() }),
    );
  } catch (error) {
    reportFault(name, error);
  }
}
