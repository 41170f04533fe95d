import AxeSource from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { type Person, THEMES } from './person.ts';

/** In the end the theme is the first one again. */
const ROUND = [...THEMES.slice(1), ...THEMES.slice(0, 1)];

/** Expects that axe finds nothing wrong with the app in its frame, in each theme. */
export async function expectAccessible(person: Person, state: string): Promise<void> {
  const found: string[] = [];
  for (const theme of ROUND) {
    await person.show(theme);
    await person.standsStill();
    found.push(...(await violations(await person.frame(), `${state}, ${theme}`)));
  }
  expect(found).toEqual([]);
}

/** The same in the theme that is shown: where Teams is away, nobody can change it. */
export async function expectAccessibleNow(person: Person, state: string): Promise<void> {
  expect(await violations(await person.frame(), state)).toEqual([]);
}

/** The same of the stand-in's page, with its threads and cards. */
export async function expectPageAccessible(person: Person, state: string): Promise<void> {
  const found: string[] = [];
  for (const theme of ROUND) {
    await person.show(theme);
    found.push(...(await violations(person.page.mainFrame(), `page, ${state}, ${theme}`)));
  }
  expect(found).toEqual([]);
}

/** Rules of axe, by their ids: all where neither is told. */
export type Rules = { readonly only: readonly string[] } | { readonly except: readonly string[] };

/** What axe finds wrong in a document, a line each. */
export async function violations(frame: Frame, where: string, rules: Rules = { except: [] }): Promise<string[]> {
  // It is large, and a document that has it keeps it.
  if (!(await frame.evaluate<boolean>("typeof axe === 'object'"))) await frame.evaluate(AxeSource.source);
  const chosen = 'only' in rules ? { runOnly: rules.only } : { rules: switchedOff(rules.except) };
  // Each frame by itself: they are of different origins and do not tell each other.
  const options = JSON.stringify({ iframes: false, ...chosen });
  const result = await frame.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${where}: ${id}: ${html} ${failureSummary}`),
  );
}

const switchedOff = (rules: readonly string[]) => Object.fromEntries(rules.map((id) => [id, { enabled: false }]));
