import type { Trespass } from '../support/memoryApp/messages.ts';
import type { FuzzResult } from './fuzz.ts';

/** How much more memory may be in use in the end than after a quarter of the requests, as a share of that. */
const FLAT = 0.2;
const LONGEST = 600;
/** Share of refused requests that may have lost a race after their promise. */
const MOST_PROMISED = 0.001;

/**
 * Due work is written before its cause. Where somebody else is quicker, the cause is refused, and the timer finds no such
 * post and takes the row away: nothing of what was wished is kept.
 */
const isPromise = ({ status, writes }: Trespass): boolean =>
  [403, 409, 412].includes(status) && writes.every((write) => write.startsWith('upsert Due '));

/** What never should be, a line each. `isLong`: there were so many requests that memory says something. */
export function faultsIn(
  { failures, trespasses, refused, complaints, memory }: FuzzResult,
  isLong = true,
): readonly string[] {
  const promised = trespasses.filter(isPromise);
  const growth = memory.last.heap / memory.warm.heap - 1;
  return [
    ...failures.map(({ number, request: { from, method, target, body }, what }) => {
      const asked = `${method} ${target} ${body === undefined ? '' : JSON.stringify(body.toString())}`.slice(
        0,
        LONGEST,
      );
      return `request ${number} (${from}): ${what}\n  ${asked}`;
    }),
    ...(promised.length > refused * MOST_PROMISED ? [`${promised.length} refused ones left due work`] : []),
    ...trespasses
      .filter((one) => !isPromise(one))
      .map(({ route, status, writes }) => `${route} was refused with ${status} and wrote: ${writes.join(', ')}`),
    // Each is a 503, and was asked again.
    ...complaints.filter((line) => !line.includes('"Http.Unavailable"')).map((line) => `logged: ${line}`),
    ...(isLong && Math.abs(growth) > FLAT ? [`memory grew by ${Math.round(growth * 100)} %`] : []),
  ];
}
