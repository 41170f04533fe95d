import type { MeetingId, TeamId } from '#dialogue/ids';
import type { PostRef } from '#dialogue/post';
import { step } from '#dialogue/step';
import type { Outbox } from './deps.ts';
import { attendLater } from './outbox.ts';
import { promise } from './promise.ts';
import { promiseReadBackFound } from './promiseReadBack.ts';
import { readBackLater } from './readBack.ts';

/** Teams takes the bot's calls again: what it refused while the app was gone is sent, and what changed meanwhile is made good. */
export async function catchUp(deps: Outbox, id: TeamId): Promise<void> {
  for (const channel of (await deps.store.readTeam(id))?.value.channels ?? []) {
    const { open, next } = (await deps.store.readCommittee(channel.id))?.value ?? {};
    const items = [open, next].filter((meeting) => meeting !== undefined);
    for (const meeting of new Set(items)) await catchUpMeeting(deps, meeting);
  }
}

async function catchUpMeeting(deps: Outbox, meeting: MeetingId): Promise<void> {
  const { posts, readBacks } = await deps.store.readAllRounds(meeting);
  // What nobody had allowed may be allowed now.
  for (const { round, status } of readBacks)
    if (status !== 'complete') readBackLater(deps, await promiseReadBackFound(deps, meeting, round));
  for (const { key, state } of posts) {
    if (state.status !== 'blocked' && state.status !== 'sent') continue;
    const ref: PostRef = { table: 'Meetings', partition: meeting, key };
    const due = await promise(deps, ref);
    if (state.status === 'blocked') await sendAgain(deps, ref);
    attendLater(deps, [due]);
  }
}

async function sendAgain(deps: Outbox, ref: PostRef): Promise<void> {
  const stored = await deps.store.readPost(ref);
  const again = stored && step(stored.value, { type: 'sendAgain' });
  if (again !== undefined) await deps.store.savePost(ref, again, stored?.version);
}
