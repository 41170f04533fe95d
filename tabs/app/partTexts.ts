import { use } from 'react';
import { createText, type Sentence, type Text } from '#text/text';
import { awaited } from './later.tsx';
import { useText } from './services.ts';
import { type Language, LOCALES, type PanelKey, type PanelText } from './texts.ts';

type Texts<Key extends string> = Record<Key, Sentence>;
type Loaders<Key extends string> = Record<Language, () => Promise<{ readonly default: Texts<Key> }>>;

/** The panel's sentences and a part's own. */
export type PartText<Key extends string> = PanelText & Text<PanelKey | Key>;

/**
 * The sentences of a part that loads when it is used: apart from those that the panel loads before its first view.
 * `useIt` suspends until they are there.
 */
export function partTexts<Key extends string>(loaders: Loaders<Key>) {
  const loaded = new Map<PanelText, Promise<PartText<Key>>>();
  const load = (text: PanelText): Promise<PartText<Key>> => {
    const known = loaded.get(text);
    if (known !== undefined) return known;
    const loading = awaited(loaders[text.language]().then(({ default: texts }) => joined(text, texts)));
    loaded.set(text, loading);
    return loading;
  };
  return { load, useIt: (): PartText<Key> => use(load(useText())) };
}

function joined<Key extends string>(text: PanelText, texts: Texts<Key>): PartText<Key> {
  const own = createText<Key>(LOCALES[text.language], { ...texts, ...text.instead });
  const isOwn = (key: string): key is Key => key in texts;
  const both: Text<PanelKey | Key> = (key, values) => (isOwn(key) ? own(key, values) : text(key, values));
  // What can be refused in this part alone has its sentence here.
  const error: PanelText['error'] = (code) => {
    const key: string = `error.${code}`;
    return isOwn(key) ? own(key) : text.error(code);
  };
  return Object.assign(both, { language: text.language, instead: text.instead, error });
}
