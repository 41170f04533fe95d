import { committeeOf, type MeetingId } from '#dialogue/ids';
import type { Post } from '#dialogue/post';
import { listedCount } from '#dialogue/setup';
import type { Deps, Outbox } from './deps.ts';
import { teamOfPost } from './destination.ts';

/** The number of readers stands on the card as it was when the question was put. */
export async function withReaders(deps: Outbox & Pick<Deps, 'memberships'>, id: MeetingId, post: Post): Promise<Post> {
  if (post.kind !== 'question' && post.kind !== 'preparation') return post;
  const [team, committee] = await Promise.all([
    teamOfPost(deps, { table: 'Meetings', partition: id, key: post.key }),
    deps.store.readCommittee(committeeOf(id) ?? ''),
  ]);
  const readers = team && (await deps.memberships.readers(team));
  if (readers === undefined) return post;
  const setup = committee?.value.setup;
  const listed = listedCount(setup);
  return { ...post, about: { readers: String(readers), ...(listed !== undefined && { listed: String(listed) }) } };
}
