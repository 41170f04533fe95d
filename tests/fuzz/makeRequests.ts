import { routes } from '#functions/routes';
import type { Route } from '#functions/route';
import { signToken } from '../../infra/local/entra/tokens.ts';
import { authorizationOf, type PlayedCommittee, personOf } from '../support/memoryApp/playCommittee.ts';
import type { MemoryApp } from '../support/memoryApp/startMemoryApp.ts';
import { addressOf, type Hints, type Places, sampleOf, shapeOf } from '../support/routeSamples.ts';
import { activityOf } from './activityOf.ts';
import { oddPart, oddText } from './oddValues.ts';
import type { Random } from '../support/random.ts';
import type { Request } from './request.ts';
import { pushLimit, spoilText, spoilValue } from './spoil.ts';

/** What the next requests are about; follows what the app answers. */
export interface Now {
  readonly meeting: string;
  readonly round: string;
  /** Who leads the item. */
  readonly lead: string;
}

const PEOPLE = ['formand', 'naestformand', 'medlem1', 'medlem2', 'amr', 'ekstra1', 'ekstra2', 'udenfor'];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PROPFIND'];
const shapes = new Map(routes.map((route) => [route.name, shapeOf(route)] as const));

/** Makes requests, one after the other; the same for the same numbers, but for what the app itself named. */
export function createMaker(app: MemoryApp, played: PlayedCommittee, random: Random): (now: Now) => Request {
  const { addresses } = app.teams;
  const botToken = `Bearer ${signToken(app.keys.channel, { iss: addresses.botIssuer, aud: addresses.appId, serviceurl: addresses.serviceUrl })}`;
  const tokens = new Map(PEOPLE.map((key) => [key, authorizationOf(app, key)] as const));
  const authorization = (rightful: string): string =>
    random.chance(0.96)
      ? rightful
      : random.pick(['', 'Bearer x.y.z', 'Bearer', 'Basic eA==', rightful.slice(0, -3), `${rightful}=`, botToken]);
  const hex = (length: number): string => Array.from({ length }, () => random.between(0, 15).toString(16)).join('');
  const hints: Hints = {
    command: () => `fuzz-${hex(12)}`,
    question: () => random.pick(['3/1', '3/2', '3/3', '1/1']),
    plan: () => [{ question: '3/1' }, { question: '3/2' }, { id: 'own/fuzzfuzz', own: 'Et eget spørgsmål' }],
    text: () => random.pick(['Et svar', oddText(random)]),
    to: () => personOf('amr').oid,
    chair: () => personOf('naestformand').oid,
    deputy: () => personOf('medlem1').oid,
    leads: () => personOf('medlem2').oid,
  };

  const fromRoute = (route: Route, now: Now): Request => {
    const as = callerOf(random, route, now);
    const { oid } = personOf(as);
    const places: Places = {
      ...{ committee: played.id, meeting: now.meeting, round: now.round, answer: `m${oid}` },
      ...{ post: random.pick(['r001!p!q', 'r002!p!q', 'z!p!digest!1']), id: `room-${hex(1)}` },
    };
    const shape = shapes.get(route.name);
    const input =
      shape &&
      spoiltInput(
        random,
        shape,
        sampleOf(shape, hints, () => random.next()),
      );
    const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
    const target = spoiltPath(random, addressOf(route, places)) + (hasBody ? '' : queryOf(random, input));
    return {
      from: route.name,
      as,
      method: random.chance(0.96) ? route.method : random.pick(METHODS),
      target,
      headers: {
        'content-type': 'application/json',
        authorization: authorization(tokens.get(as) ?? ''),
        ...oddHeader(random),
      },
      body: hasBody ? bodyOf(random, input) : undefined,
    };
  };
  const message = (): Request => {
    const activity = activityOf(app, played, random);
    return {
      from: 'messages',
      method: 'POST',
      target: '/api/messages',
      headers: { 'content-type': 'application/json', authorization: authorization(botToken), ...oddHeader(random) },
      body: bodyOf(random, random.chance(0.85) ? spoilValue(random, activity) : activity),
    };
  };
  const address = (): Request => ({
    from: 'address',
    method: random.pick(METHODS),
    target: `/${random.pick(['api', 'tabs', 'API', 'api/meetings', 'api/committees', ''])}/${oddPart(random)}/${oddPart(random)}`,
    headers: { authorization: tokens.get('amr') ?? '' },
    body: undefined,
  });

  return (now) => {
    const turn = random.next();
    if (turn < 0.05) return address();
    if (turn < 0.2) return message();
    return fromRoute(random.pick(routes), now);
  };
}

/** Mostly somebody who may. */
function callerOf(random: Random, { role }: Route, { lead }: Now): string {
  if (role === 'member' || random.chance(0.25)) return random.pick(PEOPLE);
  return role === 'keeper' || role === 'opener' ? random.pick(['formand', 'naestformand', 'medlem1']) : lead;
}

type Input = Parameters<typeof pushLimit>[1];

function spoiltInput(random: Random, shape: Input, input: unknown): unknown {
  const turn = random.next();
  if (turn < 0.3) return input;
  if (turn < 0.55) return pushLimit(random, shape, input);
  const once = spoilValue(random, input);
  return turn < 0.85 ? once : spoilValue(random, once);
}

function spoiltPath(random: Random, path: string): string {
  if (random.chance(0.85)) return path;
  const parts = path.split('/');
  const at = 1 + random.between(0, parts.length - 2);
  const ways: readonly (() => string)[] = [
    () => parts.with(at, oddPart(random)).join('/'),
    () => parts.with(at, encodeURIComponent(oddText(random).toWellFormed())).join('/'),
    () => parts.toSpliced(at, 0, oddPart(random)).join('/'),
    () => parts.toSpliced(at, 1).join('/'),
    () => path.toUpperCase(),
    () => `${path}/`,
    () => `/${path}`,
    () => parts.with(at, encodeURIComponent(parts[at] ?? '')).join('/'),
  ];
  return random.pick(ways)();
}

function queryOf(random: Random, input: unknown): string {
  if (typeof input !== 'object' || input === null) return random.chance(0.1) ? '?%E0%A4%A&a[]=1&=&__proto__=1' : '';
  const fields = Object.entries(input).map(([name, value]) => {
    const text = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 4_000);
    return `${encodeURIComponent(name.slice(0, 500).toWellFormed())}=${encodeURIComponent(text.toWellFormed())}`;
  });
  if (random.chance(0.1)) fields.push(random.pick([...fields, '__proto__=1', 'command[]=1', '%', '&&', 'x=%ff']));
  return `?${fields.join('&')}`;
}

function bodyOf(random: Random, input: unknown): string | Buffer {
  // What has no JSON at all (undefined) is nothing.
  const text = (JSON.stringify(input) as string | undefined) ?? '';
  return random.chance(0.93) ? text : spoilText(random, text);
}

function oddHeader(random: Random): Readonly<Record<string, string>> {
  if (random.chance(0.9)) return {};
  return random.pick([
    { 'content-type': 'text/plain' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-encoding': 'gzip' },
    {
      'if-none-match': `"${oddText(random)
        .replace(/[^ -~]/g, '')
        .slice(0, 2_000)}"`,
    },
    { 'x-forwarded-host': 'evil.example', 'x-ms-client-principal': 'eyJ9' },
    { accept: 'text/html', 'accept-language': 'x'.repeat(4_000) },
    { origin: 'https://evil.example', cookie: 'a=b; __proto__=c' },
  ]);
}
