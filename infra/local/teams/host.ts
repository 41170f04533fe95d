/** What a page gives the app in its frame. */
export interface Surface {
  origin: string; // the app's, which alone is listened to
  frameContext: string; // `sidePanel`, `content` (the channel's tab) or `settings` (the configuration page)
  context: () => object;
  token: () => Promise<string>;
  settings: () => object;
  save: (settings: object) => Promise<unknown>; // keeps the tab; rejects with the reason why not
  openLink: (url: string) => boolean; // whether it could be followed
  stage: (url?: string) => boolean | undefined; // shows a page on the stage; whether the app may
  onValidity: (canSave: boolean) => void;
  onProblem: (why: string) => void;
}
type Asked = { id: number; uuidAsString?: string; func: string; args?: unknown[] };
const supports = { pages: { config: {} }, meeting: {} };
const RUNTIME = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports });
/** The host's side of the teams-js protocol (2.58.0) for one frame. */
export function host(frame: HTMLIFrameElement, surface: Surface) {
  const { origin, frameContext, onProblem } = surface;
  const refused = (why: unknown) => [false, String(why)];
  let draft = {};
  const say = (message: object, to = origin) => frame.contentWindow?.postMessage(message, to);
  /** The arguments of each answer; what answers nothing has none. */
  const answers: Record<string, (...args: unknown[]) => unknown> = {
    initialize: () => [frameContext, 'web', RUNTIME, '2.58.0'],
    getContext: () => [{ ...surface.context(), frameContext }],
    'authentication.getAuthToken': () => surface.token().then((token) => [true, token], refused),
    'settings.getSettings': () => [surface.settings()],
    'settings.setSettings': (settings) => [Boolean(Object.assign((draft = {}), settings))],
    'settings.setValidityState': (valid) => surface.onValidity(valid === true),
    'settings.save.success': () => surface.save(draft).catch((why: unknown) => onProblem(String(why))),
    'settings.save.failure': (why) => onProblem(String(why)),
    'appInitialization.failure': (reason, message) => onProblem(String(message ?? reason)),
    executeDeepLink: (url) => [surface.openLink(String(url))],
    'meeting.getAppContentStageSharingCapabilities': () => [null, { doesAppHaveSharePermission: surface.stage() }],
    'meeting.shareAppContentToStage': (to) => (surface.stage(String(to)) ? [null, true] : [{ errorCode: 1000 }, null]),
  };
  const listen = ({ source, origin: from, data }: MessageEvent<Asked | null>) => {
    if (source !== frame.contentWindow || from !== origin || !data || !Object.hasOwn(answers, data.func)) return;
    const { id, uuidAsString } = data;
    const given = Promise.resolve(answers[data.func]?.(...(data.args ?? [])));
    void given.then((args) => (Array.isArray(args) ? say({ id, uuidAsString, args: args as unknown[] }) : undefined));
  };
  window.addEventListener('message', listen);
  return {
    setTheme: (theme: string) => say({ func: 'themeChange', args: [theme] }, '*'),
    save: () => say({ func: 'settings.save', args: [{}] }), // the app answers by `settings.save.success`
    close: () => window.removeEventListener('message', listen),
  };
}
