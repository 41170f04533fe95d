import { createRequire } from 'node:module';
import { compose, type Clients } from '../../bot/compose.ts';
import type { start } from '../../bot/started.ts';
import { type Registrations, registrations } from '#functions/registrations';
import { runTimers } from './runTimers.ts';
import { serveFunctions, type FunctionsServer } from './serveFunctions.ts';

/** What the Functions app is started with on one machine. */
export interface FunctionsOptions {
  /** 0: any free one. */
  readonly port: number;
  /** The app's settings, as `compose` reads them from the environment in Azure. */
  readonly env: Readonly<Record<string, string>>;
  /** Clients instead of those that reach Azure. */
  readonly clients?: Clients;
  /** File of the built app (`dist/functions/app.cjs`) to be run; absent: the app is run from its sources. */
  readonly built?: string | undefined;
  /** When all timers run, in place of their own schedules. */
  readonly timerSchedule?: string | undefined;
}

/**
 * Runs the functions that Azure runs, from the same registrations, in this process. `close` takes no more requests,
 * waits for functions that run, and closes the app.
 */
export async function startFunctions(options: FunctionsOptions): Promise<FunctionsServer> {
  const { port, built, timerSchedule } = options;
  const { http, timers, close } = built === undefined ? fromSources(options) : fromBuilt(options, built);
  const server = await serveFunctions(port, http);
  const running = runTimers(
    timerSchedule === undefined ? timers : timers.map((timer) => ({ ...timer, schedule: timerSchedule })),
  );
  return {
    url: server.url,
    async close() {
      await Promise.all([server.close(), running.close()]);
      await close();
    },
  };
}

interface Running extends Registrations {
  readonly close: () => Promise<void>;
}

function fromSources({ env, clients }: FunctionsOptions): Running {
  const app = compose(env, clients);
  return { ...registrations(app), close: () => app.close() };
}

/** As Azure, it just ends: the built app is never told. */
function fromBuilt({ env, clients }: FunctionsOptions, file: string): Running {
  const app = createRequire(import.meta.url)(file) as { readonly start: typeof start };
  return { ...app.start(env, clients), close: () => Promise.resolve() };
}
