import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { RoundView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useText } from '../../app/services.ts';
import type { PanelKey } from '../../app/texts.ts';
import { ThreadLink } from '../question/ThreadLink.tsx';
import { useStyles } from './styles.ts';
import type { MyAnswerState } from './useMyAnswer.ts';

/** One's own answer, stored: folded to a sentence with the ways to change it. */
export default function SavedAnswer({ state, round }: { readonly state: MyAnswerState; readonly round: RoundView }) {
  const text = useText();
  const styles = useStyles();
  const sentence = useRef<HTMLParagraphElement>(null);
  const isDeleting = state.part === 'deleting';
  useEffect(() => {
    if (state.takesFocus) sentence.current?.focus();
  }, [state.takesFocus, isDeleting]);
  const { error, dismiss } = state.sending;
  useEffect(() => {
    // It stands there after all.
    if (error !== null) dismiss();
  }, [error, dismiss]);
  const { mine } = round;
  if (mine === undefined) return null;
  return (
    <section className={styles.root} aria-label={text('answer.label')}>
      <p ref={sentence} tabIndex={-1} className={styles.saved}>
        {isDeleting ? text('answer.delete.sure') : text(storedKey(round, mine), { at: new Date(mine.at) })}
      </p>
      {isDeleting && <p className={styles.mine}>{mine.text}</p>}
      {state.cameTooLate !== '' && <CameTooLate state={state} />}
      {state.removing.error && <Notice kind="trouble">{describeFailure(state.removing.error, text)}</Notice>}
      <div className={styles.row}>{isDeleting ? <Sure state={state} /> : <Change state={state} round={round} />}</div>
    </section>
  );
}

/** Nothing that somebody wrote goes away without their seeing it. */
function CameTooLate({ state }: { readonly state: MyAnswerState }) {
  const text = useText();
  const styles = useStyles();
  return (
    <Notice kind="plain">
      {text('answer.edit.tooLate')}
      <p className={styles.mine}>{state.cameTooLate}</p>
      <Button onClick={() => state.write('')}>{text('answer.discard')}</Button>
    </Notice>
  );
}

const storedKey = (round: RoundView, mine: NonNullable<RoundView['mine']>): PanelKey => {
  if (mine.late) return 'answer.late';
  return round.status === 'open' ? 'answer.stored' : 'answer.stored.closed';
};

function Change({ state, round }: { readonly state: MyAnswerState; readonly round: RoundView }) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <ThreadLink post={round.post} to="read" className={styles.beside} />
      <Button className={styles.small} onClick={() => state.go('deleting')}>
        {text('answer.delete')}
      </Button>
      {round.status === 'open' && (
        <Button className={styles.small} onClick={() => state.go('edit')}>
          {text('answer.edit')}
        </Button>
      )}
    </>
  );
}

function Sure({ state }: { readonly state: MyAnswerState }) {
  const text = useText();
  const isSending = state.removing.state === 'sending';
  return (
    <>
      <Button onClick={() => state.go('saved')}>{text('answer.delete.keep')}</Button>
      <Button appearance="primary" disabledFocusable={isSending} onClick={state.remove}>
        {text(isSending ? 'sending' : 'answer.delete.confirm')}
      </Button>
    </>
  );
}
