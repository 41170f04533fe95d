import { chatBeside } from '#dialogue/meetingChat';
import { threadLink } from '#dialogue/link';
import { currentRound, type Meeting } from '#dialogue/meeting';
import { type PostRef, questionPostKey } from '#dialogue/post';
import { botText } from '#render/botText';
import type { Message } from '#render/message';
import { pointerMessage } from '#render/pointerMessage';
import type { Outbox } from './deps.ts';
import { teamOfPost } from './destination.ts';

/** The line in the chat of the Teams meeting that says where to answer, and the message that the chat hangs under. */
export interface Pointer {
  readonly root: string;
  readonly message: Message;
}

/**
 * What should stand in the meeting's chat: where the current question can be answered, or that the item is over.
 * `waiting`: the question is not in the channel yet. Undefined where the item goes on beside no meeting in its channel.
 */
export async function pointerOf(
  { store, channelReading }: Pick<Outbox, 'store' | 'channelReading'>,
  ref: PostRef & { readonly table: 'Meetings' },
  meeting: Meeting,
): Promise<Pointer | 'waiting' | undefined> {
  const root = chatBeside(meeting);
  const round = currentRound(meeting);
  if (root === undefined || round === undefined) return undefined;
  const text = botText(meeting.language, channelReading);
  if (meeting.status === 'ended') return { root, message: pointerMessage(undefined, text) };
  const [question, team] = await Promise.all([
    store.readPost({ ...ref, key: questionPostKey(round.id) }),
    teamOfPost({ store }, ref),
  ]);
  const state = question?.value.state;
  if (state?.status !== 'sent' || team === undefined) return 'waiting';
  const { tenant, group } = team;
  const link = threadLink({ committee: meeting.committee, root: state.place.root, tenant, group });
  return { root, message: pointerMessage(link, text) };
}
