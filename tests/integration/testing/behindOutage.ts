import type { LocalOptions } from '../../../infra/local/startLocal.ts';
import { type OutageProxy, startOutageProxy } from '../../support/outageProxy.ts';
import { startWatched, type Watched } from './watched.ts';

/** The running app, whose table service can be away, slow, busy, or silent. */
export interface BehindOutage extends Watched {
  readonly outage: OutageProxy;
}

const TABLES = 'Table service at ';

export async function startBehindOutage(options: Partial<LocalOptions> = {}): Promise<BehindOutage> {
  const outage = await startOutageProxy();
  const app = await startWatched({
    ...options,
    env: { MED_TABLES_URL: outage.url, ...options.env },
    say(line) {
      if (line.startsWith(TABLES)) outage.upstream = line.slice(TABLES.length);
      options.say?.(line);
    },
  });
  return {
    ...app,
    outage,
    async stop() {
      await app.stop();
      await outage.close();
    },
  };
}
