import { Button } from '@fluentui/react-components';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useStyles } from '../item/styles.ts';
import { useTrialText } from './useTrialText.ts';

interface Props {
  readonly turn: () => void;
  /** Whoever comes back finds the focus where they left. */
  readonly takesFocus: boolean;
}

/** A quiet way in for whoever has not seen the app before. */
export default function ToTrial({ turn, takesFocus }: Props) {
  const text = useTrialText();
  const styles = useStyles();
  const buttonRef = useFocusOnMount<HTMLButtonElement>(takesFocus);
  return (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        buttonRef.current = element;
      }}
      className={styles.toMine}
      appearance="transparent"
      size="small"
      onClick={turn}
    >
      {text('trial')}
    </Button>
  );
}
