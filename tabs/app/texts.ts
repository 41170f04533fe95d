import type { ErrorBody } from '#contract/responses';
import { createText, type Sentence, type Text } from '#text/text';

const danish = () => import('../../content/text/panel.da.json', { with: { type: 'json' } });
const english = () => import('../../content/text/panel.en.json', { with: { type: 'json' } });

/** The sentences, of all parts, that are others where Teams gives the app only what mentions it. */
const WITHOUT_READING: Record<Language, () => Promise<{ default: Instead }>> = {
  da: () => import('../../content/text/tabsWithoutReading.da.json', { with: { type: 'json' } }),
  en: () => import('../../content/text/tabsWithoutReading.en.json', { with: { type: 'json' } }),
};

type Instead = Readonly<Record<string, Sentence>>;
type Danish = Awaited<ReturnType<typeof danish>>['default'];
export type PanelKey = keyof Danish;
type PanelTexts = Record<PanelKey, Sentence>;

export type Language = 'da' | 'en';
export type PanelText = Text<PanelKey> & {
  readonly language: Language;
  /** What is said in place of a part's own sentence. */
  readonly instead: Instead;
  /** The sentence for a refusal; one this build has no sentence for is told as unexpected. */
  readonly error: (code: ErrorBody['code']) => string;
};

const LOADERS: Record<Language, () => Promise<{ default: PanelTexts }>> = { da: danish, en: english };

const AS_IT_IS: { default: Instead } = { default: {} };

export const LOCALES: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

/** Danish where Teams is Danish, English everywhere else. */
export const languageOf = (locale: string): Language => (/^da\b/i.test(locale) ? 'da' : 'en');

const isIn = (texts: PanelTexts, key: string): key is PanelKey => key in texts;

/** Begins to load a language that will probably be needed. */
export const expectTexts = (language: Language): void => void LOADERS[language]().catch(() => undefined);

/** Loads the one language that is needed, as it is said where Teams gives the app all messages or (`off`) not. */
export async function loadTexts(language: Language, reading: 'on' | 'off' = 'on'): Promise<PanelText> {
  const [{ default: texts }, { default: instead }] = await Promise.all([
    LOADERS[language](),
    reading === 'off' ? WITHOUT_READING[language]() : AS_IT_IS,
  ]);
  const text = createText<PanelKey>(LOCALES[language], { ...texts, ...instead });
  const error = (code: ErrorBody['code']): string => {
    const key = `error.${code}` as const;
    return text(isIn(texts, key) ? key : 'error.Unexpected');
  };
  return Object.assign(text, { language, instead, error });
}
