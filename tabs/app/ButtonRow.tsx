import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, width: '100%' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    // All of the line, where there is no room for them next to what stands beside them.
    flexGrow: 1,
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 639.98px)': { '& > button:not(:only-child)': { flexGrow: 1 } },
  },
  end: { justifyContent: 'flex-end' },
});

interface Props {
  /** Where they stand while there is more room than they need. */
  readonly at?: 'start' | 'end';
  /** Stands at the other end of the line. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** Buttons that belong together. Where the page is narrow they share a line, or have one each and all of it. */
export function ButtonRow({ at = 'end', beside, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {beside}
      <div className={mergeClasses(styles.buttons, at === 'end' && styles.end)}>{children}</div>
    </div>
  );
}
