import { type Registrations, registrations } from '#functions/registrations';
import { type Clients, compose } from './compose.ts';

/**
 * All that the app does, composed from its environment. By far the largest part of what is deployed: loaded when the first
 * request comes that needs it.
 * @param clients instead of those that reach Azure
 * @throws SettingsError
 */
export const start = (env: Readonly<Record<string, string | undefined>>, clients?: Clients): Registrations =>
  registrations(compose(env, clients));
