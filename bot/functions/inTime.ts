import { RequestError } from './failures.ts';

/**
 * Milliseconds after which whoever asked is told that it is not done. Teams and the panel wait for 15 s and then believe that
 * nobody is there; what they hear before that they know to ask for again.
 */
const ANSWER_WITHIN = 12_000;

/**
 * The same work, given up for whoever waits for it when it takes too long, as where each of several calls to the tables is slow. It
 * goes on all the same, which does no harm: whatever is asked for again changes nothing.
 * @throws {RequestError} `Unavailable`
 */
export async function inTime<T>(work: Promise<T>, within = ANSWER_WITHIN): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RequestError('Unavailable', 'Not done in time.')), within);
  });
  // What fails after that is nobody's any more.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
