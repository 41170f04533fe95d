import type { Paragraph, RootContent } from 'mdast';
import { MaterialError } from './MaterialError.ts';
import { plainText } from './plainText.ts';
import { type Document, lineAt } from './readDocument.ts';

/** The text of a level-2 heading. `wanted` says for the error which one. @throws {MaterialError} where it is another */
export function readHeading(
  document: Document,
  block: RootContent | undefined,
  wanted: string,
  matches: (text: string) => boolean,
): string {
  if (block?.type === 'heading' && block.depth === 2) {
    const text = plainText(document.file, block);
    if (matches(text)) return text;
  }
  throw new MaterialError(document.file, lineAt(document, block), `expected the heading ${wanted} here`);
}

/** The paragraphs up to the first block of another kind. */
export function leadingParagraphs(blocks: readonly RootContent[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph') break;
    paragraphs.push(block);
  }
  return paragraphs;
}
