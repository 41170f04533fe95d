import { digestPostKey, duePost, type Post, type PostRef } from '#dialogue/post';
import { step } from '#dialogue/step';
import type { Gathered } from './composition.ts';
import type { Outbox } from './deps.ts';
import { historyOf } from './history.ts';
import { promise, type Promised } from './promise.ts';

/**
 * The first page stands in the channel: sees to the others, of which there are as many as the answers need. Called
 * again after every change, so pages that are no longer needed are deleted and new ones made.
 * @returns the other pages, to be looked after now
 */
export async function digestPagesToAttend(
  deps: Outbox,
  first: PostRef,
  { meeting, rows, answers, pages: wanted }: Gathered,
): Promise<readonly Promised[]> {
  // The line says where the digest stands, and how many answers are in it.
  await deps.store.saveHistory(meeting.committee, historyOf(meeting, rows, answers));
  const existing = rows.posts.filter((post) => post.kind === 'digest').length;
  const dues: Promised[] = [];
  for (let page = 2; page <= Math.max(existing, wanted); page += 1) {
    const ref = { ...first, key: digestPostKey(page) };
    dues.push(await promise(deps, ref));
    if (page <= wanted) await want(deps, ref, { key: ref.key, kind: 'digest' });
  }
  return dues;
}

/** Makes sure that a post is on its way: a new row, or one brought back that was not needed any more for a while. */
async function want(deps: Outbox, ref: PostRef, post: Omit<Post, 'state'>): Promise<void> {
  const stored = await deps.store.readPost(ref);
  // An answer that changes takes back nobody's word.
  if (stored !== undefined && isGivenUp(stored.value)) return;
  const next = stored === undefined ? duePost(post) : step(stored.value, { type: 'wantedUnseen' });
  if (next !== undefined) await deps.store.savePost(ref, next, stored?.version);
}

const isGivenUp = ({ state }: Post): boolean => state.status === 'dropped' && state.by === 'facilitator';
