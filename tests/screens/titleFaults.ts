import type { Page } from 'playwright-core';
import type { State } from './State.ts';
import { type Language, readWords } from './words.ts';

/** The second pages and the big screen, which stand in place of the page that they were opened from. */
const IN_PLACE = ['mine', 'who', 'setup', 'trial', 'stage'] as const;

/**
 * What is wrong with the title that the window has: it says, in the page's language, which page this is. A second page's
 * own title goes with its heading; where Teams shows the committee's form for itself, that is the page.
 */
export async function titleFaults(page: Page, { page: name }: State, language: Language): Promise<string[]> {
  const words = await readWords(language);
  const titled = (title: string): string => `${title} – MED-dialog`;
  const heading = (await page.locator('h1:visible').allTextContents())[0]?.trim();
  const second = name === 'config' ? undefined : IN_PLACE.map((key) => words(key)).find((title) => title === heading);
  const isStage = await page.locator(`main[aria-label="${words('stage')}"]`).count();
  const expected = titled(isStage > 0 ? words('stage') : (second ?? words(`title.${name}`)));
  const title = await page.title();
  return title === expected ? [] : [`titled "${title}", not "${expected}"`];
}
