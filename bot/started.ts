import { type Registrations, registrations } from '#functions/registrations';
import { compose } from './compose.ts';

/**
 * All that the app does, composed from its environment. By far the largest part of what is deployed: loaded when the first
 * request comes that needs it.
 * @throws SettingsError
 */
export const start = (env: Readonly<Record<string, string | undefined>>): Registrations => registrations(compose(env));
