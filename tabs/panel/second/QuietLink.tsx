import { Button } from '@fluentui/react-components';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useStyles } from '../item/styles.ts';

export interface TurnProps {
  readonly turn: () => void;
  /** Whoever comes back finds the focus where they left. */
  readonly takesFocus: boolean;
}

/** Leads on from the first page, without calling anybody away from it. */
export function QuietLink({ turn, takesFocus, words }: TurnProps & { readonly words: string }) {
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
      {words}
    </Button>
  );
}
