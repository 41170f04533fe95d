import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { AskFirst } from '../../app/AskFirst.tsx';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
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
  return (
    <AskFirst
      question={question}
      wrong={erasing.error && <Notice kind="trouble">{describeFailure(erasing.error, text)}</Notice>}
      no={keepWords ?? text('answer.delete.keep')}
      yes={text('mine.delete')}
      beside={beside}
      isSending={erasing.state === 'sending'}
      keep={keep}
      confirm={erase}
    />
  );
}
