import { Link, makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';

const useStyles = makeStyles({
  // The next one may stand right below it; and a finger needs more room than a line of text.
  root: { minHeight: '24px', '@media (pointer: coarse)': { minHeight: '44px' } },
});

export interface TurnProps {
  readonly turn: () => void;
  /** Whoever comes back finds the focus where they left. */
  readonly takesFocus: boolean;
  /** Told once they have it: should the link come up anew, it leaves the focus where it then is. */
  readonly focused?: () => void;
}

/** Leads on from the first page, without calling anybody away from it. */
export function QuietLink({ turn, takesFocus, focused, words }: TurnProps & { readonly words: string }) {
  const styles = useStyles();
  const buttonRef = useFocusOnMount<HTMLButtonElement>(takesFocus);
  useEffect(() => {
    if (takesFocus) focused?.();
  }, [takesFocus, focused]);
  return (
    <Link
      ref={(element: HTMLButtonElement | null) => {
        buttonRef.current = element;
      }}
      className={styles.root}
      inline
      onClick={turn}
    >
      {words}
    </Link>
  );
}
