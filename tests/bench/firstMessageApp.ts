import type { Registrations } from '#functions/registrations';
import { localClients } from '../../infra/local/localClients.ts';
import { start as startAs } from '../../bot/started.ts';

/** Of this process' environment: who may use the tables, and where tokens for the Connector are had. */
export const CLIENTS = 'FIRST_MESSAGE_CLIENTS';

/**
 * What is deployed as `app.cjs`, but for who vouches for it: on one machine there is no managed identity. Bundled in its
 * place by coldStart.ts.
 */
export const start = (env: Readonly<Record<string, string | undefined>>): Registrations =>
  startAs(env, localClients(JSON.parse(env[CLIENTS] ?? '') as Parameters<typeof localClients>[0]));
