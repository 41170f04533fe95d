/** Teams around a page, as far as a page can tell. */
export interface TeamsAround {
  /** `nothing`: the page stands in a browser of its own. */
  readonly around: 'teams' | 'nothing';
  readonly frame: 'sidePanel' | 'content' | 'settings' | 'meetingStage';
  readonly locale: string;
  readonly theme: string;
  readonly channel?: { readonly id: string; readonly type: 'Regular' | 'Private' | 'Shared' } | undefined;
  readonly meeting?: string | undefined;
  /** What `getAuthToken` comes to: a token, or the reason for none. */
  readonly token: { readonly given: string } | { readonly refused: string };
  readonly clipboard: 'allowed' | 'refused';
  /** What comes of showing the app on the meeting's stage; absent where Teams does not offer it. */
  readonly stage?: 'shared' | 'refused';
}

interface Asked {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
}

/** What teams-js puts on a window, or looks for there, where a page stands in no frame. */
interface FramelessWindow {
  nativeInterface?: { framelessPostMessage: (message: string) => void };
  onNativeMessage?: (event: { data: object }) => void;
}

/** Where in a page's address `actAsTeams` finds what Teams is like around it. */
export const TEAMS_IN_ADDRESS = 'teams';

/**
 * To be run in a page before its own scripts: answers teams-js (2.58.0) as Teams' clients without frames do, so that
 * the page needs no other one around it. The address says what Teams is like (TeamsAround as JSON).
 */
export function actAsTeams(parameter: string): void {
  const told = new URLSearchParams(location.search).get(parameter);
  if (told === null) return;
  const teams = JSON.parse(told) as TeamsAround;
  const page = window as unknown as FramelessWindow;
  Object.defineProperty(navigator, 'clipboard', {
    value: {
      writeText: () => (teams.clipboard === 'allowed' ? Promise.resolve() : Promise.reject(new Error('not allowed'))),
    },
  });
  // What somebody has left on the device is there after a reload, and gone in the next state.
  const [loading] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (loading?.type !== 'reload') localStorage.clear();
  if (teams.around === 'nothing') return;
  const { channel, meeting } = teams;
  const context = {
    locale: teams.locale,
    theme: teams.theme,
    frameContext: teams.frame,
    userObjectId: 'oid-anna',
    entityId: 'med-dialog',
    ...(channel && { channelId: channel.id, channelType: channel.type }),
    ...(meeting !== undefined && { meetingId: meeting }),
  };
  const supports = { pages: { config: {} }, meeting: {} };
  const runtime = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports });
  const shared = teams.stage === 'shared' ? [null, true] : [{ errorCode: 1000 }, false];
  const token = 'given' in teams.token ? [true, teams.token.given] : [false, teams.token.refused];
  const answers: Partial<Record<string, readonly unknown[]>> = {
    initialize: [teams.frame, 'web', runtime, '2.58.0'],
    getContext: [context],
    'authentication.getAuthToken': token,
    'settings.getSettings': [{}],
    'settings.setSettings': [true],
    executeDeepLink: [true],
    'meeting.getAppContentStageSharingCapabilities': [null, { doesAppHaveSharePermission: teams.stage !== undefined }],
    'meeting.shareAppContentToStage': shared,
  };
  page.nativeInterface = {
    framelessPostMessage: (message) => {
      const { id, uuidAsString, func } = JSON.parse(message) as Asked;
      const args = answers[func];
      if (args !== undefined) queueMicrotask(() => page.onNativeMessage?.({ data: { id, uuidAsString, args } }));
    },
  };
}

/** To be run in a page: Teams shows another theme. */
export const changeTheme = (theme: string): void =>
  (window as unknown as FramelessWindow).onNativeMessage?.({ data: { func: 'themeChange', args: [theme] } });
