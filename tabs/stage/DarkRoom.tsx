import { FluentProvider } from '@fluentui/react-components';
import { type ReactNode, use } from 'react';
import { THEMES, ThemeContext } from '../app/themes.ts';
import { useStyles } from './styles.ts';

/** A dark room is what a screen stands in; who needs contrast keeps it. Fills the window. */
export function DarkRoom({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const theme = use(ThemeContext);
  return (
    <FluentProvider theme={THEMES[theme === 'contrast' ? 'contrast' : 'dark']} className={styles.root}>
      {children}
    </FluentProvider>
  );
}
