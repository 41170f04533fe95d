import { app, authentication, pages } from '@microsoft/teams-js';
import { type Host, NoHost, SignInNeeded } from './host.ts';
import { keepToken } from './keepToken.ts';
import type { PageSettings } from './pageSettings.ts';
import { toHostContext, toHostTheme } from './toHostContext.ts';

/** How long Teams may take to answer, in milliseconds. */
const PATIENCE = 10_000;
/** What hosts say where asking the person helps. There is no closed list: these are the documented words of several hosts. */
const NEEDS_PERSON = /consent|interaction|login_?required|ui_?required|mfa|cancel|revoked|invalid_?grant/i;

/**
 * Meets Teams: waits for its answer and its context.
 * @throws NoHost where nothing answers
 */
export async function connectHost(settings: PageSettings): Promise<Host> {
  const context = await within(PATIENCE, greet(settings.hosts));
  const tokens = keepToken(fetchToken, Date.now);
  return {
    context,
    onThemeChange: (listener) => app.registerOnThemeChangeHandler((theme) => listener(toHostTheme(theme))),
    token: tokens.get,
    forgetToken: tokens.forget,
    signIn: async () => {
      const { signIn } = await import('./signIn.ts');
      tokens.keep(await signIn(settings.clientId));
    },
    openLink: (url) => app.openLink(url),
    canShareToStage: async () => (await import('./meetingStage.ts')).canShareToStage(),
    shareToStage: async (url) => (await import('./meetingStage.ts')).shareToStage(url),
    shown: () => void app.notifySuccess(),
    offerConfiguration,
    allowSaving: (isAllowed) => pages.config.setValidityState(isAllowed),
  };
}

async function greet(hosts: readonly string[]) {
  await app.initialize([...hosts]);
  return toHostContext(await app.getContext());
}

/** Silent at first, so that no window opens before the page has said why. */
async function fetchToken(): Promise<string> {
  try {
    return await authentication.getAuthToken({ silent: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw NEEDS_PERSON.test(reason) ? new SignInNeeded(error) : error;
  }
}

const offerConfiguration: Host['offerConfiguration'] = ({ contentUrl, name }, save) =>
  pages.config.registerOnSaveHandler((event) => {
    const saving = async (): Promise<void> => {
      const refused = await save();
      if (refused !== undefined) {
        event.notifyFailure(refused);
        return;
      }
      await pages.config.setConfig({ entityId: 'med-dialog', contentUrl, suggestedDisplayName: name });
      event.notifySuccess();
    };
    saving().catch(() => event.notifyFailure('the tab could not be saved'));
  });

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } catch (error) {
    throw new NoHost(error);
  } finally {
    clearTimeout(timer);
  }
}
