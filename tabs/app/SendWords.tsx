import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from './services.ts';

const place = { gridColumnStart: '1', gridRowStart: '1' } as const;

const useStyles = makeStyles({
  root: {
    display: 'inline-grid',
    justifyItems: 'center',
    alignItems: 'center',
    '::after': { ...place, content: 'attr(data-other)', visibility: 'hidden' },
  },
  words: place,
  // It is told, not merely out of reach, so it is not as pale as a button that takes no press.
  told: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly isSending: boolean;
  /** What stands there meanwhile, where that is something else than everywhere. */
  readonly sending?: string;
  /** What a press does. */
  readonly children: string;
}

/** What a button says, and that it is under way: as large as the larger of both, so that nothing moves when it is pressed. */
export function SendWords({ isSending, sending, children }: Props) {
  const text = useText();
  const styles = useStyles();
  const meanwhile = sending ?? text('sending');
  return (
    <span className={styles.root} data-other={isSending ? children : meanwhile}>
      <span className={mergeClasses(styles.words, isSending && styles.told)}>{isSending ? meanwhile : children}</span>
    </span>
  );
}
