import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/runTool.ts';

const FOLDER = join(ROOT, 'content/text');
/** On Teams' own button. */
const OF_TEAMS = ['+'];

const flat = (words: string): string => words.replaceAll(/\s+/g, ' ');

/** Every Danish sentence of the app, a figure in it written as one. */
async function sentences(): Promise<string> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.da.json'));
  const texts = await Promise.all(files.map((name) => readFile(join(FOLDER, name), 'utf8')));
  return flat(texts.join('\n').replaceAll('{count}', '1'));
}

it('quotes what the app says, word for word', async () => {
  const [page, said] = await Promise.all([readFile(join(ROOT, 'docs/ordstyrer.md'), 'utf8'), sentences()]);
  const quoted = [...flat(page).matchAll(/»([^«]+)«/g)].map(([, words = '']) => words);
  expect(quoted.length).toBeGreaterThan(5);
  expect(quoted.filter((words) => !OF_TEAMS.includes(words) && !said.includes(words))).toEqual([]);
});
