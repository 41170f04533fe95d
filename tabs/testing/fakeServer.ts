import type { ErrorBody } from '#contract/responses';
import type { CommitteeView } from '../api/views.ts';
import { aView } from './views.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

type Answer = { readonly status: number; readonly body: object } | 'unreachable' | 'none';

/** Stands behind `fetch`: keeps what was asked, answers polls with its view, and the rest as it is told. */
export interface FakeServer {
  readonly fetch: typeof fetch;
  /** Everything but polls, and looking people up. */
  readonly asked: readonly Asked[];
  readonly polls: readonly Asked[];
  /** The view that polls and commands are answered with from now on. */
  show(view: CommitteeView): void;
  /** Answers every poll like this from now on. */
  answerPolls(answer: Answer): void;
  /** Lets every poll wait for an answer from now on. */
  holdPolls(): void;
  /** The team, for whoever looks people up; a search finds those whose name holds it. */
  readonly people: { readonly person: string; readonly name: string }[];
  /** Answers the next request that is no poll like this, once. */
  answerNext(answer: Answer): void;
  /** What the next request that is no poll does: it is answered so, or with this view, and from then on polls show the view. */
  answerNextAndShow(view: CommitteeView, answer?: Answer): void;
}

export const refusal = (status: number, body: Partial<ErrorBody> & Pick<ErrorBody, 'code'>): Answer => ({
  status,
  body: { message: 'refused', ...body },
});

export function createServer(first: CommitteeView = aView()): FakeServer {
  let view: Answer = { status: 200, body: first };
  const next: { readonly answer: Answer; readonly shows?: Answer }[] = [];
  const asked: Asked[] = [];
  const polls: Asked[] = [];
  const people: { person: string; name: string }[] = [];
  const find = (path: string): Answer => {
    const search = new URL(path, 'http://localhost').searchParams.get('search') ?? '';
    const found = people.filter(({ name }) => name.includes(search));
    return { status: 200, body: { people: found, total: people.length } };
  };
  const takeNext = (): Answer => {
    const { answer, shows } = next.shift() ?? {};
    view = shows ?? view;
    return answer ?? view;
  };
  const answer = (given: Answer): Promise<Response> => {
    if (given === 'none') return new Promise(() => undefined);
    if (given === 'unreachable') return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(new Response(JSON.stringify(given.body), { status: given.status }));
  };
  return {
    asked,
    polls,
    people,
    fetch: (input, init) => {
      const path = input instanceof Request ? input.url : input.toString();
      const request = { method: init?.method ?? 'GET', path, body: bodyOf(init), headers: new Headers(init?.headers) };
      if (path.includes('/people?')) return answer(find(path));
      const isPoll = path.endsWith('/view');
      (isPoll ? polls : asked).push(request);
      return answer(isPoll ? view : takeNext());
    },
    show: (now) => {
      view = { status: 200, body: now };
    },
    answerPolls: (given) => {
      view = given;
    },
    holdPolls: () => {
      view = 'none';
    },
    answerNext: (given) => void next.push({ answer: given }),
    answerNextAndShow: (done, given) => {
      const shows = { status: 200, body: done };
      next.push({ answer: given ?? shows, shows });
    },
  };
}

const bodyOf = (init: RequestInit | undefined): Asked['body'] =>
  typeof init?.body === 'string' ? (JSON.parse(init.body) as Asked['body']) : {};
