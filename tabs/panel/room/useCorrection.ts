import { useState } from 'react';
import { ApiError } from '../../api/errors.ts';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { describeRoomFailure } from './describeRoomFailure.ts';
import { roomIdOf } from './roomIdOf.ts';
import type { RoomToolsProps } from './RoomToolsProps.ts';
import { useRoomText } from './useRoomText.ts';

/** A correction of what was said in the room, as it is being written. */
export interface Correction {
  readonly words: string;
  readonly write: (words: string) => void;
  /** Whether it can be saved: some words, and not too many. */
  readonly isAnswer: boolean;
  /** Revision of the words that the correction was begun over. */
  readonly over: number;
  /** Revision of the words that stand there now. */
  readonly standing: number;
  /** Another has changed the words meanwhile, and this person has written, too: one of the two has to go. */
  readonly isChanged: boolean;
  /** Another has changed the words meanwhile, and the field, in which nothing had been written, shows theirs. */
  readonly isRenewed: boolean;
  readonly isSending: boolean;
  /** Why it was not saved, as a sentence. */
  readonly trouble: string | undefined;
  /** `over`: revision of what this person has seen, and writes over. */
  readonly save: (over: number, saved: () => void) => void;
}

/** Keeps what is written apart from what stands there, which another may change meanwhile. */
export function useCorrection({ item, round, answer }: RoomToolsProps): Correction {
  const text = useRoomText();
  const { text: now = '', revision: standing = 0 } = answer;
  const [words, write] = useState(now);
  const [opened, open] = useState({ over: standing, words, isRenewed: false });
  // That another has changed it is said where both stand, for as long as they do.
  const describe = (error: Error): string =>
    stands(error, answer) ? '' : describeRoomFailure(error, text, { item, words });
  const sending = useFreshCommand<{ readonly text: string; readonly over: number }>(
    (api, command, corrected) => api.roomAnswer(item.id, command, round.id, roomIdOf(answer), corrected),
    describe,
  );
  const isChanged = standing !== opened.over;
  // Who has typed nothing has nothing to save over what another wrote: they go on with that.
  if (isChanged && words === opened.words && sending.state === 'idle') {
    open({ over: standing, words: now, isRenewed: true });
    write(now);
  }
  return {
    words,
    write,
    isAnswer: words.trim() !== '' && words.length <= ANSWER_LIMIT,
    over: opened.over,
    standing,
    isChanged,
    isRenewed: opened.isRenewed && !isChanged,
    isSending: sending.state === 'sending',
    trouble: sending.error && !stands(sending.error, answer) ? describe(sending.error) : undefined,
    save: (over, saved) => sending.run({ text: words.trim(), over }, saved),
  };
}

/** Refused for what another has written there meanwhile, which is shown. */
const stands = (error: Error, { id }: RoomToolsProps['answer']): boolean =>
  error instanceof ApiError &&
  error.code === 'AnswerChanged' &&
  (error.view?.item?.round?.answers ?? []).some((answer) => answer.id === id);
