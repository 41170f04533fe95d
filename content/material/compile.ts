import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ABOUT, loadMaterial } from './loadMaterial.ts';
import { MaterialError } from './MaterialError.ts';
import type { DialogueMaterial } from './shape.ts';

/** Outcome of a compilation, for the line that the script prints. */
interface Compiled {
  target: string;
  materials: number;
  result: 'written' | 'unchanged';
}

/**
 * Loads every material under the content folder and writes them as one TypeScript module, so that what is deployed
 * reads no files. The same files give the same bytes, and an unchanged module is not touched, so that no watcher wakes.
 * @throws {MaterialError} for the first thing that is not as it should be; nothing is written then
 */
export async function compile(contentFolder: string, target: string): Promise<Compiled> {
  const materials: DialogueMaterial[] = [];
  for (const folder of await materialFolders(contentFolder)) materials.push(await loadMaterial(folder));
  if (materials.length === 0) throw new MaterialError(join(contentFolder, ABOUT), 1, 'no folder here holds a material');
  const module = toModule(materials);
  // Not there yet, or not readable: writing it makes it right, or fails and says why.
  const before = await readFile(target, 'utf8').catch(() => undefined);
  if (before === module) return { target, materials: materials.length, result: 'unchanged' };

  await mkdir(dirname(target), { recursive: true });
  // Written aside and moved into place: a test run and a start may compile at the same time.
  const aside = `${target}.${process.pid}`;
  await writeFile(aside, module);
  await rename(aside, target);
  return { target, materials: materials.length, result: 'written' };
}

/** Folders with `material.md`, or with a file that looks like a theme: the loader then says what is missing. */
async function materialFolders(contentFolder: string): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(contentFolder, { withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const folder = join(contentFolder, entry.name);
    const names = await readdir(folder);
    if (names.some((name) => name === ABOUT || /^\d.*\.md$/u.test(name))) found.push(folder);
  }
  return found.sort();
}

function toModule(materials: readonly DialogueMaterial[]): string {
  return `// Made by content/material/compile.ts from the Markdown files in content/. What is changed here is lost.
import type { DialogueMaterial } from '#material/shape';

export const materials: readonly DialogueMaterial[] = ${JSON.stringify(materials, null, 2)};
`;
}

if (import.meta.main) {
  const content = relative(process.cwd(), join(import.meta.dirname, '..')) || '.';
  try {
    const { target, materials, result } = await compile(content, join(content, 'compiled', 'materials.ts'));
    process.stdout.write(`${target}: ${materials} ${materials === 1 ? 'material' : 'materials'}, ${result}\n`);
  } catch (error) {
    if (!(error instanceof MaterialError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
