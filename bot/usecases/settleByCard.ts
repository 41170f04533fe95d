import { DialogueError } from '#dialogue/errors';
import type { Post, PostRef } from '#dialogue/post';
import { claimPlace } from './claimPlace.ts';
import type { Outbox } from './deps.ts';
import type { CardAnswered } from './inboundEvents.ts';
import { locate } from './locate.ts';
import { attendLater } from './outbox.ts';
import { promise } from './promise.ts';
import { Unavailable } from './ports.ts';

/**
 * Whoever presses a card shows that it stands in the channel, and where. Another message than the one that is known is
 * a second one of the same post if the bot can change it; a copy that somebody made is not.
 */
export async function settleByCard(
  deps: Outbox,
  event: CardAnswered,
  ref: PostRef & { readonly table: 'Meetings' },
): Promise<void> {
  const post = (await deps.store.readPost(ref))?.value;
  if (post === undefined || (post.state.status === 'sent' && post.state.place.root === event.root)) return;
  const shown = post.state.status === 'sent' ? await secondOf(deps, event, ref, post) : undefined;
  if (shown === 'none') return;
  const due = await promise(deps, ref);
  await locate(deps, ref, { root: event.root, message: event.root }, shown?.hash);
  attendLater(deps, [due]);
}

async function secondOf(
  deps: Outbox,
  event: CardAnswered,
  ref: PostRef & { readonly table: 'Meetings' },
  post: Post,
): Promise<{ readonly hash: string } | 'none'> {
  const meeting = (await deps.store.readMeeting(ref.partition))?.value;
  if (meeting === undefined) return 'none';
  try {
    return { hash: await claimPlace(deps, meeting, ref, post, { root: event.root, message: event.root }) };
  } catch (error) {
    // The answer counts all the same, and the next press shows it again.
    if (error instanceof DialogueError || error instanceof Unavailable) return 'none';
    throw error;
  }
}
