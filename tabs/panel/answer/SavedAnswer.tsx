import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { RoundView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { copyText } from '../../app/copyText.ts';
import { describeFailure } from '../../app/failure.ts';
import { Marked } from '../../app/Marked.tsx';
import { Notice } from '../../app/Notice.tsx';
import { SendWords } from '../../app/SendWords.tsx';
import { useSteady } from '../../app/useSteady.ts';
import { useText } from '../../app/services.ts';
import type { PanelKey, PanelText } from '../../app/texts.ts';
import { ThreadLink } from '../question/ThreadLink.tsx';
import { useStyles } from './styles.ts';
import type { MyAnswerState } from './useMyAnswer.ts';

interface Props {
  readonly state: MyAnswerState;
  readonly round: RoundView;
  /** The question's beginning, where the question itself does not stand above; then nothing can be changed any more. */
  readonly to?: string;
}

/** One's own answer, stored: folded to a sentence with the ways to change it. */
export default function SavedAnswer({ state, round, to }: Props) {
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
        {isDeleting ? (
          text('answer.delete.sure')
        ) : (
          <Marked words={storedLine({ round, mine, to }, text)} part={to ?? ''} lang={round.theme?.language} />
        )}
      </p>
      {isDeleting && <p className={styles.mine}>{mine.text}</p>}
      {state.cameTooLate !== '' && <CameTooLate state={state} round={round} />}
      {state.removing.error && <Notice kind="trouble">{describeFailure(state.removing.error, text)}</Notice>}
      {isDeleting ? <Sure state={state} /> : <Change state={state} round={round} to={to} />}
    </section>
  );
}

/** Nothing that somebody wrote goes away without their seeing it. */
function CameTooLate({ state, round }: Pick<Props, 'state' | 'round'>) {
  const text = useText();
  const styles = useStyles();
  const { copy, came } = useCopy(state.cameTooLate);
  return (
    <Notice kind="plain">
      {text('answer.edit.tooLate')}
      <p className={styles.mine}>{state.cameTooLate}</p>
      {/* What comes in a closed question's thread is kept, as come later. */}
      {text(round.post.link === undefined ? 'answer.edit.tooLate.say' : 'answer.edit.tooLate.thread')}
      <ButtonRow at="start">
        <Button onClick={copy}>{text('answer.copy')}</Button>
        <Button onClick={() => state.write('')}>{text('answer.discard.edit')}</Button>
      </ButtonRow>
      {came && <span>{text(came)}</span>}
    </Notice>
  );
}

/** To take words along to where they can still be said. */
function useCopy(words: string) {
  const text = useText();
  const announce = useAnnounce();
  const [came, setCame] = useState<'answer.copied' | 'answer.copy.byHand'>();
  const copy = async (): Promise<void> => {
    const told = (await copyText(words)) ? 'answer.copied' : 'answer.copy.byHand';
    setCame(told);
    announce(text(told));
  };
  return { copy: () => void copy(), came };
}

interface Stored {
  readonly round: RoundView;
  readonly mine: NonNullable<RoundView['mine']>;
  readonly to: string | undefined;
}

function storedLine({ round, mine, to }: Stored, text: PanelText): string {
  if (to !== undefined) return text(mine.late ? 'answer.kept.late' : 'answer.kept', { question: to });
  return text(storedKey(round, mine), { at: new Date(mine.at) });
}

const storedKey = (round: RoundView, mine: Stored['mine']): PanelKey => {
  if (mine.late) return 'answer.late';
  return round.status === 'open' ? 'answer.stored' : 'answer.stored.closed';
};

function Change({ state, round, to }: Pick<Props, 'state' | 'round'> & { readonly to: string | undefined }) {
  const text = useText();
  const styles = useStyles();
  return (
    <ButtonRow beside={to === undefined && <ThreadLink post={round.post} to="read" />}>
      {round.status === 'open' && (
        <Button className={styles.small} onClick={() => state.go('edit')}>
          {text('answer.edit')}
        </Button>
      )}
      <Button className={styles.small} onClick={() => state.go('deleting')}>
        {/* What came too late can be deleted too: words tell which. */}
        {text(state.cameTooLate === '' ? 'answer.delete' : 'answer.delete.confirm')}
      </Button>
    </ButtonRow>
  );
}

function Sure({ state }: { readonly state: MyAnswerState }) {
  const text = useText();
  const isSending = state.removing.state === 'sending';
  // Where the button stood that led here.
  const isSteady = useSteady('sure');
  return (
    <ButtonRow>
      <Button disabledFocusable={!isSteady} onClick={() => state.go('saved')}>
        {text('answer.delete.keep')}
      </Button>
      <Button disabledFocusable={isSending || !isSteady} onClick={state.remove}>
        <SendWords isSending={isSending}>{text('answer.delete.confirm')}</SendWords>
      </Button>
    </ButtonRow>
  );
}
