import { useEffect, useState } from 'react';
import type { RoomAnswer } from '../../api/api.ts';
import { ApiError, Offline } from '../../api/errors.ts';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import type { AnswerView, ItemView, RoundView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { useServices } from '../../app/services.ts';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { firstWords } from '../question/firstWords.ts';
import { describeRoomFailure } from './describeRoomFailure.ts';
import type { Person } from './FindPerson.tsx';
import { newLine, readLine, ROOM_DRAFT, type RoomLine, storedLine } from './roomDraft.ts';
import { type RoomText, useRoomText } from './useRoomText.ts';

/** Characters of what was stored last that are heard. */
const SHORT = 45;

export interface RoomLineState {
  readonly words: string;
  readonly write: (words: string) => void;
  readonly said: Person | undefined;
  readonly sayWho: (said: Person | undefined) => void;
  /** How it came: one who types off sheets of paper says so once. */
  readonly came: 'said' | 'paper';
  readonly sayHow: (came: 'said' | 'paper') => void;
  readonly isTooLong: boolean;
  readonly isSending: boolean;
  readonly send: () => void;
  /** Why the line was not stored, or may not be. */
  readonly error: string | undefined;
}

/** What somebody said, line by line. The field is emptied when a line is stored, and not before. */
export function useRoomLine(item: ItemView, round: RoundView): RoomLineState {
  const text: RoomText = useRoomText();
  const [line, setLine] = useState(useDraft(item));
  const [said, sayWho] = useState<Person>();
  const [came, sayHow] = useState<RoomLineState['came']>('said');
  const [stored, setStored] = useState({ words: '' });
  const { words } = line;
  const describe = (error: Error): string => {
    if (error instanceof Offline) return text('room.line.offline');
    return isGone(error) ? text('room.line.gone') : describeRoomFailure(error, text, { item, words });
  };
  const sending = useFreshCommand<Required<Omit<RoomLine, 'words'>> & RoomAnswer>(
    (api, command, { id, round: at, ...answer }) =>
      api.roomAnswer(item.id, command, at, id, answer).catch((error: unknown) => {
        // What was stored under its id is gone for good: the words are kept, and stored as another line if that is wished.
        if (isGone(error)) {
          setLine((sent) => ({ ...sent, id: newLine().id }));
          // They wished not to stand there with their name.
          sayWho(undefined);
        }
        throw error;
      }),
    describe,
  );
  useKeeping(item, line);
  useTelling(stored, text);
  const goOn = (): void => {
    setStored({ words: firstWords(words, SHORT) });
    // A name belongs to one thing that was said: a wrong one is worse than none.
    sayWho(undefined);
    setLine(newLine);
  };
  const standing = answerOf(round, line.id);
  // Stored, though the answer to it was lost: what is written here is what stands there.
  if (standing?.text === words.trim() && words !== '' && sending.state === 'idle') goOn();
  return {
    words,
    write: (next) => {
      // Who takes all of it back goes on with another line.
      setLine(next === '' ? newLine() : { ...line, words: next });
      sending.dismiss();
    },
    said,
    sayWho,
    came,
    sayHow,
    isTooLong: words.length > ANSWER_LIMIT,
    isSending: sending.state === 'sending',
    send: () => {
      const at = line.round ?? round.id;
      setLine({ ...line, round: at });
      const answer = {
        text: words.trim(),
        over: standing?.revision ?? 0,
        ...(said && { said: said.person }),
        ...(came === 'paper' && { on: came }),
      };
      sending.run({ id: line.id, round: at, ...answer }, goOn);
    },
    error: sending.error === null || words === '' ? undefined : describe(sending.error),
  };
}

/** It had been stored though its answer was lost, and whoever's name stood at it has deleted it. */
const isGone = (error: unknown): boolean => error instanceof ApiError && error.code === 'AnswerNotFound';

const answerOf = ({ answers }: RoundView, line: string): AnswerView | undefined =>
  answers.find(({ id }) => id === `o${line}`);

/** What was being written here before a reload, or before the field was folded. */
function useDraft({ id }: ItemView): () => RoomLine {
  const { drafts } = useServices();
  return () => readLine(drafts.read(id, ROOM_DRAFT));
}

function useKeeping({ id }: ItemView, line: RoomLine): void {
  const { drafts } = useServices();
  useEffect(() => drafts.write(id, ROOM_DRAFT, storedLine(line)), [drafts, id, line]);
}

function useTelling(stored: { readonly words: string }, text: RoomText): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (stored.words !== '') announce(text('room.stored', stored));
  }, [stored, announce, text]);
}
