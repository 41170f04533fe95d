import type { MeetingId, TeamId } from '#dialogue/ids';
import type { PostRef } from '#dialogue/post';
import { step } from '#dialogue/step';
import type { Outbox } from './deps.ts';
import { attendLater } from './outbox.ts';
import { promise } from './promise.ts';

/** Teams takes the bot's posts again: what it refused while the app was gone becomes due. */
export async function sendBlockedAgain(deps: Outbox, id: TeamId): Promise<void> {
  for (const channel of (await deps.store.readTeam(id))?.value.channels ?? []) {
    const meeting = (await deps.store.readCommittee(channel.id))?.value.open;
    for (const ref of meeting === undefined ? [] : await blockedPosts(deps, meeting)) await sendAgain(deps, ref);
  }
}

async function blockedPosts({ store }: Outbox, meeting: MeetingId): Promise<PostRef[]> {
  const { posts } = await store.readAllRounds(meeting);
  return posts
    .filter(({ state }) => state.status === 'blocked')
    .map(({ key }) => ({ table: 'Meetings', partition: meeting, key }));
}

async function sendAgain(deps: Outbox, ref: PostRef): Promise<void> {
  const due = await promise(deps, ref);
  const stored = await deps.store.readPost(ref);
  const again = stored && step(stored.value, { type: 'sendAgain' });
  if (again !== undefined) await deps.store.savePost(ref, again, stored?.version);
  attendLater(deps, [due]);
}
