import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/runTool.ts';
import { brokenReferences, referencesIn } from './testing/brokenReferences.ts';

const page = await readFile(join(ROOT, 'docs/accessibility.md'), 'utf8');

/** How many success criteria of level A and AA each guideline of WCAG 2.1 has, by its own numbers. */
const CRITERIA: Readonly<Record<string, readonly number[]>> = {
  '1.1': [1],
  '1.2': [1, 2, 3, 4, 5],
  '1.3': [1, 2, 3, 4, 5],
  '1.4': [1, 2, 3, 4, 5, 10, 11, 12, 13],
  '2.1': [1, 2, 4],
  '2.2': [1, 2],
  '2.3': [1],
  '2.4': [1, 2, 3, 4, 5, 6, 7],
  '2.5': [1, 2, 3, 4],
  '3.1': [1, 2],
  '3.2': [1, 2, 3, 4],
  '3.3': [1, 2, 3, 4],
  '4.1': [1, 2, 3],
};
const STATES = ['Opfyldt', 'Delvist', 'Ikke opfyldt', 'Ikke prøvet', 'Ikke relevant'];

const rows = [...page.matchAll(/^\| (\d\.\d\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*)\|$/gm)].map(
  ([, number = '', name = '', state = '', how = '']) => ({ number, name, state, how: how.trim() }),
);

describe('the draft of an accessibility statement', () => {
  it('has each criterion of WCAG 2.1 A and AA once, in order', () => {
    const numbers = Object.entries(CRITERIA).flatMap(([guideline, last]) => last.map((one) => `${guideline}.${one}`));
    expect(numbers).toHaveLength(50);
    expect(rows.map(({ number }) => number)).toEqual(numbers);
    expect(page.match(/^\| \d\.\d\.\d/gm)).toHaveLength(50);
  });

  it('says of each how it stands in one of five words, and how that is known where somebody has looked', () => {
    for (const { number, state, how } of rows) {
      expect(STATES, number).toContain(state);
      if (state !== 'Ikke prøvet') expect(how, number).not.toBe('');
    }
  });

  it('explains the five words', () => {
    const explained = [...page.matchAll(/\*\*([\wæøå ]+)\*\*: /g)].map(([, word]) => word);
    expect(explained.filter((word) => word !== 'Kort sagt')).toEqual(STATES);
  });

  it('names only files and tests that there are', async () => {
    expect(referencesIn(page).length).toBeGreaterThan(25);
    expect(await brokenReferences(page)).toEqual([]);
  });

  it('names the checker by the version that is installed', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'node_modules/axe-core/package.json'), 'utf8')) as {
      version: string;
    };
    expect(page).toContain(`axe-core ${version.split('.').slice(0, 2).join('.')}`);
  });
});
