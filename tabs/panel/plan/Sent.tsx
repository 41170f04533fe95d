import type { PlannedView } from '../../api/views.ts';
import { type Choice, toChoice } from './choices.ts';
import { RepliesSoFar } from './RepliesSoFar.tsx';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly choice: Choice;
  readonly sent: PlannedView;
}

/** Says that a question stands in the channel already; what somebody had written about it before that is not lost. */
export function Sent({ choice, sent }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const angle = choice.angle.trim();
  return (
    <>
      <p className={styles.subtle}>
        {text('picker.sent')}
        <RepliesSoFar ahead={sent.ahead} />
      </p>
      {angle !== '' && angle !== toChoice(sent).angle && (
        <p className={styles.subtle}>{text('open.hadWritten', { questions: text('theirs.angle', { angle }) })}</p>
      )}
    </>
  );
}
