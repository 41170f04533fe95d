import type { RoundId } from '#dialogue/ids';
import { type Meeting, roundOf } from '#dialogue/meeting';
import { digestPostKey, type PostRef, questionPostKey } from '#dialogue/post';

/** What stands in the channel of a round's answers, and so has to follow them. */
export function postsToUpdate(meeting: Meeting, round: RoundId): PostRef[] {
  const owner = { table: 'Meetings', partition: meeting.id } as const;
  const put = roundOf(meeting, round);
  const isClosed = put?.status === 'closed';
  // What was sent out beforehand and never put is in the digest all the same.
  const isGathered = meeting.status === 'ended' && meeting.endedBy !== 'discarded' && (isClosed || put === undefined);
  return [
    ...(isClosed ? [{ ...owner, key: questionPostKey(round) }] : []),
    ...(isGathered ? [{ ...owner, key: digestPostKey(1) }] : []),
  ];
}
