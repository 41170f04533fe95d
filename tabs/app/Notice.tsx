import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    borderLeftWidth: '3px',
    borderLeftStyle: 'solid',
    borderLeftColor: tokens.colorNeutralStroke1,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  trouble: { borderLeftColor: tokens.colorPaletteRedBorderActive },
});

/** A sentence set apart. `trouble` is heard at once, and is always about something the person just did or must do. */
export function Notice({ kind, children }: { readonly kind: 'plain' | 'trouble'; readonly children: ReactNode }) {
  const styles = useStyles();
  const isTrouble = kind === 'trouble';
  return (
    <div role={isTrouble ? 'alert' : undefined} className={mergeClasses(styles.root, isTrouble && styles.trouble)}>
      {children}
    </div>
  );
}
