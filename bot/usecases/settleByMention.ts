import { type Announced, mayBeThreadOf } from '#dialogue/held';
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
  for (const { post } of announced.filter((other) => mayBeThreadOf(reply.root, other))) {
    if (post.table !== 'Meetings') continue;
    const stored = await deps.store.readPost(post);
    if (stored?.value.state.status !== 'unknown') continue;
    const meeting = await deps.store.readMeeting(post.partition);
    if (meeting === undefined || meeting.value.lead.person !== reply.author?.person) continue;
    const due = await promise(deps, post);
    await locate(deps, post, { root: reply.root, message: reply.root });
    attendLater(deps, [due]);
    return;
  }
}
