import { digestPostKey, duePost, type Post, type PostRef } from '#dialogue/post';
import { step } from '#dialogue/step';
import { digestPages } from './composition.ts';
import type { Outbox } from './deps.ts';
import { attendLater, promise } from './outbox.ts';

/**
 * The first page stands in the channel: sees to the others, of which there are as many as the answers need. Called
 * again after every change, so pages that are no longer needed are deleted and new ones made.
 */
export async function attendDigestPages(deps: Outbox, first: PostRef): Promise<void> {
  if (first.table !== 'Meetings') return;
  const meeting = (await deps.store.readMeeting(first.partition))?.value;
  if (meeting === undefined) return;
  const { posts } = await deps.store.readAllRounds(meeting.id);
  const existing = posts.filter((post) => post.kind === 'digest').length;
  const wanted = (await digestPages(deps, meeting)).length;
  for (let page = 2; page <= Math.max(existing, wanted); page += 1) {
    const ref = { ...first, key: digestPostKey(page) };
    const due = await promise(deps, ref);
    if (page <= wanted) await want(deps, ref, { key: ref.key, kind: 'digest' });
    attendLater(deps, [due]);
  }
}

/** Makes sure that a post is on its way: a new row, or one that was dropped or deleted brought back. */
async function want(deps: Outbox, ref: PostRef, post: Omit<Post, 'state'>): Promise<void> {
  const stored = await deps.store.readPost(ref);
  const next = stored === undefined ? duePost(post) : step(stored.value, { type: 'wantedAgain' });
  if (next !== undefined) await deps.store.savePost(ref, next, stored?.version);
}
