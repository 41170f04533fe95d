/** Themes that Teams' hosts name, brought down to the three that Fluent has. */
export type HostTheme = 'default' | 'dark' | 'contrast';

/** Where Teams shows the page: beside a meeting, on its stage, as a tab, or while somebody adds the tab. */
export type Frame = 'sidePanel' | 'meetingStage' | 'content' | 'settings';

/** What links from the bot's cards lead to. The same names stand in the links. */
export type SubPage = 'trial' | 'who';

/** What Teams tells about where the page stands. It is a hint for what to show, never a proof of who somebody is. */
export interface HostContext {
  readonly channel?: { readonly id: string; readonly kind: 'standard' | 'private' | 'shared' } | undefined;
  /** Id of the Teams meeting, where there is one. */
  readonly meeting?: string | undefined;
  /** Object id of whoever looks; only used to keep drafts apart on one device. */
  readonly person: string;
  /** BCP 47, as Teams is set (`da-dk`). */
  readonly locale: string;
  readonly theme: HostTheme;
  readonly frame: Frame;
  /** The part of the page that the link which was followed leads to. */
  readonly subPage?: SubPage | undefined;
}

/** What a tab needs to be saved by Teams. */
export interface TabConfiguration {
  readonly contentUrl: string;
  readonly name: string;
}

/** Teams around the page. */
export interface Host {
  readonly context: HostContext;
  onThemeChange(listener: (theme: HostTheme) => void): void;
  /**
   * Token for our own API, reused until shortly before it ends.
   * @throws SignInNeeded where somebody must agree first; Error for what else Teams refuses
   */
  readonly token: () => Promise<string>;
  /** Makes the next `token` ask Teams again. */
  readonly forgetToken: () => void;
  /** Lets Teams ask the person. To be called from a click, since a window may open. */
  signIn(): Promise<void>;
  /** Opens a deep link within Teams. */
  openLink(url: string): Promise<void>;
  /** Whether this person can show the app on the stage of the meeting that the panel stands beside. */
  canShareToStage(): Promise<boolean>;
  /**
   * Shows a page of ours on the meeting's stage, to everybody in the meeting.
   * @throws Error for what Teams refuses
   */
  shareToStage(url: string): Promise<void>;
  /** Tells Teams to take its loading indicator away. */
  shown(): void;
  /** Saves the tab with this configuration when the person presses Teams' button, once `save` has told no reason why not. */
  offerConfiguration(configuration: TabConfiguration, save: () => Promise<string | undefined>): void;
  /** Whether Teams' button can be pressed. */
  allowSaving(isAllowed: boolean): void;
}

/** Teams can give a token only after the person (or an administrator) has agreed. */
export class SignInNeeded extends Error {
  constructor(cause: unknown) {
    super('Teams asks for consent or a new sign-in', { cause });
    this.name = 'SignInNeeded';
  }
}

/** The page is not shown by Teams, or Teams does not answer. */
export class NoHost extends Error {
  constructor(cause: unknown) {
    super('no Teams around this page', { cause });
    this.name = 'NoHost';
  }
}
