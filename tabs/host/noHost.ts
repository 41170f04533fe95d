import { type Host, NoHost } from './host.ts';

const refuse = () => Promise.reject(new NoHost(undefined));

/** Stands in where no Teams answers, so that the page can still say so in the browser's language. */
export const noHost = (locale: string): Host => ({
  context: { person: '', locale, theme: 'default', frame: 'content' },
  onThemeChange: () => undefined,
  token: refuse,
  forgetToken: () => undefined,
  signIn: refuse,
  openLink: refuse,
  canShareToStage: () => Promise.resolve(false),
  shareToStage: refuse,
  shown: () => undefined,
  offerConfiguration: () => undefined,
  allowSaving: () => undefined,
});
