import { askedIn, roundOf } from '#dialogue/meeting';
import type { Post, PostRef } from '#dialogue/post';
import { botText } from '#render/botText';
import type { Message } from '#render/message';
import { preparationCard } from '#render/preparationCard';
import type { Outbox } from './deps.ts';

/**
 * A question that was sent out beforehand, as it should stand in the channel now; undefined where its item is gone, or
 * where it is not sent before the question itself is put.
 */
export async function preparationOf(
  { store }: Pick<Outbox, 'store'>,
  ref: PostRef,
  post: Post,
): Promise<Message | undefined> {
  const meeting = ref.table === 'Meetings' ? (await store.readMeeting(ref.partition))?.value : undefined;
  const question = meeting && askedIn(meeting, post.round ?? '');
  if (meeting === undefined || question === undefined) return undefined;
  const isPut = roundOf(meeting, post.round ?? '') !== undefined;
  if (isPut && post.state.status === 'due') return undefined;
  const readers = post.about?.['readers'];
  return preparationCard(
    {
      ...question,
      theme: meeting.themes.find(({ number }) => number === question.theme),
      readers: readers === undefined ? undefined : Number(readers),
      isPut,
    },
    botText(meeting.language),
  );
}
