import type { MeetingId, RoundId } from '#dialogue/ids';
import type { Outbox } from './deps.ts';
import { attendLater } from './outbox.ts';
import { postsToUpdate } from './postsToUpdate.ts';
import { promise, type Promised } from './promise.ts';
import type { Snapshots } from './snapshots.ts';

/** Sees to it that what stands in the channel follows answers that come, change or go after closing. */
export interface AnswerNoted {
  /**
   * Before the answer is written: promises the updates it will need, so that a crash in between forgets none. Undefined where
   * there is no such item.
   */
  before(meeting: MeetingId, round: RoundId): Promise<readonly Promised[] | undefined>;
  /** After it is written; with what was promised before. */
  after(meeting: MeetingId, round: RoundId, promised?: readonly Promised[]): void;
}

/** When to look again, in milliseconds: later than the snapshot's greatest age. */
const SECOND_LOOK = 600;

/**
 * While a round is open its card does not change, so an answer costs no more than its own write. Whether it is open is
 * read from the shared snapshot, which may be half a second behind: hence the second look, once for all answers of an
 * item that came meanwhile.
 */
export function createAnswerNoted(deps: Outbox & { readonly snapshots: Pick<Snapshots, 'glimpse'> }): AnswerNoted {
  const promised = new Map<string, Promised[]>();
  const looking = new Set<string>();
  const nameOf = (meeting: MeetingId, round: RoundId): string => `${meeting} ${round}`;

  async function before(meeting: MeetingId, round: RoundId): Promise<readonly Promised[] | undefined> {
    const head = await deps.snapshots.glimpse(meeting);
    return head && Promise.all(postsToUpdate(head, round).map((post) => promise(deps, post)));
  }

  async function lookAgain(meeting: MeetingId, round: RoundId): Promise<void> {
    const name = nameOf(meeting, round);
    await deps.surroundings.pause(SECOND_LOOK);
    looking.delete(name);
    const head = await deps.snapshots.glimpse(meeting);
    const posts = head === undefined ? [] : postsToUpdate(head, round);
    const dues = promised.get(name) ?? [];
    promised.delete(name);
    const missing = posts.filter((post) => !dues.some((due) => due.post.key === post.key));
    const all = [...dues, ...(await Promise.all(missing.map((post) => promise(deps, post))))];
    attendLater(deps, await oneForEach(deps, all));
  }

  return {
    before,
    after(meeting, round, dues = []) {
      const name = nameOf(meeting, round);
      // Only what is written by now: who looks for it crosses it off.
      if (dues.length > 0) promised.set(name, [...(promised.get(name) ?? []), ...dues]);
      if (looking.has(name)) return;
      looking.add(name);
      deps.surroundings.later('answerNoted', () => lookAgain(meeting, round));
    },
  };
}

/** The last for each post: many answers that came at once need one look at it. */
async function oneForEach({ store }: Outbox, dues: readonly Promised[]): Promise<readonly Promised[]> {
  const kept = new Map(dues.map((due) => [due.post.key, due]));
  // Those of the same moment are one row.
  const rest = dues.filter((due) => kept.get(due.post.key)?.at !== due.at);
  await Promise.all(rest.map((due) => store.removeDue(due)));
  return [...kept.values()];
}
