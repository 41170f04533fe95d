import { Button, type ButtonProps, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ButtonRow } from './ButtonRow.tsx';
import { SendWords } from './SendWords.tsx';
import { useEscape } from './useEscape.ts';
import { useFocusOnMount } from './useFocusOnMount.ts';
import { useSteady } from './useSteady.ts';

const useStyles = makeStyles({ words: { margin: 0 } });

interface Props extends Pick<Parameters<typeof ButtonRow>[0], 'at' | 'beside'> {
  readonly question: string;
  /** What the answer is about where the question alone does not tell: with another one, a press meant for the first does nothing. */
  readonly about?: string;
  /** Why it was not done, when somebody said yes. */
  readonly wrong?: ReactNode;
  readonly no: string;
  readonly yes: string;
  /** Of the button that says yes. */
  readonly appearance?: 'primary' | 'secondary';
  readonly size?: ButtonProps['size'];
  readonly isSending: boolean;
  readonly keep: () => void;
  readonly confirm: () => void;
}

/**
 * Asks before what cannot be taken back, in the place of what led here: takes the focus, Escape keeps things as they are, and no
 * button takes a press before it has been seen.
 */
export function AskFirst({ question, about, wrong, isSending, keep, confirm, ...of }: Props) {
  const { no, yes, appearance = 'secondary', size = 'medium', ...row } = of;
  const styles = useStyles();
  const sentence = useFocusOnMount<HTMLParagraphElement>(true);
  useEscape(true, keep);
  const isSteady = useSteady(about ?? question);
  return (
    <>
      <p ref={sentence} tabIndex={-1} className={styles.words}>
        {question}
      </p>
      {wrong}
      <ButtonRow {...row}>
        <Button size={size} disabledFocusable={!isSteady} onClick={keep}>
          {no}
        </Button>
        <Button size={size} appearance={appearance} disabledFocusable={isSending || !isSteady} onClick={confirm}>
          <SendWords isSending={isSending}>{yes}</SendWords>
        </Button>
      </ButtonRow>
    </>
  );
}
