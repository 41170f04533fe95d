import { app } from '@azure/functions';
import { registrations } from '#functions/registrations';
import { compose } from './compose.ts';

// The deployed entry: Azure's worker loads this file and calls what is registered here.
const { http, timers } = registrations(compose(process.env));

for (const { name, ...options } of http) app.http(name, { ...options, authLevel: 'anonymous' });
for (const { name, ...options } of timers) app.timer(name, options);
