import { ApiError } from '../../api/errors.ts';
import type { ItemView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import type { RoomText } from './useRoomText.ts';

interface Tried {
  /** As it stood when somebody tried: what they were then. */
  readonly item: ItemView;
  /** What they wrote; it is told too where the part goes away in which it stands. */
  readonly words?: string;
}

/** What was said belongs to no one of those who write it down, so what somebody else did to it is told in other words. */
export function describeRoomFailure(error: Error, text: RoomText, { item, words }: Tried): string {
  const code = error instanceof ApiError ? error.code : undefined;
  const wrote = words === undefined ? '' : text('room.hadWritten', { words: words.trim() });
  if (code === 'NotRecorder') {
    const role = text(item.lead.mine ? 'room.notLead' : 'room.notScribe');
    return wrote === '' ? `${role} ${text('room.unchanged')}` : `${role} ${text('room.notSaved')} ${wrote}`;
  }
  if (code === 'AnswerChanged') return text('room.changed');
  return code === 'AnswerNotFound' ? `${text('room.gone')} ${wrote}`.trim() : describeFailure(error, text);
}
