import { DialogueError } from '#dialogue/errors';
import { type Announced, distanceFrom, mayBeThreadOf } from '#dialogue/held';
import { claimPlace } from './claimPlace.ts';
import type { Outbox } from './deps.ts';
import type { ReplySeen } from './inboundEvents.ts';
import { locate } from './locate.ts';
import { attendLater } from './outbox.ts';
import { promise } from './promise.ts';

/**
 * The facilitator mentions the bot in a thread: that is where the question stands which nobody knew about. Anybody
 * else's mention settles nothing.
 */
export async function settleByMention(deps: Outbox, reply: ReplySeen, announced: readonly Announced[]): Promise<void> {
  const possible = announced.filter((other) => mayBeThreadOf(reply.root, other));
  const nearestFirst = possible.sort((one, other) => distanceFrom(reply.root, one) - distanceFrom(reply.root, other));
  for (const { post } of nearestFirst) {
    if (post.table !== 'Meetings') continue;
    const stored = await deps.store.readPost(post);
    if (stored?.value.state.status !== 'unknown') continue;
    const meeting = await deps.store.readMeeting(post.partition);
    if (meeting === undefined || meeting.value.lead.person !== reply.author?.person) continue;
    const due = await promise(deps, post);
    const place = { root: reply.root, message: reply.root };
    const shown = await claimPlace(deps, meeting.value, post, stored.value, place).catch(notThere);
    if (shown === undefined) continue;
    await locate(deps, post, place, shown);
    attendLater(deps, [due]);
    return;
  }
}

/** A mention under somebody's own message is no sign of where the question stands. */
function notThere(error: unknown): undefined {
  if (!(error instanceof DialogueError)) throw error;
}
