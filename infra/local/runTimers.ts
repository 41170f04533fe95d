import { randomUUID } from 'node:crypto';
import azure from '@azure/functions';
import { Cron } from 'croner';
import type { TimerRegistration } from '#functions/registrations';
import { reportFault } from './reportFault.ts';

/** Timer functions that run on one machine. */
export interface RunningTimers {
  /** Starts none any more, and waits for those that run. */
  close(): Promise<void>;
}

/**
 * Runs timer functions on their schedules (six fields, in UTC, as Azure has them); one never runs beside itself, and a
 * run that was missed is not made up for.
 */
export function runTimers(registrations: readonly TimerRegistration[]): RunningTimers {
  const running = new Set<Promise<void>>();
  const jobs = registrations.map((registration) => {
    const run = async (job: Cron): Promise<void> => {
      const fired = fire(registration, job).finally(() => running.delete(fired));
      running.add(fired);
      await fired;
    };
    return new Cron(registration.schedule, { timezone: 'UTC', mode: '6-part', protect: true }, run);
  });
  return {
    async close() {
      for (const job of jobs) job.stop();
      await Promise.all(running);
    },
  };
}

async function fire({ name, handler }: TimerRegistration, job: Cron): Promise<void> {
  const times = {
    last: job.currentRun()?.toISOString() ?? '',
    next: job.nextRun()?.toISOString() ?? '',
    lastUpdated: new Date().toISOString(),
  };
  try {
    await handler(
      { isPastDue: false, schedule: { adjustForDST: false }, scheduleStatus: times },
      new azure.InvocationContext({ functionName: name, invocationId: randomUUID() }),
    );
  } catch (error) {
    reportFault(name, error);
  }
}
