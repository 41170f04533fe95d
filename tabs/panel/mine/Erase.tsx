import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useEscape } from '../../app/useEscape.ts';
import { useSteady } from '../../app/useSteady.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useStyles } from './styles.ts';
import type { MineState } from './useMine.ts';
import { useMineText } from './useMineText.ts';

/** What goes on around one thing that can be deleted. `kept`: it was asked about, and left alone. */
export interface Asking {
  readonly asked: 'no' | 'now' | 'kept';
  readonly erasing: MineState['erasing'];
  readonly ask: () => void;
  readonly erase: () => void;
  readonly keep: () => void;
}

interface Props extends Asking {
  /** On the button that leads to the question. */
  readonly words: string;
  /** For those who hear the button by itself. */
  readonly label?: string;
  /** The question: what goes, and what does not. */
  readonly question: string;
  /** On the button that leaves it alone. */
  readonly keepWords?: string;
  /** Stands at the other end of the row from the button. */
  readonly beside?: ReactNode;
}

/** A button that deletes something, and asks first, in its place. */
export function Erase({ beside, ...props }: Props) {
  if (props.asked === 'now') return <Surely {...props} beside={beside} />;
  return (
    <ButtonRow beside={beside}>
      <Ask {...props} />
    </ButtonRow>
  );
}

function Ask({ words, label, asked, ask }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  // Whoever comes back from the question goes on from here.
  useEffect(() => {
    if (asked === 'kept') button.current?.focus();
  }, [asked]);
  return (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        button.current = element;
      }}
      size="small"
      aria-label={label ?? words}
      onClick={ask}
    >
      {words}
    </Button>
  );
}

function Surely({ question, erasing, erase, keep, keepWords, beside }: Props) {
  const text = useMineText();
  const styles = useStyles();
  const sentence = useFocusOnMount<HTMLParagraphElement>(true);
  useEscape(true, keep);
  // Where the button stood that led here: who goes on pressing deletes nothing.
  const isSteady = useSteady(question);
  const isSending = erasing.state === 'sending';
  return (
    <>
      <p ref={sentence} tabIndex={-1} className={styles.words}>
        {question}
      </p>
      {erasing.error && <Notice kind="trouble">{describeFailure(erasing.error, text)}</Notice>}
      <ButtonRow beside={beside}>
        <Button onClick={keep}>{keepWords ?? text('answer.delete.keep')}</Button>
        <Button disabledFocusable={isSending || !isSteady} onClick={erase}>
          {text(isSending ? 'sending' : 'mine.delete')}
        </Button>
      </ButtonRow>
    </>
  );
}
