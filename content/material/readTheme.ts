import { basename } from 'node:path';
import { z } from 'zod';
import { MaterialError } from './MaterialError.ts';
import { plainText } from './plainText.ts';
import { leadingParagraphs, readHeading } from './readBlocks.ts';
import { type Document, lineAt, lineOf, readDocument } from './readDocument.ts';
import { line, readFrontMatter } from './readFrontMatter.ts';
import { readQuestions } from './readQuestions.ts';
import type { Reference, Theme } from './shape.ts';

const DIRECTION = 'Vores fælles retning';
const QUESTIONS = /^Hvad er det vigtigt.+\?$/u;

const schema = z.strictObject({
  number: z.int('must be a whole number').min(1, 'must be 1 or more'),
  title: line,
  slug: line.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'may hold only a-z, 0-9 and single dashes'),
  references: z
    .array(
      z.strictObject({
        title: line,
        url: z.url({ protocol: /^https$/u, error: 'must be an https address, or empty' }).nullish(),
      }),
      'must be a list',
    )
    .nullish(),
});

/** A theme with where its front matter stands, for what only shows when all themes are seen together. */
export interface ThemeFile {
  file: string;
  theme: Theme;
  lineOf: (key: 'number' | 'title' | 'slug') => number;
}

/** Reads `<number>-<slug>.md`. @throws {MaterialError} on anything that a theme's file may not hold */
export async function readTheme(file: string): Promise<ThemeFile> {
  const document = await readDocument(file);
  const { values, lineOf: lineOfPath } = readFrontMatter(document, schema);
  const { number, slug, title } = values;
  const expected = `${number}-${slug}.md`;
  if (basename(file) !== expected) {
    throw new MaterialError(file, lineOfPath(['number']), `by its number and slug this file must be named ${expected}`);
  }
  const body = readBody(document, number);
  const references = (values.references ?? []).map(toReference);
  return { file, theme: { slug, number, title, ...body, references }, lineOf: (key) => lineOfPath([key]) };
}

function toReference({ title, url }: { title: string; url?: string | null | undefined }): Reference {
  return url ? { title, url } : { title };
}

/** A body is the direction's heading and paragraphs, the questions' heading and one numbered list, and nothing else. */
function readBody(document: Document, number: number): Pick<Theme, 'direction' | 'heading' | 'questions'> {
  const { file, blocks } = document;
  readHeading(document, blocks[0], `"## ${DIRECTION}"`, (text) => text === DIRECTION);
  const paragraphs = leadingParagraphs(blocks.slice(1));
  const [heading, list, extra] = blocks.slice(1 + paragraphs.length);
  if (paragraphs.length === 0) {
    throw new MaterialError(file, lineAt(document, heading), 'the direction has no text; expected its paragraphs here');
  }
  const body = {
    direction: paragraphs.map((paragraph) => plainText(file, paragraph)),
    heading: readHeading(document, heading, '"## Hvad er det vigtigt …?"', (text) => QUESTIONS.test(text)),
    questions: readQuestions(document, list, number),
  };
  if (extra !== undefined) throw new MaterialError(file, lineOf(extra), 'nothing may follow the list of questions');
  return body;
}
