import { ApiError } from '../../api/errors.ts';
import { describeFailure } from '../../app/failure.ts';
import type { RoomText } from './useRoomText.ts';

/** What was said belongs to no one of those who write it down, so what somebody else did to it is told in other words. */
export function describeRoomFailure(error: Error, text: RoomText): string {
  const code = error instanceof ApiError ? error.code : undefined;
  if (code === 'AnswerChanged') return text('room.changed');
  return code === 'AnswerNotFound' ? text('room.gone') : describeFailure(error, text);
}
