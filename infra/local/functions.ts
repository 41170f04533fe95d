import { compose, type Clients } from '../../bot/compose.ts';
import { registrations } from '#functions/registrations';
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
}

/**
 * Runs the functions that Azure runs, from the same registrations, in this process. `close` takes no more requests,
 * waits for functions that run, and closes the app.
 */
export async function startFunctions({ port, env, clients }: FunctionsOptions): Promise<FunctionsServer> {
  const app = clients === undefined ? compose(env) : compose(env, clients);
  const { http, timers } = registrations(app);
  const server = await serveFunctions(port, http);
  const running = runTimers(timers);
  return {
    url: server.url,
    async close() {
      await Promise.all([server.close(), running.close()]);
      await app.close();
    },
  };
}
