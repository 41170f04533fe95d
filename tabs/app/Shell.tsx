import { Button, FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Announcer } from './announce.tsx';
import { Boundary } from './Boundary.tsx';
import { OutageCounter } from './outage.tsx';
import { type Services, ServicesContext } from './services.ts';
import { Teller } from './told.tsx';
import { ThemeContext, THEMES } from './themes.ts';
import { useOutlined } from './useOutlined.ts';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
    // What the browser draws itself, as the cross in a search field, goes with Teams' theme, not with the machine's.
    colorScheme: 'dark',
  },
  light: { colorScheme: 'light' },
});

const STYLE_HOOKS = { useButtonStyles_unstable: useOutlined };

interface Props {
  readonly services: Services;
  readonly client: QueryClient;
  readonly children: ReactNode;
}

/** What stands around every page: Teams' theme, the live region, the services. */
export function Shell({ services, client, children }: Props) {
  const { host, text } = services;
  const styles = useStyles();
  const [theme, setTheme] = useState(host.context.theme);
  useEffect(() => host.onThemeChange(setTheme), [host]);
  useEffect(() => host.shown(), [host]);
  return (
    <ServicesContext value={services}>
      <QueryClientProvider client={client}>
        <FluentProvider
          theme={THEMES[theme]}
          customStyleHooks_unstable={STYLE_HOOKS}
          className={mergeClasses(styles.page, theme === 'default' && styles.light)}
        >
          <Boundary fallback={<Broken again={text('reload')} words={text('broken')} />}>
            <Announcer>
              <OutageCounter>
                <Teller>
                  <ThemeContext value={theme}>{children}</ThemeContext>
                </Teller>
              </OutageCounter>
            </Announcer>
          </Boundary>
        </FluentProvider>
      </QueryClientProvider>
    </ServicesContext>
  );
}

const Broken = ({ words, again }: { readonly words: string; readonly again: string }) => (
  <main>
    <p role="alert">{words}</p>
    <Button onClick={() => location.reload()}>{again}</Button>
  </main>
);
