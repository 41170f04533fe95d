import type { BlockContent, DefinitionContent, ListItem, RootContent } from 'mdast';
import { MaterialError } from './MaterialError.ts';
import { plainText } from './plainText.ts';
import { type Document, lineAt, lineOf } from './readDocument.ts';
import type { Question } from './shape.ts';

type Block = BlockContent | DefinitionContent;

/**
 * The questions of a theme, from its numbered list; a list of dashes under one gives that question's points.
 * @throws {MaterialError} on numbers out of order, and on items that hold anything else
 */
export function readQuestions(document: Document, list: RootContent | undefined, themeNumber: number): Question[] {
  if (list?.type !== 'list' || list.ordered !== true) {
    throw new MaterialError(document.file, lineAt(document, list), 'expected the numbered list of questions here');
  }
  return list.children.map((item, index) => {
    const number = index + 1;
    // Markdown numbers a list by its first item alone; people read the numbers that stand in the file.
    const written = /^\d+/u.exec(document.source.slice(item.position?.start.offset))?.[0];
    if (written !== String(number)) {
      throw new MaterialError(
        document.file,
        lineOf(item),
        `question ${number} of the list is numbered ${written ?? 'otherwise'}`,
      );
    }
    const [text, points, ...rest] = item.children;
    refuse(document, rest[0], 'a question holds one paragraph and at most one list of points');
    return {
      id: `${themeNumber}/${number}`,
      text: readText(document, item, text),
      points: points === undefined ? [] : readPoints(document, points),
    };
  });
}

function readPoints(document: Document, list: Block): string[] {
  if (list.type !== 'list' || list.ordered === true) {
    throw new MaterialError(document.file, lineOf(list), 'only a list of points (with dashes) may follow a question');
  }
  return list.children.map((item) => {
    const [text, ...rest] = item.children;
    refuse(document, rest[0], 'a point holds one paragraph and nothing else');
    return readText(document, item, text);
  });
}

function readText({ file }: Document, item: ListItem, block: Block | undefined): string {
  if (block?.type !== 'paragraph') throw new MaterialError(file, lineOf(item), 'this item has no text');
  return plainText(file, block);
}

function refuse({ file }: Document, block: Block | undefined, rule: string): void {
  if (block !== undefined) throw new MaterialError(file, lineOf(block), rule);
}
