import { useState } from 'react';
import type { NewAnswer } from '../../api/api.ts';
import { ApiError } from '../../api/errors.ts';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import type { CommitteeView, ItemView, RoundView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { describeFailure } from '../../app/failure.ts';
import { useServices } from '../../app/services.ts';
import { type Command, useCommand } from '../../app/useCommand.ts';

/** What stands where one's own answer is: a field, the answer folded, the question whether to delete it, or a way to come late. */
export type AnswerPart = 'field' | 'saved' | 'deleting' | 'closed';

export interface MyAnswerState {
  readonly part: AnswerPart;
  /** Whether the part came about by the person's own doing, and so takes the focus. */
  readonly takesFocus: boolean;
  /** Whether the field changes an answer that is stored. */
  readonly edits: boolean;
  /** Stored from another window or the card since the person began to write here: sending replaces it. */
  readonly elsewhere?: RoundView['mine'];
  /** The side that the person chairs, if any, and whether this answer is to be its wording. */
  readonly side: CommitteeView['you']['side'];
  readonly onBehalf: boolean;
  readonly standFor: (whose: 'own' | 'side') => void;
  readonly text: string;
  readonly isTooLong: boolean;
  /** Written to change the answer that is stored, and not sent before it was closed. */
  readonly cameTooLate: string;
  readonly write: (text: string) => void;
  readonly go: (part: AnswerPart | 'edit') => void;
  readonly cancel: () => void;
  readonly send: () => void;
  readonly remove: () => void;
  readonly sending: Command<NewAnswer>;
  readonly removing: Command<number>;
}

export function useMyAnswer(item: ItemView, round: RoundView, side: MyAnswerState['side']): MyAnswerState {
  const { drafts, text: say } = useServices();
  const announce = useAnnounce();
  const [draft, setDraft] = useState(() => drafts.read(item.id, round.id));
  // Absent until the person has chosen; then what is stored and what is written decide.
  const [chosen, choose] = useState<AnswerPart | 'edit'>();
  const stored = round.mine;
  // What was left here earlier was begun nobody knows over what.
  const [begunOver, beginOver] = useState(() => (draft === '' ? (stored?.revision ?? 0) : undefined));
  const [onBehalf, setOnBehalf] = useState(isOfSide(stored));
  const sending = useSending(item, round);
  const removing = useRemoving(item, round);
  const write = (text: string): void => {
    setDraft(text);
    drafts.write(item.id, round.id, text);
  };
  const leave = (part: AnswerPart): void => {
    write('');
    choose(part);
    sending.dismiss();
    removing.dismiss();
  };
  // Sent, and stored, though the answer to it was lost: what is written here is what stands there.
  const arrived =
    chosen === 'edit' && stored !== undefined && stored.revision !== begunOver && stored.text === draft.trim();
  if (arrived) choose('saved');
  return {
    part: partOf(round, draft, chosen),
    takesFocus: chosen !== undefined,
    edits: stored !== undefined,
    elsewhere: stored?.revision === begunOver ? undefined : stored,
    side,
    onBehalf,
    standFor: (whose) => setOnBehalf(whose === 'side'),
    text: draft,
    isTooLong: draft.length > ANSWER_LIMIT,
    cameTooLate: round.status === 'closed' && stored !== undefined && draft.trim() !== stored.text ? draft : '',
    write,
    go: (part) => {
      if (part === 'edit') {
        write(stored?.text ?? '');
        beginOver(stored?.revision);
        setOnBehalf(isOfSide(stored));
      }
      choose(part);
      removing.dismiss();
    },
    cancel: () => leave('saved'),
    send: () =>
      sending.run({ text: draft.trim(), over: stored?.revision ?? 0, ...(side && { onBehalf }) }, (view) => {
        leave('saved');
        const at = view.item?.round?.mine?.at;
        if (at !== undefined) announce(say('answer.stored', { at: new Date(at) }));
      }),
    remove: () =>
      removing.run(stored?.revision ?? 0, () => {
        leave('field');
        announce(say('answer.deleted'));
      }),
    sending,
    removing,
  };
}

function useSending({ id }: ItemView, round: RoundView): Command<NewAnswer> {
  const { text } = useServices();
  return useCommand<NewAnswer>(
    (api, command, written) => api.answer(id, command, round.id, written),
    undefined,
    // The field says it, with what stands there now.
    (error) => (isAnsweredElsewhere(error) ? '' : describeFailure(error, text)),
  );
}

/** Deletes what was seen, and nothing newer. Nothing was written here that could be lost. */
function useRemoving({ id }: ItemView, round: RoundView): Command<number> {
  const { text } = useServices();
  return useCommand<number>(
    (api, command, over) => api.deleteAnswer(id, command, round.id, over),
    undefined,
    (error) => (isChanged(error) ? text.error(error.code) : describeFailure(error, text)),
  );
}

const isChanged = (error: Error): error is ApiError => error instanceof ApiError && error.code === 'AnswerChanged';

/** Refused because the person has answered in another window or on the card. */
export const isAnsweredElsewhere = (error: Error | null): boolean =>
  error !== null && isChanged(error) && error.view?.item?.round?.mine !== undefined;

const isOfSide = (stored: RoundView['mine']): boolean => stored?.side !== undefined;

function partOf(round: RoundView, draft: string, chosen: AnswerPart | 'edit' | undefined): AnswerPart {
  if (round.mine !== undefined) return partOfStored(round, round.mine.text, draft, chosen);
  if (round.status === 'open') return 'field';
  return chosen === 'field' || draft.trim() !== '' ? 'field' : 'closed';
}

/** An answer stored from the card while something else stands written here does not take that away. */
function partOfStored(
  round: RoundView,
  stored: string,
  draft: string,
  chosen: AnswerPart | 'edit' | undefined,
): AnswerPart {
  if (chosen === 'deleting') return 'deleting';
  const hasOther = draft.trim() !== '' && draft.trim() !== stored;
  return round.status === 'open' && (chosen === 'edit' || hasOther) ? 'field' : 'saved';
}
