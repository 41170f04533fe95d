import type { MeetingId, RoundId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import { isToBeReadBack } from '#dialogue/readBack';
import type { Outbox } from './deps.ts';
import type { Due, RoundRef } from './ports.ts';

/** A round's threads to be read back, written down. */
export type ReadBackDue = Due & { readonly readBack: RoundRef };

type Deps = Pick<Outbox, 'store' | 'surroundings' | 'channelReading'>;

/**
 * Writes down, before the command that closes rounds is committed, that their threads are to be read back: none where
 * the team has not let the app read.
 */
export async function promiseReadBack(
  deps: Deps,
  { id }: Meeting,
  rounds: readonly RoundId[],
): Promise<readonly ReadBackDue[]> {
  if (deps.channelReading === 'off') return [];
  const at = deps.surroundings.now();
  return Promise.all(rounds.map((round) => writeReadBack(deps, { meeting: id, round, tries: 0 }, at)));
}

/**
 * The same where something is found out of a round that may be closed by now: where its question stands, or that the
 * words of a reply are missing.
 */
export async function promiseReadBackFound(deps: Deps, id: MeetingId, round: RoundId): Promise<readonly ReadBackDue[]> {
  const meeting = (await deps.store.readMeeting(id))?.value;
  return meeting !== undefined && isToBeReadBack(meeting, round) ? promiseReadBack(deps, meeting, [round]) : [];
}

export async function writeReadBack({ store }: Pick<Deps, 'store'>, ref: RoundRef, at: Instant): Promise<ReadBackDue> {
  const due = { at, readBack: ref };
  await store.addDue(due);
  return due;
}
