import { createContext } from 'react';
import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import type { HostTheme } from '../host/host.ts';

/** What can be chosen is read as well as what is chosen: Fluent greys the words of every box and ring that is empty. */
const legible = (theme: Theme): Theme => ({ ...theme, colorNeutralForeground3: theme.colorNeutralForeground1 });

export const THEMES: Record<HostTheme, Theme> = {
  default: legible(teamsLightTheme),
  dark: legible(teamsDarkTheme),
  contrast: {
    ...legible(teamsHighContrastTheme),
    // What nobody has written is told from what somebody has, as high contrast tells it everywhere.
    colorNeutralForeground4: teamsHighContrastTheme.colorNeutralForegroundDisabled,
  },
};

/** The theme that Teams shows the page in. */
export const ThemeContext = createContext<HostTheme>('default');
