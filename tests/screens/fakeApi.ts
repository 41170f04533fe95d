import type { Page, Route } from 'playwright-core';
import { aHistory } from '../../tabs/channel/history/testing/history.ts';
import { aMine } from '../../tabs/panel/mine/testing/aMine.ts';
import type { Answer, State } from './State.ts';
import { MATERIALS, viewOf } from './states/samples.ts';

/** Our API in front of one window: answers what the table says, without a server. */
export interface FakeApi {
  /** Forgets all answers and gives those of a state from now on. */
  readonly begin: (state: State) => void;
  readonly answer: (call: string, answer: Answer) => void;
  /** Whether requests to an address have failed because the table has them fail. */
  readonly failsOnPurpose: (url: string) => boolean;
}

const ok = (body: object): Answer => ({ status: 200, body });

/** Takes the window's requests to our API, and to the world outside, from now on. */
export async function fakeApi(page: Page): Promise<FakeApi> {
  let answers = new Map<string, Answer>();
  let failed = new Set<string>();
  // Not every address with such a part: the tabs' own sources have a folder of that name.
  const isOurs = ({ pathname }: URL): boolean => pathname.startsWith('/api/');
  await page.route(isOurs, (route) => {
    const answer = answers.get(callOf(route)) ?? answers.get('GET view') ?? 'unreachable';
    if (answer === 'unreachable' || (answer !== 'never' && answer.status >= 400)) failed.add(route.request().url());
    return give(route, answer);
  });
  // The library asks for its list of hosts; what it has built in will do.
  await page.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
  return {
    begin: (state) => {
      failed = new Set();
      answers = new Map([
        ['GET view', ok(state.view ?? viewOf())],
        ['GET materials', ok(MATERIALS)],
        ['GET history', ok(aHistory())],
        ['GET mine', ok(aMine())],
        ['GET minutes', ok({ text: MINUTES })],
        ...Object.entries(state.answers ?? {}),
      ]);
    },
    answer: (call, given) => void answers.set(call, given),
    failsOnPurpose: (url) => failed.has(url),
  };
}

/** By the address' last part; where that is an id made in the page, which is another each time, by the part before. */
function callOf(route: Route): string {
  const { pathname } = new URL(route.request().url());
  const parts = pathname.split('/').filter((part) => !MADE_IN_PAGE.test(part));
  return `${route.request().method()} ${parts.at(-1) ?? ''}`;
}

const MADE_IN_PAGE = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

function give(route: Route, answer: Answer): Promise<void> {
  if (answer === 'never') return Promise.resolve();
  if (answer === 'unreachable') return route.abort('internetdisconnected');
  return route.fulfill({ status: answer.status, json: answer.body });
}

const MINUTES = `Punkt: Velkomst

Udvalget drøftede, hvordan den gode velkomst kan styrkes lokalt.

Spørgsmål: Hvordan kan vi lokalt styrke den gode velkomst?
9 svar.`;
