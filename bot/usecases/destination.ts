import type { MessageId } from '#dialogue/ids';
import type { Post, PostRef } from '#dialogue/post';
import type { Team } from '#dialogue/team';
import type { Outbox } from './deps.ts';
import { committeeOfPost } from './eraseHeld.ts';
import type { Destination } from './ports.ts';

type Reads = Pick<Outbox, 'store'>;

/** The team whose channel a post goes to; undefined where the app does not know it (any more). */
export async function teamOfPost({ store }: Reads, ref: PostRef): Promise<Team | undefined> {
  const committee = committeeOfPost(ref);
  const known = committee === undefined ? undefined : await store.readCommittee(committee);
  return known && (await store.readTeam(known.value.team))?.value;
}

/**
 * Where a post goes or stands: the channel itself, or the thread under `root`. A guidance goes to a conversation of no
 * team, which it carries along.
 */
export async function destinationOf(
  deps: Reads,
  ref: PostRef,
  post: Post,
  root?: MessageId,
): Promise<Destination | undefined> {
  const { conversation, serviceUrl, tenant } = post.about ?? {};
  if (conversation !== undefined && serviceUrl !== undefined && tenant !== undefined) {
    return { serviceUrl, tenant, conversation };
  }
  const team = await teamOfPost(deps, ref);
  const channel = committeeOfPost(ref);
  if (team === undefined || channel === undefined) return undefined;
  return {
    serviceUrl: team.serviceUrl,
    tenant: team.tenant,
    conversation: root === undefined ? channel : `${channel};messageid=${root}`,
  };
}
