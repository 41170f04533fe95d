import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { people } from '../../infra/local/teams/state.ts';
import { botWords, panelWords } from './words.ts';

export const THEMES = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** The words on the stand-in's page that people press. */
export const STAND_IN = {
  install: 'Installér appen',
  startMeeting: 'Start mødet',
  panel: 'Sidepanel i mødet',
  tab: 'Fane i kanalen',
  save: 'Gem',
  reply: 'Svar i tråden',
  sendReply: 'Svar',
  edit: 'Redigér',
  editField: 'Ret beskeden',
  remove: 'Slet',
  removed: 'Denne besked er slettet.',
  edited: 'Redigeret',
  committee: 'Lokaludvalget',
  general: 'Generelt',
  outside: 'Du er ikke med i teamet og kan ikke se kanalen.',
  themes: { default: 'Lyst tema', dark: 'Mørkt tema', contrast: 'Høj kontrast' },
} as const;

/** Somebody with a window of their own: the channel, the app's frame beside it, and what they do there. */
export class Person {
  readonly page: Page;
  readonly key: string;
  readonly name: string;
  /** The app in its frame, which may be another one after a step. */
  readonly app: FrameLocator;
  readonly channel: Locator;
  readonly tools: Locator;

  constructor(page: Page, key: string) {
    this.page = page;
    this.key = key;
    this.name = people(0).find((person) => person.key === key)?.name ?? '';
    this.app = page.frameLocator('iframe');
    this.channel = page.getByRole('region', { name: 'Kanalen' });
    this.tools = page.getByRole('group', { name: 'Møde, app og tema' });
  }

  /** The document in the app's frame. */
  async frame(): Promise<Frame> {
    const element = await this.page.locator('iframe').elementHandle();
    const frame = await element.contentFrame();
    if (frame === null) throw new Error(`${this.key} has no app on the page`);
    return frame;
  }

  press = (button: string): Promise<void> => this.app.getByRole('button', { name: button, exact: true }).click();

  /** The same with a finger. */
  tap = (button: string): Promise<void> => this.app.getByRole('button', { name: button, exact: true }).tap();

  tool = (button: string): Promise<void> => this.tools.getByRole('button', { name: button }).click();

  /** Shows another channel of the team. */
  async goTo(channel: string): Promise<void> {
    await this.channel.getByRole('combobox').selectOption(channel);
  }

  leave = (): Promise<void> => this.page.context().close();

  /** From the page that adds a tab beside the meeting to the tab in the channel, or to the page that adds that one. */
  async toTab(): Promise<void> {
    // A page that goes away while it loads leaves requests that nobody answers.
    await this.app.getByText(panelWords('setup.fits')).waitFor();
    await this.tool(STAND_IN.tab);
  }

  /** Adds the tab as Teams has it done: the app's own page says what for, and Teams' button saves. */
  async saveTab(): Promise<void> {
    await this.app.getByText(panelWords('setup.fits')).waitFor();
    await this.page.getByRole('region', { name: 'Appen' }).getByRole('button', { name: STAND_IN.save }).click();
  }

  /** Has Teams show a theme, and waits until the app has it too. What has the focus keeps it. */
  async show(theme: Theme): Promise<void> {
    const button = this.tools.getByRole('button', { name: STAND_IN.themes[theme] });
    if ((await button.getAttribute('aria-pressed')) === 'true') return;
    const before = await this.#background();
    await this.page.request.post('/api/theme', { data: { as: this.key, theme } });
    const isOther = (old: string): boolean =>
      getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor !== old;
    const frame = await this.frame();
    await frame.waitForFunction(isOther, before);
  }

  /** Waits until nothing on the app's page changes by itself: steps that have just come, and colours on their way. */
  async standsStill(): Promise<void> {
    const frame = await this.frame();
    const bar = `[aria-label="${panelWords('lead.bar')}"] [aria-disabled="true"]`;
    await frame.waitForFunction((unsteady) => document.querySelector(unsteady) === null, bar);
    await frame.evaluate(async () => {
      const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      await Promise.allSettled(transitions.map(({ finished }) => finished));
    });
  }

  async #background(): Promise<string> {
    return this.app.locator('.fui-FluentProvider').evaluate((element) => getComputedStyle(element).backgroundColor);
  }

  /** The first thread that holds some words, as the page shows it. */
  thread = (words: string | RegExp): Locator => this.channel.locator('.thread').filter({ hasText: words }).first();

  /** A message that holds some words. */
  message = (words: string | RegExp): Locator => this.channel.getByRole('article').filter({ hasText: words });

  /** Writes in the reply box under a thread. */
  async reply(thread: Locator, words: string): Promise<void> {
    await thread.getByLabel(STAND_IN.reply).fill(words);
    await thread.getByRole('button', { name: STAND_IN.sendReply, exact: true }).last().click();
  }

  /** Changes a message of one's own. */
  async editMessage(message: Locator, words: string): Promise<void> {
    await message.getByText(STAND_IN.edit, { exact: true }).click();
    await message.getByLabel(STAND_IN.editField).fill(words);
    await message.getByRole('button', { name: STAND_IN.save }).click();
  }

  /** Answers on the question's card. */
  async answerOnCard(thread: Locator, words: string): Promise<void> {
    const card = thread.getByRole('article').first();
    await card.getByLabel(botWords('question.input')).fill(words);
    await card.getByRole('button', { name: botWords('question.answer'), exact: true }).click();
  }

  /** The field in the panel for an answer, or for changing one's own. */
  field = (label: 'answer.label' | 'answer.edit.label' = 'answer.label'): Locator =>
    this.app.getByRole('textbox', { name: panelWords(label), exact: true });

  /** Answers in the panel. */
  async answerInPanel(words: string): Promise<void> {
    await this.field().fill(words);
    await this.press(panelWords('answer.submit'));
  }

  /** The committee's answers as the panel lists them. */
  answers = (): Locator => this.app.getByRole('region', { name: panelWords('answers.label') }).getByRole('listitem');

  /** The one answer with some words. */
  answer = (words: string | RegExp): Locator => this.answers().filter({ hasText: words });
}
