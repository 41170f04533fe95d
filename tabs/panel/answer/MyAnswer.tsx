import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { CommitteeView, ItemView, RoundView } from '../../api/views.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { later, WhenLoaded } from '../../app/later.tsx';
import { useText } from '../../app/services.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { ThreadLink } from '../question/ThreadLink.tsx';
import { AnswerField } from './AnswerField.tsx';
import { type MyAnswerState, useMyAnswer } from './useMyAnswer.ts';

/** Loads while somebody's first answer is on its way, so that nothing jumps when it is stored. */
const SavedAnswer = later(() => import('./SavedAnswer.tsx'));

export interface MyAnswerProps {
  readonly item: ItemView;
  readonly round: RoundView;
  readonly view: CommitteeView;
}

/** One's own answer to the question: to write, or stored. Give it the round as key, since a text belongs to one question. */
export function MyAnswer({ item, round, view }: MyAnswerProps) {
  const state = useMyAnswer(item, round, view.you.side);
  const isSending = state.sending.state === 'sending';
  useEffect(() => {
    // Where it cannot be had now it is asked for again when it is shown, and that it cannot is told there.
    if (isSending) SavedAnswer.load().catch(() => undefined);
  }, [isSending]);
  if (state.part === 'field') return <AnswerField state={state} item={item} round={round} readers={view.readers} />;
  if (state.part === 'closed') return <ComeLate round={round} state={state} />;
  return (
    <WhenLoaded>
      <SavedAnswer state={state} round={round} />
    </WhenLoaded>
  );
}

function ComeLate({ round, state }: { readonly round: RoundView; readonly state: MyAnswerState }) {
  const text = useText();
  // Whoever put the field away finds the focus where they left.
  const buttonRef = useFocusOnMount<HTMLButtonElement>(state.takesFocus);
  return (
    <ButtonRow beside={<ThreadLink post={round.post} to="read" />}>
      <Button
        ref={(element: HTMLButtonElement | null) => {
          buttonRef.current = element;
        }}
        onClick={() => state.go('field')}
      >
        {text('answer.comeLate')}
      </Button>
    </ButtonRow>
  );
}
