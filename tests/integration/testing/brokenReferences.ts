import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../../infra/tools/runTool.ts';
import { STATES } from '../../screens/states.ts';

/**
 * What a page names in backquotes to show how it knows: `path`, `path: title of a test in it`, or `picture NAME` for a
 * state of `tests/screens`.
 */
export const referencesIn = (page: string): readonly string[] =>
  [...page.matchAll(/`([^`\n]+)`/g)]
    .map(([, inside = '']) => inside)
    .filter((inside) => /^picture /.test(inside) || /^[\w.-]+\/[\w./-]+(?:: |$)/.test(inside));

/** Those of them that lead nowhere. */
export async function brokenReferences(page: string): Promise<readonly string[]> {
  const references = [...new Set(referencesIn(page))];
  const found = await Promise.all(references.map(isThere));
  return references.filter((_, index) => found[index] !== true);
}

const names: ReadonlySet<string> = new Set(STATES.map(({ name }) => name));

async function isThere(reference: string): Promise<boolean> {
  if (reference.startsWith('picture ')) return names.has(reference.slice('picture '.length));
  const [path = '', ...title] = reference.split(': ');
  if (title.length === 0) return stat(join(ROOT, path)).then(Boolean, () => false);
  const text = await readFile(join(ROOT, path), 'utf8').catch(() => '');
  return text.includes(`'${title.join(': ')}'`);
}
