import type { app } from '@microsoft/teams-js';
import type { Frame, HostContext, HostTheme, SubPage } from './host.ts';

const THEMES: Readonly<Record<string, HostTheme>> = { dark: 'dark', contrast: 'contrast', glass: 'dark' };
const FRAMES: Readonly<Record<string, Frame>> = {
  sidePanel: 'sidePanel',
  meetingStage: 'meetingStage',
  settings: 'settings',
};
const KINDS: Readonly<Record<string, NonNullable<HostContext['channel']>['kind']>> = {
  Private: 'private',
  Shared: 'shared',
};

const SUB_PAGES: Readonly<Record<string, SubPage>> = { trial: 'trial', who: 'who' };

/** A theme this build does not know is shown as the default one. */
export const toHostTheme = (theme: string): HostTheme => THEMES[theme] ?? 'default';

/** Hosts that do not tell a channel's type are older ones, which have standard channels only. */
export const toHostContext = (context: app.Context): HostContext => ({
  channel: context.channel && {
    id: context.channel.id,
    kind: KINDS[context.channel.membershipType ?? ''] ?? 'standard',
  },
  meeting: context.meeting?.id,
  person: context.user?.id ?? '',
  locale: context.app.locale,
  theme: toHostTheme(context.app.theme),
  frame: FRAMES[context.page.frameContext] ?? 'content',
  subPage: SUB_PAGES[context.page.subPageId ?? ''],
});
