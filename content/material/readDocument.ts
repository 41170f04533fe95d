import { readFile } from 'node:fs/promises';
import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import { MaterialError } from './MaterialError.ts';

/** A Markdown file taken apart: its front matter as text, its blocks, and the source they point into. */
export interface Document {
  file: string;
  source: string;
  frontMatter: {
    yaml: string;
    /** Line of the file on which the front matter's first line stands. */
    firstLine: number;
  };
  blocks: readonly RootContent[];
}

/** Reads a UTF-8 file that begins with front matter. @throws {MaterialError} on other bytes, and on no front matter */
export async function readDocument(file: string): Promise<Document> {
  const source = new TextDecoder().decode(await readBytes(file));
  // A file saved as Windows-1252 would put broken letters in front of people.
  const broken = source.indexOf('\uFFFD');
  if (broken >= 0) {
    throw new MaterialError(file, source.slice(0, broken).split('\n').length, 'is not UTF-8 text here');
  }
  const root: Root = fromMarkdown(source, {
    extensions: [frontmatter(['yaml'])],
    mdastExtensions: [frontmatterFromMarkdown(['yaml'])],
  });
  const [first, ...blocks] = root.children;
  if (first?.type !== 'yaml') {
    throw new MaterialError(file, 1, 'must begin with front matter between two lines of three dashes');
  }
  return { file, source, frontMatter: { yaml: first.value, firstLine: lineOf(first) + 1 }, blocks };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new MaterialError(file, 1, 'this file is missing');
    }
    throw error;
  }
}

/** Line on which a node begins; nodes that come from a parser always have one. */
export function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}

/** Line of a block, or the last line of text where the block that should have come is missing. */
export function lineAt({ source }: Document, block: RootContent | undefined): number {
  return block === undefined ? source.trimEnd().split('\n').length : lineOf(block);
}
