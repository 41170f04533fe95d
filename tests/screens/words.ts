import { readdir, readFile } from 'node:fs/promises';
import { createText, type Sentence, type Values } from '#text/text';

export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Everything that people read on the pages, by its key.
 * @throws {RangeError} for a key that is in no file
 */
export type Words = (key: string, values?: Values) => string;

const LOCALES: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };
const FOLDER = new URL('../../content/text/', import.meta.url);

/** The sentences of every file of the pages, so that a part's own file is known without being named here. */
export async function readWords(language: Language): Promise<Words> {
  // Those of the form without channel reading stand in the place of others only there.
  const isOfPages = (file: string): boolean =>
    file.endsWith(`.${language}.json`) && !file.startsWith('bot') && !file.includes('WithoutReading.');
  const files = (await readdir(FOLDER)).filter(isOfPages);
  const read = async (file: string) =>
    JSON.parse(await readFile(new URL(file, FOLDER), 'utf8')) as Record<string, Sentence>;
  const texts = Object.assign({}, ...(await Promise.all(files.map(read)))) as Record<string, Sentence>;
  const text = createText(LOCALES[language], texts);
  return (key, values) => {
    if (!Object.hasOwn(texts, key)) throw new RangeError(`content/text has no sentence "${key}" for the pages`);
    return text(key, values);
  };
}
