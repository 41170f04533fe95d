import { z } from 'zod';
import { MaterialError } from './MaterialError.ts';
import { plainText } from './plainText.ts';
import { leadingParagraphs, readHeading } from './readBlocks.ts';
import { lineAt, readDocument } from './readDocument.ts';
import { line, readFrontMatter } from './readFrontMatter.ts';
import type { DialogueMaterial } from './shape.ts';

const PURPOSE = 'Formål';

/** So that pages in another language can say which one this is in. */
const language = line.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be the code of a language, as "da"');

const schema = z.strictObject({ title: line, publisher: line, language, source: line });

/** Reads `material.md`, what holds for all themes. @throws {MaterialError} on anything that it may not hold */
export async function readAbout(
  file: string,
): Promise<Pick<DialogueMaterial, 'title' | 'publisher' | 'language' | 'purpose' | 'source'>> {
  const document = await readDocument(file);
  const { values } = readFrontMatter(document, schema);
  const [heading, ...blocks] = document.blocks;
  readHeading(document, heading, `"## ${PURPOSE}"`, (text) => text === PURPOSE);
  const [paragraph] = leadingParagraphs(blocks);
  if (paragraph === undefined || blocks.length > 1) {
    throw new MaterialError(file, lineAt(document, blocks[paragraph ? 1 : 0]), 'expected one paragraph: the purpose');
  }
  return { ...values, purpose: plainText(file, paragraph) };
}
