import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { ROOT } from './runTool.ts';

const FOLDER = join(ROOT, 'infra/azure');
const GRAMMAR = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');

/** A Bicep file, read. */
export interface BicepFile {
  /** From `infra/azure`. */
  readonly path: string;
  readonly text: string;
  /** Where it is no Bicep, a line each: `path:line:column: what stands there`. */
  readonly faults: readonly string[];
}

/** Reads all Bicep files of a folder. What resources there are, and whether Azure takes them, only Azure can say. */
export async function readBicep(folder = FOLDER): Promise<readonly BicepFile[]> {
  const parser = await bicepParser();
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.bicep')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      const path = relative(folder, join(folder, name)).replaceAll('\\', '/');
      const tree = parser.parse(text);
      return { path, text, faults: tree === null ? [`${path}: cannot be read`] : faultsIn(tree.rootNode, path) };
    }),
  );
}

/** What stands in a Bicep file, as a tree. */
export async function parseBicep(text: string): Promise<Node> {
  const tree = (await bicepParser()).parse(text);
  if (tree === null) throw new Error('The Bicep parser gave no tree');
  return tree.rootNode;
}

async function bicepParser(): Promise<Parser> {
  await Parser.init();
  return new Parser().setLanguage(await Language.load(GRAMMAR));
}

function faultsIn(node: Node, path: string): readonly string[] {
  if (!node.hasError && !node.isMissing) return [];
  if (node.isError || node.isMissing) {
    const { row, column } = node.startPosition;
    return [
      `${path}:${row + 1}:${column + 1}: ${node.isMissing ? `${node.type} is missing` : node.text.split('\n', 1)[0]}`,
    ];
  }
  return node.children.flatMap((child) => faultsIn(child, path));
}
