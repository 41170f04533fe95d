/** What a page gives the app in its frame. */
export interface Surface {
  /** Only messages from there are taken. */
  origin: string;
  /** `sidePanel`, `content` (the channel's tab) or `settings` (the configuration page). */
  frameContext: 'sidePanel' | 'content' | 'settings';
  context: () => object;
  token: () => Promise<string>;
  settings: () => object;
  /** Keeps the tab; rejects with the reason why not. */
  save: (settings: object) => Promise<unknown>;
  openLink: (url: string) => void;
  /** Called when the app says whether it may be saved, that it is there, or what is wrong. */
  onState: (state: { canSave: boolean } | { loaded: true } | { problem: string }) => void;
}
interface Asked {
  id: number;
  uuidAsString?: string;
  func: string;
  args?: unknown[];
}
const RUNTIME = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: { config: {} }, meeting: {} },
};

/** The host's side of the teams-js protocol (2.58.0) for one frame. */
export function host(frame: HTMLIFrameElement, surface: Surface) {
  let draft: object | undefined;
  const say = (message: object) => frame.contentWindow?.postMessage(message, surface.origin);
  const { onState } = surface;
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));
  /** An answer's arguments, or nothing where the protocol has no answer. */
  const answers: Record<string, (args: unknown[]) => unknown[] | Promise<unknown[]> | undefined | void> = {
    initialize: () => [surface.frameContext, 'web', JSON.stringify(RUNTIME), '2.58.0'],
    getContext: () => [{ ...surface.context(), frameContext: surface.frameContext }],
    'authentication.getAuthToken': () =>
      surface.token().then(
        (token) => [true, token],
        (why: unknown) => [false, String(why)],
      ),
    'settings.getSettings': () => [surface.settings()],
    'settings.setSettings': ([settings]) => {
      draft = typeof settings === 'object' && settings !== null ? settings : undefined;
      return [draft !== undefined, 'settings expected'];
    },
    'settings.setValidityState': ([valid]) => onState({ canSave: valid === true }),
    'settings.save.success': () =>
      void surface.save(draft ?? {}).catch((why: unknown) => onState({ problem: String(why) })),
    'settings.save.failure': ([why]) => onState({ problem: text(why) }),
    'appInitialization.success': () => onState({ loaded: true }),
    'appInitialization.failure': ([reason, message]) => onState({ problem: text(message ?? reason) }),
    executeDeepLink: ([url]) => {
      surface.openLink(text(url));
      return [true];
    },
    'meeting.getMeetingDetails': () => [null, { details: { type: 'Scheduled', title: 'Møde' } }],
  };
  const listen = (event: MessageEvent<Partial<Asked> | null>) => {
    if (event.source !== frame.contentWindow || event.origin !== surface.origin) return;
    const { id, uuidAsString, func, args = [] } = event.data ?? {};
    const answer = func === undefined || !Object.hasOwn(answers, func) ? undefined : answers[func]?.(args);
    void Promise.resolve(answer).then((given) => given && say({ id, uuidAsString, args: given }));
  };
  window.addEventListener('message', listen);
  return {
    setTheme: (theme: string) => say({ func: 'themeChange', args: [theme] }),
    /** Asks the configuration page to save; it answers by `settings.save.success`. */
    save: () => say({ func: 'settings.save', args: [{}] }),
    close: () => window.removeEventListener('message', listen),
  };
}
