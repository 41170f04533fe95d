import type { HttpRequest, HttpResponseInit, InvocationContext, Timer } from '@azure/functions';
import type { App } from './app.ts';
import { failureOf, RequestError } from './failures.ts';
import { guarded } from './guarded.ts';
import { createHealthHandler, createReadyHandler } from './health.ts';
import { createHandler } from './http.ts';
import { createMessagesHandler } from './messages.ts';
import { createPace, type Pace } from './pace.ts';
import { routes } from './routes.ts';
import { createTabsHandler } from './tabs.ts';
import { createSettleHandler, SETTLE_SCHEDULE } from './timers.ts';

export interface HttpRegistration {
  readonly name: string;
  readonly methods: ('GET' | 'POST' | 'PUT' | 'DELETE')[];
  readonly route: string;
  readonly handler: (request: HttpRequest, context: InvocationContext) => Promise<HttpResponseInit>;
}

export interface TimerRegistration {
  readonly name: string;
  readonly schedule: string;
  readonly handler: (timer: Timer, context: InvocationContext) => Promise<void>;
}

export interface Registrations {
  readonly http: readonly HttpRegistration[];
  readonly timers: readonly TimerRegistration[];
}

/** All that the app answers to. Azure and the runner on one machine register just this. */
export function registrations(app: App, pace: Pace = paceOf(app)): Registrations {
  const http: readonly HttpRegistration[] = [
    ...routes.map((route) => ({
      name: route.name,
      methods: [route.method],
      route: route.path,
      handler: createHandler(app, pace, route),
    })),
    { name: 'messages', methods: ['POST'], route: 'api/messages', handler: createMessagesHandler(app) },
    { name: 'health', methods: ['GET'], route: 'api/health', handler: createHealthHandler(app.readiness) },
    { name: 'ready', methods: ['GET'], route: 'api/ready', handler: createReadyHandler(app.readiness) },
    { name: 'unknown', methods: ['GET', 'POST', 'PUT', 'DELETE'], route: 'api/{*rest}', handler: refuseUnknown },
    { name: 'tabs', methods: ['GET'], route: 'tabs/{*path}', handler: createTabsHandler(app.tabs) },
  ];
  const timers: readonly TimerRegistration[] = [
    { name: 'settleDue', schedule: SETTLE_SCHEDULE, handler: createSettleHandler(app) },
  ];
  return {
    http: http.map((row) => ({ ...row, handler: asRun(app, guarded(row.handler)) })),
    timers: timers.map((row) => ({ ...row, handler: asRun(app, row.handler) })),
  };
}

const paceOf = ({ deps }: App): Pace => createPace(() => Date.parse(deps.surroundings.now()));

type Handler<Given, Answer> = (given: Given, context: InvocationContext) => Promise<Answer>;

/** The same function; what it logs, and what is told of its calls, names the run. */
const asRun =
  <Given, Answer>({ inRun }: App, handler: Handler<Given, Answer>): Handler<Given, Answer> =>
  (given, context) =>
    inRun({ id: context.invocationId, traceParent: context.traceContext?.traceParent }, () => handler(given, context));

/** A panel that was loaded long ago may ask at an address that is no more: it is told so in the form that it reads. */
function refuseUnknown(): Promise<HttpResponseInit> {
  const { status, ...body } = failureOf(new RequestError('RouteUnknown', 'There is no such address.'));
  return Promise.resolve({ status, jsonBody: body });
}
