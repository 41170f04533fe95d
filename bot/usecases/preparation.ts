import type { RoundId } from '#dialogue/ids';
import { askedIn, type Meeting, roundOf } from '#dialogue/meeting';
import type { Post, PostRef } from '#dialogue/post';
import { type BotText, botText } from '#render/botText';
import type { Message } from '#render/message';
import { preparationCard, type PreparedQuestion } from '#render/preparationCard';
import type { Outbox } from './deps.ts';
import { readersOf } from './readersOf.ts';

/**
 * A question that was sent out beforehand, as it should stand in the channel now; undefined where its item is gone, or
 * where it is not sent before the question itself is put or its item is over.
 */
export async function preparationOf(
  { store, channelReading }: Pick<Outbox, 'store' | 'channelReading'>,
  ref: PostRef,
  post: Post,
): Promise<Message | undefined> {
  if (ref.table !== 'Meetings' || post.round === undefined) return undefined;
  const meeting = (await store.readMeeting(ref.partition))?.value;
  return meeting && cardOf(meeting, post.round, post, botText(meeting.language, channelReading));
}

function cardOf(meeting: Meeting, round: RoundId, post: Post, text: BotText): Message | undefined {
  const question = askedIn(meeting, round);
  const state = stateOf(meeting, round);
  if (question === undefined || (state !== 'waiting' && post.state.status === 'due')) return undefined;
  return preparationCard(
    {
      ...question,
      theme: meeting.themes.find(({ number }) => number === question.theme),
      ...readersOf(post),
      state,
    },
    text,
  );
}

function stateOf(meeting: Meeting, round: RoundId): PreparedQuestion['state'] {
  if (roundOf(meeting, round) !== undefined) return 'put';
  if (meeting.status !== 'ended') return 'waiting';
  return meeting.endedBy === 'discarded' ? 'dropped' : 'notPut';
}
