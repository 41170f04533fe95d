import { createHash } from 'node:crypto';
import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { ErrorBody } from '#contract/responses';
import { DialogueError } from '#dialogue/errors';
import { committeeOf } from '#dialogue/ids';
import type { Identity } from '#usecases/ports';
import { admit, readView } from '#usecases/readView';
import type { Visitor } from '#usecases/visitor';
import type { App } from './app.ts';
import { failureOf, RequestError } from './failures.ts';
import { FileBody } from './fileBody.ts';
import { inTime } from './inTime.ts';
import type { Pace } from './pace.ts';
import { checkRole } from './roles.ts';
import { readInput } from './readRequest.ts';
import type { Call, Route } from './route.ts';

/** Longest part of an address, in characters as encoded there: ids of Teams and ours are far shorter, keys of rows end at 512. */
const LONGEST_PART = 300;

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** The one handler of all routes: who are you, may you, what do you want, do it, tell how things stand. */
export function createHandler(app: App, pace: Pace, route: Route): (request: HttpRequest) => Promise<HttpResponseInit> {
  const answer = async (request: HttpRequest): Promise<HttpResponseInit> => {
    let visitor: Visitor | undefined;
    const respond = async (): Promise<HttpResponseInit> => {
      const identity = await app.verifyCaller(request.headers.get('authorization'));
      if (route.method !== 'GET' && !pace(identity.person)) throw new RequestError('TooMany', 'Too many requests.');
      visitor = await admit(app.deps, committeeOfRequest(request), identity.person);
      const ledBy = await checkRole(app.deps, route.role, visitor, request.params['meeting'] ?? '');
      const body = await route.run({ ...(await readCall(app, route, request, visitor, identity)), ledBy });
      return body === undefined ? viewResponse(app, route, request, visitor) : bodyResponse(route.status, body);
    };
    try {
      return await inTime(respond());
    } catch (error) {
      return failureResponse(app, route, error, visitor);
    }
  };
  return async (request) => {
    const response = await answer(request);
    // All panels count down by this clock.
    const time = { 'x-time': app.deps.surroundings.now() };
    return { ...response, headers: Object.assign({}, response.headers, time) };
  };
}

/** @throws DialogueError `MeetingNotFound`; RequestError `InputInvalid` for a part of the address that can be nothing's id */
function committeeOfRequest({ params }: HttpRequest): string {
  for (const [name, part] of Object.entries(params))
    if (encodeURIComponent(part).length > LONGEST_PART) throw new RequestError('InputInvalid', 'Too long.', name);
  if (params['committee'] !== undefined) return params['committee'];
  const committee = committeeOf(params['meeting'] ?? '');
  if (committee === undefined) throw new DialogueError('MeetingNotFound');
  return committee;
}

async function readCall(
  app: App,
  route: Route,
  request: HttpRequest,
  visitor: Visitor,
  identity: Identity,
): Promise<Call<unknown>> {
  return {
    app,
    visitor,
    // Teams' roster gives the name that colleagues know; the token's is what is left without one.
    by: { person: identity.person, name: visitor.member.name === '' ? identity.name : visitor.member.name },
    at: app.deps.surroundings.now(),
    input: route.schema === undefined ? undefined : await readInput(request, route.schema),
    part: (name) => request.params[name] ?? '',
  };
}

function bodyResponse(status: number, body: object): HttpResponseInit {
  if (!(body instanceof FileBody)) return { status, jsonBody: body, headers: HEADERS };
  const file = { 'content-type': body.type, 'content-disposition': `attachment; filename="${body.name}"` };
  return { status, body: body.bytes, headers: { ...HEADERS, ...file } };
}

async function viewResponse(app: App, route: Route, request: HttpRequest, visitor: Visitor): Promise<HttpResponseInit> {
  const view = await readView(app.deps, visitor, route.method === 'GET' ? 'recent' : 'fresh');
  if (route.method === 'GET') await attendOverdue(app, visitor);
  const body = JSON.stringify(view);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { ...HEADERS, etag };
  if (route.method === 'GET' && request.headers.get('if-none-match') === etag) return { status: 304, headers };
  return { status: route.status, body, headers: { ...headers, 'content-type': 'application/json' } };
}

async function attendOverdue(app: App, visitor: Visitor): Promise<void> {
  const { item, next } = (await app.deps.snapshots.current(visitor.committee.id)) ?? {};
  if (item !== undefined) app.attendOverdue(item);
  if (next !== undefined) app.attendOverdue(next);
}

async function failureResponse(app: App, route: Route, error: unknown, visitor?: Visitor): Promise<HttpResponseInit> {
  const { status, ...failure } = failureOf(error);
  const level = status >= 500 ? 'error' : 'info';
  app.deps.surroundings.log({ level, code: `Http.${failure.code}`, route: route.name, ...cause(failure.code, error) });
  const first = visitor !== undefined && (status === 409 || status === 412);
  const view = first ? await readView(app.deps, visitor, 'fresh').catch(() => undefined) : undefined;
  const body: ErrorBody = { ...failure, view };
  return {
    status,
    jsonBody: body,
    headers: status === 429 || status === 503 ? { ...HEADERS, 'retry-after': '2' } : HEADERS,
  };
}

/** Of what nobody foresaw the kind is logged, not the message: it may hold what somebody wrote. */
const cause = (code: string, error: unknown): { error?: string } =>
  code === 'Unexpected' ? { error: error instanceof Error ? error.name : typeof error } : {};
