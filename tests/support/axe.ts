import AxeSource from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { type Person, THEMES } from './person.ts';

/** Expects that axe finds nothing wrong on the page and in the app's frame, in each theme; ends in the default one. */
export async function expectAccessible(person: Person, state: string): Promise<void> {
  const found: string[] = [];
  for (const theme of [...THEMES.slice(1), ...THEMES.slice(0, 1)]) {
    await person.show(theme);
    const frames = { page: person.page.mainFrame(), app: await person.frame() };
    for (const [place, frame] of Object.entries(frames)) {
      found.push(...(await violations(frame)).map((violation) => `${state}, ${theme}, ${place}: ${violation}`));
    }
  }
  expect(found).toEqual([]);
}

async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(AxeSource.source);
  // Each frame by itself: they are of different origins and do not tell each other.
  const result = (await frame.evaluate('axe.run(document, { iframes: false })')) as AxeResults;
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
