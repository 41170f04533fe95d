import type { PointerEvent } from 'react';
import { useStyles } from './styles.ts';

/** Where a question is taken hold of to drag it. For the pointer alone: the buttons do the same for the keyboard. */
export function Handle({ begin }: { readonly begin: (event: PointerEvent) => void }) {
  const styles = useStyles();
  return (
    <span aria-hidden="true" className={styles.handle} onPointerDown={begin}>
      <svg width="16" height="24" viewBox="0 0 16 24" fill="currentColor">
        {[4, 12, 20].flatMap((y) => [4, 12].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="2" />))}
      </svg>
    </span>
  );
}
