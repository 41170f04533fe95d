import { AskFirst } from '../../app/AskFirst.tsx';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import type { Command } from '../../app/useCommand.ts';
import { usePlanText } from '../plan/usePlanText.ts';
import { useStyles } from './styles.ts';

interface Props extends Pick<Parameters<typeof AskFirst>[0], 'question' | 'no' | 'yes' | 'keep' | 'confirm'> {
  readonly command: Pick<Command<never>, 'state' | 'error'>;
}

/** Asks among what else is prepared, and says there why it was not done. */
export function AskOnce({ command: { state, error }, ...asked }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  return (
    <Notice kind="plain">
      <AskFirst
        at="start"
        isSending={state === 'sending'}
        wrong={
          error && (
            <p role="alert" className={styles.words}>
              {describeFailure(error, text)}
            </p>
          )
        }
        {...asked}
      />
    </Notice>
  );
}
