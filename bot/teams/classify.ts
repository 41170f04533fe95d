import type { ChangeOutcome, CreateOutcome } from '#usecases/ports';
import { TokenUnavailable } from './tokenUnavailable.ts';

/** How a call to the Connector failed. */
type Failure =
  | { readonly type: 'answered'; readonly http: number; readonly after: number | undefined }
  /** Nothing left this machine, or nobody was there to take it. */
  | { readonly type: 'notSent' }
  /** Sent, and never answered: a timeout, a reset, an answer that cannot be read. */
  | { readonly type: 'unanswered' };

/** Milliseconds to wait where nobody said how long. */
const WAIT = 2_000;
const WAIT_FOR_CONNECTION = 5_000;
/** No `Retry-After` is believed beyond this, in milliseconds. */
const LONGEST_WAIT = 3_600_000;

/** What came of a create. Whether it was made is not known for 408, 5xx, a timeout and a reset. */
export function classifyCreate(error: unknown): Exclude<CreateOutcome, { type: 'sent' }> {
  const failure = failureOf(error);
  if (failure.type === 'notSent') return { type: 'deferred', after: WAIT_FOR_CONNECTION };
  if (failure.type === 'unanswered' || isUncertain(failure.http)) return { type: 'lost' };
  return isPassing(failure.http)
    ? { type: 'deferred', after: failure.after ?? WAIT }
    : { type: 'refused', http: failure.http };
}

/** What came of an update or a delete, which may be repeated: what is uncertain is done again. */
export function classifyChange(error: unknown): Exclude<ChangeOutcome, { type: 'done' }> {
  const failure = failureOf(error);
  if (failure.type !== 'answered') return { type: 'deferred', after: WAIT_FOR_CONNECTION };
  if (failure.http === 404 || failure.http === 410) return { type: 'gone' };
  return isPassing(failure.http) || isUncertain(failure.http)
    ? { type: 'deferred', after: failure.after ?? WAIT }
    : { type: 'refused', http: failure.http };
}

/** The HTTP status that a call was answered with, if it was. */
export function httpOf(error: unknown): number | undefined {
  const failure = failureOf(error);
  return failure.type === 'answered' ? failure.http : undefined;
}

const isPassing = (http: number): boolean => http === 412 || http === 429;

/** A success that came with an error is one whose body could not be read: made, and its id unknown. */
const isUncertain = (http: number): boolean => http === 408 || http >= 500 || http < 300;

function failureOf(error: unknown): Failure {
  if (error instanceof TokenUnavailable) return { type: 'notSent' };
  if (!(error instanceof Error)) return { type: 'unanswered' };
  // A RestError of @azure/core-rest-pipeline: `statusCode` and `response` where there was an answer, else `code`.
  const { statusCode, response, code } = error as Error & { statusCode?: unknown; response?: Answer; code?: unknown };
  if (typeof statusCode === 'number') return { type: 'answered', http: statusCode, after: retryAfter(response) };
  return neverConnected(code, error.message) ? { type: 'notSent' } : { type: 'unanswered' };
}

/**
 * Node tells by the failed system call that no connection was made (`connect ECONNREFUSED …`, `getaddrinfo …`). When
 * it tried several addresses the message is empty and only the code is left; an established connection never ends so.
 */
const neverConnected = (code: unknown, message: string): boolean =>
  typeof code === 'string' && /^E[A-Z_]+$/.test(code) && /^(connect |getaddrinfo |$)/.test(message);

interface Answer {
  readonly headers?: { get(name: string): string | null | undefined };
}

/** Milliseconds from `Retry-After`, which holds seconds or a date; a date is read against the answer's own clock. */
function retryAfter(answer: Answer | undefined): number | undefined {
  const asked = answer?.headers?.get('retry-after') ?? '';
  if (/^\d+$/.test(asked)) return Math.min(Number(asked) * 1000, LONGEST_WAIT);
  const wait = Date.parse(asked) - Date.parse(answer?.headers?.get('date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT);
}
