import { app } from '@azure/functions';
import { createHealthHandler } from '#functions/health';
import type { HttpRegistration, Registrations, TimerRegistration } from '#functions/registrations';
import { readSettings } from './settings.ts';

/**
 * What `registrations` registers, but for the handlers. The build writes it in, so that Azure knows every function before
 * the app itself is loaded.
 */
declare const REGISTERED: {
  readonly version: string;
  readonly http: readonly Omit<HttpRegistration, 'handler'>[];
  readonly timers: readonly Omit<TimerRegistration, 'handler'>[];
};

// The deployed entry: Azure's worker loads this file and calls what is registered here. Settings that are wrong stop it at
// once, with a line for each.
readSettings(process.env);

let started: Promise<Registrations> | undefined;
const start = (): Promise<Registrations> => (started ??= import('./started.ts').then((app) => app.start(process.env)));

const named = <T extends { readonly name: string }>(rows: readonly T[], name: string): T => {
  const found = rows.find((row) => row.name === name);
  if (found === undefined) throw new Error(`nothing is registered as ${name}`);
  return found;
};

const health = createHealthHandler(REGISTERED);

for (const { name, ...options } of REGISTERED.http) {
  const handler: HttpRegistration['handler'] = async (request, context) =>
    named((await start()).http, name).handler(request, context);
  app.http(name, { ...options, authLevel: 'anonymous', handler: name === 'health' ? health : handler });
}
for (const { name, ...options } of REGISTERED.timers) {
  app.timer(name, {
    ...options,
    handler: async (timer, context) => named((await start()).timers, name).handler(timer, context),
  });
}
