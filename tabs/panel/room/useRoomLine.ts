import { useEffect, useState } from 'react';
import type { RoomAnswer } from '../../api/api.ts';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import type { AnswerView, ItemView, RoundView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { useServices } from '../../app/services.ts';
import { useCommand } from '../../app/useCommand.ts';
import { firstWords } from '../facilitator/firstWords.ts';
import { describeRoomFailure } from './describeRoomFailure.ts';
import type { Person } from './FindPerson.tsx';
import { type RoomText, useRoomText } from './useRoomText.ts';

/** Where the line that is being written is kept on the device, beside the person's own answers. */
const DRAFT = 'room';
/** Characters of what was stored last that are shown. */
const SHORT = 45;

interface Line {
  readonly id: string;
  /** The question it was first sent to; it stays with that, as long as nobody knows whether it was stored. */
  readonly round?: string;
}

const newLine = (): Line => ({ id: crypto.randomUUID() });

export interface RoomLineState {
  readonly words: string;
  readonly write: (words: string) => void;
  readonly said: Person | undefined;
  readonly sayWho: (said: Person | undefined) => void;
  readonly isTooLong: boolean;
  readonly isSending: boolean;
  readonly send: () => void;
  /** The beginning of what was stored last; nothing once it has been corrected or deleted. */
  readonly stored: string;
  /** Why the line was not stored, or may not be. */
  readonly error: string | undefined;
}

/** What somebody said, line by line. The field is emptied when a line is stored, and not before. */
export function useRoomLine(item: ItemView, round: RoundView): RoomLineState {
  const text: RoomText = useRoomText();
  const [words, setWords] = useState(useDraft(item));
  const [said, sayWho] = useState<Person>();
  const [line, setLine] = useState(newLine);
  const [stored, setStored] = useState({ id: '', words: '' });
  const sending = useCommand<Required<Line> & RoomAnswer>(
    (api, command, { id, round: at, ...answer }) => api.roomAnswer(item.id, command, at, id, answer),
    undefined,
    (error) => describeRoomFailure(error, text),
  );
  useKeeping(item, words);
  useTelling(stored, text);
  const goOn = (): void => {
    setStored({ id: line.id, words: firstWords(words, SHORT) });
    setWords('');
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
      setWords(next);
      sending.dismiss();
    },
    said,
    sayWho,
    isTooLong: words.length > ANSWER_LIMIT,
    isSending: sending.state === 'sending',
    send: () => {
      const at = line.round ?? round.id;
      setLine({ ...line, round: at });
      const answer = { text: words.trim(), over: standing?.revision ?? 0, ...(said && { said: said.person }) };
      sending.run({ id: line.id, round: at, ...answer }, goOn);
    },
    stored: firstWords(answerOf(round, stored.id)?.text ?? '', SHORT) === stored.words ? stored.words : '',
    error: sending.error === null || words === '' ? undefined : describeRoomFailure(sending.error, text),
  };
}

const answerOf = ({ answers }: RoundView, line: string): AnswerView | undefined =>
  answers.find(({ id }) => id === `o${line}`);

/** What was being written here before a reload, or before the field was folded. */
function useDraft({ id }: ItemView): () => string {
  const { drafts } = useServices();
  return () => drafts.read(id, DRAFT);
}

function useKeeping({ id }: ItemView, words: string): void {
  const { drafts } = useServices();
  useEffect(() => drafts.write(id, DRAFT, words), [drafts, id, words]);
}

function useTelling(stored: { readonly words: string }, text: RoomText): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (stored.words !== '') announce(text('room.stored', stored));
  }, [stored, announce, text]);
}
