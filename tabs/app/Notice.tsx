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
  plain: {},
  news: { borderLeftColor: tokens.colorCompoundBrandStroke },
  trouble: { borderLeftColor: tokens.colorPaletteRedBorderActive },
});

interface Props {
  /**
   * `news` and `trouble` are heard at once, and are always about something the person just did or must do; of what is news
   * nothing is wrong, as where somebody else was first.
   */
  readonly kind: 'plain' | 'news' | 'trouble';
  readonly children: ReactNode;
}

/** A sentence set apart. */
export function Notice({ kind, children }: Props) {
  const styles = useStyles();
  return (
    <div role={kind === 'plain' ? undefined : 'alert'} className={mergeClasses(styles.root, styles[kind])}>
      {children}
    </div>
  );
}
