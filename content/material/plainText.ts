import type { PhrasingContent } from 'mdast';
import { MaterialError } from './MaterialError.ts';
import { lineOf } from './readDocument.ts';

/**
 * The text of a heading or paragraph, its wrapped lines joined. Cards, panel and documents all show it as it stands,
 * so formatting, links and HTML are refused instead of dropped. @throws {MaterialError} on anything but text
 */
export function plainText(file: string, parent: { children: readonly PhrasingContent[] }): string {
  return parent.children
    .map((node) => {
      if (node.type !== 'text') {
        throw new MaterialError(file, lineOf(node), `only plain text can be shown here, and this is: ${node.type}`);
      }
      return node.value.replace(/[ \t]*\r?\n[ \t]*/gu, ' ');
    })
    .join('');
}
