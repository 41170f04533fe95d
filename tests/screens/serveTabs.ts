import { join } from 'node:path';
import { createTabsHandler } from '#functions/tabs';
import { type FunctionsServer, serveFunctions } from '../../infra/local/serveFunctions.ts';
import { ROOT } from '../../infra/tools/runTool.ts';

/** Serves the built tabs by the handler that serves them in Azure, so with its content security policy. No API. */
export const serveTabs = (): Promise<FunctionsServer> =>
  serveFunctions(0, [
    {
      name: 'tabs',
      methods: ['GET'],
      route: 'tabs/{*path}',
      handler: createTabsHandler({ folder: join(ROOT, 'dist/tabs'), hosts: [], clientId: '', channelReading: 'on' }),
    },
  ]);
