import type { Page } from 'playwright-core';
import { materials } from '#compiled/materials';

/** Characters by which a text of the material is known again where only its beginning stands. */
const ENOUGH = 25;

/** What the materials say, text by text, a line each. */
const texts: readonly string[] = materials
  .flatMap((material) => [
    material.title,
    ...material.themes.flatMap(({ number, title, direction, heading, questions }) => [
      // A title alone may be what the committee calls its item.
      `${number} · ${title}`,
      heading,
      ...direction,
      ...questions.flatMap(({ text, points }) => [text, ...points]),
    ]),
  ])
  .map((text) => text.replaceAll(/\s+/g, ' ').trim());

/** What of the material stands in a page without its language, and what is said to be in it and is not of the material. */
export const languageFaults = (page: Page): Promise<string[]> =>
  page.evaluate(marksOf, { texts, enough: ENOUGH, language: materials[0]?.language ?? '' });

interface Known {
  readonly texts: readonly string[];
  readonly enough: number;
  readonly language: string;
}

/** To be run in a page. */
function marksOf({ texts: known, enough, language }: Known): string[] {
  const asLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const isOf = (words: string): boolean => known.some((text) => words.includes(text.slice(0, enough)));
  const speaks = (element: Element): boolean => element.closest('[lang]')?.getAttribute('lang') === language;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement: element } = node;
    const words = asLine(node.textContent ?? '');
    const isOfPage = element?.closest('style, script, textarea, [role=status], [role=alert]') === null;
    if (isOfPage && isOf(words) && !speaks(element)) {
      faults.push(`of the material, without its language: ${words.slice(0, 60)}`);
    }
  }
  for (const marked of document.body.querySelectorAll('[lang]')) {
    const words = asLine(marked.textContent).replace(/\s*…$/, '');
    const isOfMaterial = known.some((text) => text.includes(words)) || [...marked.children].length > 0;
    if (!isOfMaterial) faults.push(`said to be of the material: ${words.slice(0, 60)}`);
  }
  return faults;
}
