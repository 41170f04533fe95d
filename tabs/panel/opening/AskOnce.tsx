import { Button } from '@fluentui/react-components';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import type { Command } from '../../app/useCommand.ts';
import { useSteady } from '../../app/useSteady.ts';
import { type PlanText, usePlanText } from '../plan/usePlanText.ts';
import { useStyles } from './styles.ts';

interface Props {
  readonly question: string;
  readonly no: Parameters<PlanText>[0];
  readonly yes: Parameters<PlanText>[0];
  readonly command: Pick<Command<never>, 'state' | 'error'>;
  readonly keep: () => void;
  readonly confirm: () => void;
}

/** Asks before what cannot be taken back, takes the focus, and says there why it was not done. */
export function AskOnce({ question, no, yes, command: { state, error }, keep, confirm }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const words = useFocusOnMount<HTMLParagraphElement>(true);
  // It comes up where somebody has just pressed.
  const isSteady = useSteady(question);
  const isSending = state === 'sending';
  return (
    <Notice kind="plain">
      <p ref={words} tabIndex={-1} className={styles.words}>
        {question}
      </p>
      {error && (
        <p role="alert" className={styles.words}>
          {describeFailure(error, text)}
        </p>
      )}
      <div className={styles.more}>
        <Button disabledFocusable={!isSteady} onClick={keep}>
          {text(no)}
        </Button>
        <Button disabledFocusable={isSending || !isSteady} onClick={confirm}>
          {text(isSending ? 'sending' : yes)}
        </Button>
      </div>
    </Notice>
  );
}
