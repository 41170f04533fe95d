/** What a page gives the app in its frame, at the `origin` that alone is listened to. */
export interface Surface {
  origin: string;
  frameContext: string; // `sidePanel`, `content` (the channel's tab) or `settings` (the configuration page)
  context: () => object;
  token: () => Promise<string>;
  settings: () => object;
  save: (settings: object) => Promise<unknown>; // keeps the tab; rejects with the reason why not
  openLink: (url: string) => void;
  onValidity: (canSave: boolean) => void;
  onProblem: (why: string) => void;
}
type Asked = { id: number; uuidAsString?: string; func: string; args?: unknown[] };
const supports = { pages: { config: {} }, meeting: {} };
const RUNTIME = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports });
const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

/** The host's side of the teams-js protocol (2.58.0) for one frame. */
export function host(frame: HTMLIFrameElement, surface: Surface) {
  const { origin, frameContext, onProblem } = surface;
  let draft = {};
  const say = (message: object) => frame.contentWindow?.postMessage(message, origin);
  /** The arguments of each answer; what answers nothing has none. */
  const answers: Record<string, (args: unknown[]) => unknown> = {
    initialize: () => [frameContext, 'web', RUNTIME, '2.58.0'],
    getContext: () => [{ ...surface.context(), frameContext }],
    'authentication.getAuthToken': () =>
      surface.token().then(
        (token) => [true, token],
        (why: unknown) => [false, String(why)],
      ),
    'settings.getSettings': () => [surface.settings()],
    'settings.setSettings': ([settings]) => [true, Object.assign((draft = {}), settings) && ''],
    'settings.setValidityState': ([valid]) => surface.onValidity(valid === true),
    'settings.save.success': () => surface.save(draft).catch((why: unknown) => onProblem(String(why))),
    'settings.save.failure': ([why]) => onProblem(text(why)),
    'appInitialization.failure': ([reason, message]) => onProblem(text(message ?? reason)),
    executeDeepLink: ([url]) => (surface.openLink(text(url)), [true]),
    'meeting.getMeetingDetails': () => [null, { details: { type: 'Scheduled', title: 'Møde' } }],
  };
  const listen = async ({ source, origin: from, data }: MessageEvent<Asked | null>) => {
    if (source !== frame.contentWindow || from !== origin || !data || !Object.hasOwn(answers, data.func)) return;
    const args = await answers[data.func]?.(data.args ?? []);
    if (Array.isArray(args)) say({ id: data.id, uuidAsString: data.uuidAsString, args: args as unknown[] });
  };
  const listener = (event: MessageEvent<Asked | null>) => void listen(event);
  window.addEventListener('message', listener);
  return {
    setTheme: (theme: string) => say({ func: 'themeChange', args: [theme] }),
    save: () => say({ func: 'settings.save', args: [{}] }), // the app answers by `settings.save.success`
    close: () => window.removeEventListener('message', listener),
  };
}
